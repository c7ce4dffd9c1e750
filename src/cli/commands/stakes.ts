import {tableText} from "../../briefs/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";

/** The stakes table alone. */
export function stakes(options: CommonOptions): Promise<void> {
  return inHouse(options, async (house) => {
    const answer = await workOut(house);
    if (options.json === true) printJson({asOf: house.asOf, stakes: answer.stakes});
    else
      process.stdout.write(
        `${tableText(answer, house.reference, "stakes", process.stdout.columns ?? 100)}\n`,
      );
  });
}
