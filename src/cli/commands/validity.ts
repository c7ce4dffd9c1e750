import {
  axes,
  polePairs,
  type Validity,
  validity as validityOf,
  yardsticks,
} from "../../measures/index.ts";
import {nameOf, type Reference, type Watch} from "../../world/index.ts";
import {type CommonOptions, inHouse, progress, readYardsticks} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** What our axes between powers go along with, over all states, and what not. */
export function validity(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const {ledger, reference, asOf} = house;
    progress("reading the counts and votes of all states: this takes some seconds …");
    const book = await ledger.readFacts(allStates(reference), reference, asOf);
    const found = validityOf(book, readYardsticks());
    if (options.json === true) return printJson({asOf, axes, yardsticks, found});
    if (found.length === 0) {
      process.stdout.write(
        `No typed event counts were known on ${asOf}: nothing can be compared.\n`,
      );
      return;
    }
    for (const [axis, meaning] of Object.entries(axes))
      process.stdout.write(`${axis}: ${meaning}\n`);
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
  });
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
