import {tablesText} from "../../briefs/index.ts";
import type {Answer, Reference} from "../../world/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";

/** The three tables of an answer, as text or JSON, on stdout. */
export function printTables(answer: Answer, reference: Reference, json: boolean): void {
  if (json) {
    const {watch, asOf, version, moves, stakes, options, gaps, vintages} = answer;
    printJson({watch, asOf, version, moves, stakes, options, gaps, vintages});
  } else {
    process.stdout.write(`${tablesText(answer, reference, process.stdout.columns ?? 100)}\n`);
  }
}

export function demo(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) =>
    printTables(await workOut(house), house.reference, options.json === true),
  );
}
