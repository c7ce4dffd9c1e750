import {changesOf} from "../../pipeline/index.ts";
import {InputError, parseDay} from "../../sources/index.ts";
import {type CommonOptions, inHouse, tellWork} from "../house.ts";
import {printJson} from "../print.ts";
import {printChanges} from "../print-changes.ts";
import {wholeNumber} from "../whole-number.ts";

/** What a later day's answer says otherwise than an earlier one's, and because of which entries. */
export function changes(
  options: CommonOptions & {since: string; until?: string; limit: string},
): Promise<void> {
  const since = parseDay(options.since);
  const limit = wholeNumber("--limit", options.limit);
  const {until} = options;
  return inHouse({...options, ...(until === undefined ? {} : {asOf: until})}, async (house) => {
    if (since > house.asOf)
      throw new InputError(
        `${since} is later than ${house.asOf}`,
        "name the earlier day with --since",
      );
    tellWork(house);
    const found = await changesOf(house, since);
    if (options.json === true) return printJson({since, until: house.asOf, changes: found});
    printChanges(found, limit);
  });
}
