import {existsSync} from "node:fs";
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
    process.stdout.write(`ledger ${options.ledger}: ${(health.bytes / 1e6).toFixed(1)} MB\n\n`);
    printTable(
      ["table", "rows", "recorded from", "recorded to"],
      health.tables.map((table) => [
        table.name,
        String(table.rows),
        table.oldest ?? "",
        table.newest ?? "",
      ]),
    );
    for (const card of missing)
      process.stdout.write(`left out: ${card.id} (${card.title}); its cells are gaps\n`);
  });
}
