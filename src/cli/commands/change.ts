import {type Moved, whatMoved} from "../../measures/index.ts";
import {type MonthsMoved, monthsMovedKnown, movesKnown} from "../../pipeline/index.ts";
import {type Day, isGap, nameOf, type Reference} from "../../world/index.ts";
import {type CommonOptions, inHouse, readEventSectors, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** What moved between the watched states and their partners, with the chance that it did, and how each pair drifted. */
export function change(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, watch, asOf} = house;
    tellWork(house);
    const book = await ledger.readFacts(watch, reference, asOf);
    const moved = whatMoved(book, watch, reference);
    const {moves} = await movesKnown(house);
    const months = await monthsMovedKnown({...house, eventSectors: readEventSectors()}, moves);
    if (options.json === true) return printJson({asOf, moved, months});
    printYears(moved, reference, asOf);
    for (const one of months) printMonth(one, reference);
  });
}

const percent = (chance: number) => `${Math.round(100 * chance)} %`;
const kindWords = {cooperation: "co-operation", conflict: "conflict"} as const;

function printYears(moved: readonly Moved[], reference: Reference, asOf: Day): void {
  if (moved.length === 0) {
    process.stdout.write(`No pair has typed event counts of enough years as known on ${asOf}.\n`);
    return;
  }
  const announced = moved.filter((one) => one.announced);
  const [first] = moved;
  process.stdout.write(
    announced.length === 0
      ? `Nothing is sure enough to be told as a change in ${first?.lately}.\n\n`
      : `Changed in ${first?.lately}: ${announced.length} of ${moved.length} series.\n\n`,
  );
  const name = (party: string) => nameOf(reference, party);
  printTable(
    ["state", "partner", "kind", "lately", "chance", "told", "events", "trend a year", "likeliest"],
    moved.map((one) => [
      name(one.state),
      name(one.partner),
      kindWords[one.kind],
      `${one.direction} in ${one.lately}`,
      percent(one.chance),
      one.announced ? "yes" : "no",
      one.counts.map(({events}) => events).join(" → "),
      isGap(one.trend)
        ? `gap: ${one.trend.why}`
        : `${trendText(one.trend)}${one.trendTold ? "" : ", may be none"}`,
      `${one.likeliest.year} (${percent(one.likeliest.chance)})`,
    ]),
    34,
  );
}

/** What moved by the last month of one source of coded events. */
function printMonth({source, series, moved}: MonthsMoved, reference: Reference): void {
  const [first] = moved;
  const from = source === "moves" ? "the articles that were read" : source;
  process.stdout.write(
    first === undefined
      ? `\nBy month, from ${from}: fewer than two years are covered, or nothing was coded of the watched pairs.\n`
      : `\nBy month, from ${from}, to ${first.month}: ${moved.filter((one) => one.isNew).length} new this month, ${moved.filter((one) => one.announced).length} of ${series} series told as a change within a year.\n\n`,
  );
  if (first === undefined) return;
  printTable(
    ["state", "partner", "kind", "lately", "chance", "told", "events by month", "likeliest"],
    moved.map((one) => [
      nameOf(reference, one.state),
      nameOf(reference, one.partner),
      kindWords[one.kind],
      one.direction,
      percent(one.chance),
      one.isNew ? "new" : one.announced ? "yes" : "no",
      one.counts.map(({events}) => events).join(" "),
      `${one.likeliest.month} (${percent(one.likeliest.chance)})`,
    ]),
    40,
  );
}

function trendText({
  value,
  interval,
}: {
  readonly value: number;
  readonly interval: {readonly low: number; readonly high: number} | null;
}): string {
  const digits = (number: number) => `${number > 0 ? "+" : ""}${number.toFixed(1)}`;
  return interval === null
    ? `${digits(value)} %`
    : `${digits(value)} % [${digits(interval.low)}, ${digits(interval.high)}]`;
}
