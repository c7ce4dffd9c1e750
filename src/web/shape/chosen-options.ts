import type {Answer, Option, PartyId} from "../../api/index.ts";
import type {View} from "../view.ts";

export interface ChosenOptions {
  /** The power whose options these are; null when the answer has none that are placed by power. */
  readonly towards: PartyId | null;
  readonly options: readonly Option[];
}

/**
 * Options towards one power, and those that speak of no power alone. An action of the catalogue is placed once per
 * power; shown for all of them at once it would be read four times over.
 */
export function chosenOptions(
  {options, watch}: Answer,
  {country, partner, towards}: Pick<View, "country" | "partner" | "towards">,
): ChosenOptions {
  const placed = watch.powers.filter((power) => options.some((one) => one.towards === power));
  const asked = [partner, towards].find((one) => one !== null && placed.includes(one));
  const power = asked ?? placed[0] ?? null;
  const speaksOf = (option: Option, party: string) =>
    [option.action, ...option.outcomes].some((cell) => cell.about.includes(party));
  return {
    towards: power,
    options: options.filter(
      (option) =>
        (option.towards === null || option.towards === power) &&
        (country === null || speaksOf(option, country)),
    ),
  };
}
