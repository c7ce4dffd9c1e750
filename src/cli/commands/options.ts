import {tableText} from "../../briefs/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";

/** The options table alone. */
export function options(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const answer = await workOut(house);
    if (options.json === true) printJson({asOf: house.asOf, options: answer.options});
    else
      process.stdout.write(
        `${tableText(answer, house.reference, "options", process.stdout.columns ?? 100)}\n`,
      );
  });
}
