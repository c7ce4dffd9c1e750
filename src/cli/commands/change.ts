import {whatMoved} from "../../measures/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {type CommonOptions, inHouse, tellWork} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** What moved between the watched states and their partners, with the chance that it did, and how each pair drifted. */
export function change(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, watch, asOf} = house;
    tellWork(house);
    const book = await ledger.readFacts(watch, reference, asOf);
    const moved = whatMoved(book, watch, reference);
    if (options.json === true) return printJson({asOf, moved});
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
    const percent = (chance: number) => `${Math.round(100 * chance)} %`;
    printTable(
      [
        "state",
        "partner",
        "kind",
        "lately",
        "chance",
        "told",
        "events",
        "trend a year",
        "likeliest",
      ],
      moved.map((one) => [
        name(one.state),
        name(one.partner),
        one.kind === "cooperation" ? "co-operation" : "conflict",
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
  });
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
