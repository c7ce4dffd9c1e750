import {tablesText} from "../../briefs/index.ts";
import {answerWatch} from "../../pipeline/index.ts";
import {type CommonOptions, type House, inHouse} from "../house.ts";
import {printJson} from "../print.ts";

/** The three tables, as text or JSON, on stdout. */
export async function printTables(house: House, json: boolean): Promise<void> {
  const answer = await answerWatch(house);
  if (json) {
    const {watch, asOf, version, moves, stakes, options, gaps, vintages} = answer;
    printJson({watch, asOf, version, moves, stakes, options, gaps, vintages});
  } else {
    process.stdout.write(`${tablesText(answer, house.reference, process.stdout.columns ?? 100)}\n`);
  }
}

export function demo(options: CommonOptions): Promise<void> {
  return inHouse(options, (house) => printTables(house, options.json === true));
}
