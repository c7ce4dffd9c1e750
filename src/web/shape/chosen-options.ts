import type {Answer, Option} from "../../api/index.ts";
import type {View} from "../view.ts";

/** Options that speak of the chosen country and partner: in the action, or in whose choice it is. */
export function chosenOptions(
  {options}: Answer,
  {country, partner}: Pick<View, "country" | "partner">,
): readonly Option[] {
  const speaksOf = (option: Option, party: string) =>
    option.whoseChoice.includes(party) ||
    [option.action, ...option.outcomes].some((cell) => cell.about.includes(party));
  return options.filter(
    (option) =>
      (country === null || speaksOf(option, country)) &&
      (partner === null || speaksOf(option, partner)),
  );
}
