import {validityKnown} from "../../pipeline/index.ts";
import {nameOf} from "../../world/index.ts";
import {type CommonOptions, inHouse, progress, readYardsticks} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** What our axes between powers go along with, over all states, and what not. */
export function validity(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, asOf} = house;
    progress("reading the counts and votes of all states: this takes some seconds …");
    const known = await validityKnown(ledger, reference, readYardsticks(), asOf);
    if (options.json === true) return printJson({asOf, ...known});
    const {axes, poles, found, survival} = known;
    if (found.length === 0) {
      process.stdout.write(
        `No typed event counts were known on ${asOf}: nothing can be compared.\n`,
      );
      return;
    }
    for (const [axis, meaning] of Object.entries(axes))
      process.stdout.write(`${axis}: ${meaning}\n`);
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
  });
}

const signed = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
