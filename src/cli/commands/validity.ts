import {
  axes,
  type ClaimOnFigures,
  foundingClaims,
  measure,
  polePairs,
  type RankStability,
  rankStability,
  type Validity,
  validity as validityOf,
  yardsticks,
} from "../../measures/index.ts";
import {type Day, nameOf, type Reference, type Watch} from "../../world/index.ts";
import {type CommonOptions, inHouse, progress, readYardsticks} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/**
 * What our axes between powers go along with, over all states, and what not; whether the ranks of the powers hold when a
 * source is missing; what the figures say of the founding text's claims.
 */
export function validity(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, watch, asOf} = house;
    progress("reading the counts and votes of all states: this takes some seconds …");
    const book = await ledger.readFacts(allStates(reference), reference, asOf);
    const found = validityOf(book, readYardsticks());
    const series = measure(await ledger.readFacts(watch, reference, asOf), watch, reference);
    const stability = rankStability(series, watch.states, watch.powers);
    const claims = foundingClaims(series, {states: watch.states, reference, asOf});
    if (options.json === true) return printJson({asOf, axes, yardsticks, found, stability, claims});
    printAxes(found, reference, asOf);
    printStability(stability, reference);
    printClaims(claims, reference);
  });
}

function printAxes(found: readonly Validity[], reference: Reference, asOf: Day): void {
  if (found.length === 0) {
    process.stdout.write(`No typed event counts were known on ${asOf}: nothing can be compared.\n`);
    return;
  }
  for (const [axis, meaning] of Object.entries(axes)) process.stdout.write(`${axis}: ${meaning}\n`);
  for (const [a, b] of polePairs) {
    process.stdout.write(`\nBetween ${nameOf(reference, a)} and ${nameOf(reference, b)}\n`);
    printTable(
      ["axis", "against", "mean rank correlation", "says", "states", "years"],
      found
        .filter(({poles}) => poles[0] === a && poles[1] === b)
        .map((one) => [
          one.axis,
          one.yardstick,
          `${signed(one.spearman)} [${signed(one.low)}, ${signed(one.high)}]`,
          wordOf(one),
          String(one.states),
          String(one.years),
        ]),
    );
  }
  process.stdout.write(
    "\nOnly the co-operative share is read as leaning. Volume is attention, not alignment.\n",
  );
  for (const one of found)
    if (one.axis === "co-operative share" && one.yardstick === "mean of Goldstein's scale")
      process.stdout.write(`${tellGoldstein(one)}\n`);
}

/** From this rank correlation on two orders are called the same; our choice. */
const sameOrder = 0.8;

/** Whether what is concluded from valence needs Goldstein's scale. */
function tellGoldstein({poles, spearman, low}: Validity): string {
  const verdict =
    low >= sameOrder
      ? "survives dropping Goldstein's scale"
      : "does not survive dropping Goldstein's scale untouched: read it with the scale beside";
  return `Valence between ${poles.join(" and ")} ${verdict} (rank correlation of the two ${signed(spearman)}, at least ${signed(low)}).`;
}

function printStability(stability: readonly RankStability[], reference: Reference): void {
  process.stdout.write("\nRanks of the powers when a source is missing\n");
  if (stability.length === 0) {
    process.stdout.write("gap: fewer than three sources rank all powers\n");
    return;
  }
  const name = (party: string) => nameOf(reference, party);
  printTable(
    ["state", "without", "nearest", "nearest without", "leave their interval"],
    stability.map((one) => [
      name(one.state),
      one.without,
      name(one.nearest),
      one.nearestWithout === one.nearest ? "the same" : name(one.nearestWithout),
      one.movedOut.map(name).join(", ") || "none",
    ]),
  );
}

function printClaims(claims: readonly ClaimOnFigures[], reference: Reference): void {
  process.stdout.write("\nWhat the figures say of the founding text's claims\n");
  printTable(
    ["state", "claim", "verdict", "because"],
    claims.map(({state, claim, verdict, because}) => [
      nameOf(reference, state),
      claim,
      verdict,
      because,
    ]),
    150,
  );
}

const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

/** Cohen 1988: .1 small, .3 medium, .5 large; nothing is said where the interval holds nought. */
function wordOf({spearman, low, high}: Validity): string {
  if (low <= 0 && high >= 0) return "not told from none";
  const size = Math.abs(spearman);
  const strength = size < 0.3 ? "weakly" : size < 0.5 ? "moderately" : "strongly";
  return spearman > 0 ? `goes along, ${strength}` : `goes against, ${strength}`;
}

/** Every state, towards the powers of the comparison. */
function allStates(reference: Reference): Watch {
  return {
    name: "all states",
    states: reference.states.map(({code}) => code),
    powers: [...new Set(polePairs.flat())],
    optionalPowers: [],
    aggregates: [],
    sectors: [],
  };
}
