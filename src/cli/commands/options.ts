import {optionGroupsText} from "../../briefs/index.ts";
import {orderOptions} from "../../options/index.ts";
import type {OptionOrder} from "../../world/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";

interface OptionsOptions extends CommonOptions {
  readonly order: OptionOrder;
}

/** The options table alone: groups by strength of evidence, sorted within each by what the reader picks. */
export function options(options: OptionsOptions): Promise<void> {
  const {order} = options;
  return inHouse(options, async (house) => {
    const answer = await workOut(house);
    if (options.json === true)
      printJson({
        ...{asOf: house.asOf, order},
        options: orderOptions(answer.options, order).flatMap((group) => group.options),
      });
    else
      process.stdout.write(
        `${optionGroupsText(answer, house.reference, order, process.stdout.columns ?? 100)}\n`,
      );
  });
}
