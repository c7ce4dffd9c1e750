import {hedgingSignals} from "../../measures/index.ts";
import {isGap, nameOf} from "../../world/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {watchedState} from "../watched-state.ts";

/** What speaks for and against calling a state a hedger between two powers; the reading is a judgement, never a number. */
export function hedging(options: CommonOptions & {readonly state?: string}): Promise<void> {
  return inHouse(options, async (house) => {
    const {watch, reference, asOf} = house;
    const asked = watchedState(options.state, house);
    const {series, ledgerMoves: moves} = await workOut(house);
    const found = hedgingSignals({series, moves, asOf}, watch, reference).filter(
      ({state}) => asked === null || asked === state,
    );
    if (options.json === true) return printJson({asOf, hedging: found});
    const name = (party: string) => nameOf(reference, party);
    for (const {state, a, b, reading, because, signals} of found) {
      process.stdout.write(
        `\n${name(state)} between ${name(a)} and ${name(b)}: ${reading} (a judgement)\n${because}\n`,
      );
      printTable(
        ["indicator", "power", "says", "by what", "evidence"],
        signals.map((one) => [
          one.indicator,
          name(one.power),
          isGap(one.says) ? "gap" : one.says,
          one.text,
          String(one.evidence.length),
        ]),
        76,
      );
    }
    process.stdout.write(
      "\nSignals that offset one another are what the literature calls hedging; whether it is meant so, no figure says. --json has the evidence of each.\n",
    );
  });
}
