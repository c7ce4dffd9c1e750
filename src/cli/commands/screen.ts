import {nameSchemas} from "../../measures/index.ts";
import {nameScreener, type Screening} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {type CommonOptions, inHouse, readNameWords} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** Who on the sanctions lists may bear these names, with the words that speak for and against. */
export function screen(
  names: readonly string[],
  options: CommonOptions & {readonly kind?: string; readonly least?: string},
): Promise<void> {
  const kind = nameSchemas.find((one) => one === options.kind) ?? null;
  if (options.kind !== undefined && kind === null)
    throw new InputError(`--kind is "${options.kind}"`, `give one of ${nameSchemas.join(", ")}`);
  const least = options.least === undefined ? undefined : shareOf(options.least);
  return inHouse(options, async ({ledger, asOf}) => {
    const ask = await nameScreener(ledger, readNameWords(), asOf);
    const screenings = names.map((name) => ask(name, kind, least));
    if (options.json === true) return printJson(screenings);
    for (const screening of screenings) print(screening);
  });
}

function shareOf(text: string): number {
  const share = Number(text);
  if (!(share > 0 && share <= 1))
    throw new InputError(`--least is "${text}"`, "give a score from above 0 to 1, e.g. 0.75");
  return share;
}

function print({name, found, lists, threshold, asOf}: Screening): void {
  const looked = Object.entries(lists).map(([list, count]) => `${list} (${count})`);
  const where =
    looked.length === 0
      ? `the ledger knew no list on ${asOf}: nothing was compared`
      : `of ${looked.join(", ")} as known on ${asOf}, from score ${threshold}`;
  process.stdout.write(`${name}: ${found.length === 0 ? "no one" : found.length} ${where}\n`);
  if (found.length === 0) return;
  printTable(
    ["score", "name", "list", "number", "kind", "programmes", "listed", "why"],
    found.map(({score, name: near, party, because}) => [
      score.toFixed(2),
      near === party.name ? near : `${near} (${party.name})`,
      party.list,
      party.listId,
      party.kind,
      party.programmes,
      `${party.from ?? "?"} to ${party.to ?? "not ended"}`,
      because.join("; "),
    ]),
    60,
  );
}
