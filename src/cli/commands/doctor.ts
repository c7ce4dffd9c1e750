import {existsSync} from "node:fs";
import type {LedgerHealth} from "../../store/index.ts";
import {type CommonOptions, inHouse} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** How big the ledger is, how old its data are, and what is missing. Makes nothing. */
export async function doctor(options: CommonOptions): Promise<void> {
  if (!existsSync(options.ledger)) {
    process.stdout.write(`no ledger at ${options.ledger}: \`demarche init\` makes one\n`);
    return;
  }
  await inHouse(options, async ({ledger, reference}) => {
    const health = await ledger.health();
    const missing = reference.datasets.filter(
      (card) => !health.tables.some((table) => table.name === card.id),
    );
    if (options.json === true)
      return printJson({...health, missing: missing.map((card) => card.id)});
    process.stdout.write(`ledger ${options.ledger}: ${megabytes(health.bytes)}\n\n`);
    printTable(
      ["table", "rows", "size", "recorded from", "recorded to"],
      health.tables.map(({name, rows, bytes, oldest, newest}) => [
        name,
        String(rows),
        megabytes(bytes),
        oldest ?? "",
        newest ?? "",
      ]),
    );
    for (const line of healthLines(health)) process.stdout.write(`${line}\n`);
    for (const card of missing)
      process.stdout.write(`left out: ${card.id} (${card.title}); its cells are gaps\n`);
  });
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** What a person should know of the ledger, in a line each; what needs doing begins with "!". */
function healthLines(health: LedgerHealth): readonly string[] {
  const {captures, imports, rejects, events, chain, verified, leftOvers, newestEntry} = health;
  const eventFiles = events.tables.reduce((sum, {files}) => sum + files, 0);
  const eventBytes = events.tables.reduce((sum, {bytes}) => sum + bytes, 0);
  return [
    "",
    `newest entry: ${newestEntry ?? "none"}`,
    `captures: ${captures.kept}, ${megabytes(captures.bytes)} deflated`,
    `imports: ${imports}, with ${rejects.counted} rejects (${rejects.kept} kept)`,
    `event files: ${eventFiles}, ${megabytes(eventBytes)}`,
    `chain: ${chain.entries} entries, ${chain.seals} seals, head ${chain.head}`,
    verified === null
      ? "never verified: `demarche verify` does"
      : `${verified.whole ? "" : "! "}verified on ${verified.on}: ${verified.whole ? "nothing was altered" : "something was altered, run `demarche verify`"}`,
    ...(chain.unsealed === 0 ? [] : [`! ${chain.unsealed} entries have no seal`]),
    ...(chain.holdsNotedHead === false
      ? ["! the head noted beside the ledger is not in it: what was kept last was dropped"]
      : []),
    ...(events.missing === 0 ? [] : [`! ${events.missing} event files are missing`]),
    ...leftOvers.map((file) => `! left by a killed process: ${file}`),
  ];
}
