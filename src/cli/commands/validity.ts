import {type ClaimOnFigures, measure, type RankStability} from "../../measures/index.ts";
import {type ValidityKnown, validityKnown} from "../../pipeline/index.ts";
import {type Day, nameOf, type Reference} from "../../world/index.ts";
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
    const known = await validityKnown({
      ...house,
      yardsticks: readYardsticks(),
      series: measure(await ledger.readFacts(watch, reference, asOf), watch, reference),
    });
    if (options.json === true) return printJson({asOf, ...known});
    printAxes(known, reference, asOf);
    printStability(known.stability, reference);
    printClaims(known.claims, reference);
  });
}

function printAxes(
  {axes, poles, found, survival}: ValidityKnown,
  reference: Reference,
  asOf: Day,
): void {
  if (found.length === 0) {
    process.stdout.write(`No typed event counts were known on ${asOf}: nothing can be compared.\n`);
    return;
  }
  for (const [axis, meaning] of Object.entries(axes)) process.stdout.write(`${axis}: ${meaning}\n`);
  for (const [a, b] of poles) {
    process.stdout.write(`\nBetween ${nameOf(reference, a)} and ${nameOf(reference, b)}\n`);
    printTable(
      ["axis", "against", "mean rank correlation", "says", "states", "years"],
      found
        .filter((one) => one.poles[0] === a && one.poles[1] === b)
        .map((one) => [
          one.axis,
          one.yardstick,
          `${signed(one.spearman)} [${signed(one.low)}, ${signed(one.high)}]`,
          one.says,
          String(one.states),
          String(one.years),
        ]),
    );
  }
  process.stdout.write(
    "\nDoes the co-operative share survive without a scale that weighs events?\n",
  );
  for (const {
    poles: [a, b],
    weighted,
    says,
  } of survival)
    process.stdout.write(
      `${nameOf(reference, a)} and ${nameOf(reference, b)}: ${signed(weighted.spearman)} [${signed(weighted.low)}, ${signed(weighted.high)}]. ${says}\n`,
    );
  process.stdout.write(
    "\nOnly the co-operative share is read as leaning. Volume is attention, not alignment.\n",
  );
}

function printStability(stability: readonly RankStability[], reference: Reference): void {
  process.stdout.write("\nRanks of the powers when a source is missing\n");
  if (stability.length === 0) {
    process.stdout.write("gap: fewer than three sources rank all powers\n");
    return;
  }
  const name = (party: string) => nameOf(reference, party);
  printTable(
    ["state", "without", "nearest, of weightings", "nearest without", "leave their interval"],
    stability.map((one) => [
      name(one.state),
      one.without,
      `${name(one.nearest)}, ${percent(one.nearestIn)}`,
      `${one.nearestWithout === one.nearest ? "the same" : name(one.nearestWithout)}, ${percent(one.nearestWithoutIn)}`,
      one.movedOut.map(name).join(", ") || "none",
    ]),
  );
}

function printClaims(claims: readonly ClaimOnFigures[], reference: Reference): void {
  process.stdout.write("\nWhat the figures say of the founding text's claims\n");
  printTable(
    ["state", "claim", "the text", "verdict"],
    claims.map(({state, claim, mode, verdict}) => [
      nameOf(reference, state),
      claim,
      mode === "stated" ? "says so" : "says it could be",
      verdict,
    ]),
  );
  for (const {state, claim, because} of claims)
    process.stdout.write(`${nameOf(reference, state)}. ${claim} ${because}\n`);
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
