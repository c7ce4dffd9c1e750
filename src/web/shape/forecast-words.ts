import type {ForecastBody, ForecastFamily, ScoredMean, ToldQuestion} from "../../api/index.ts";
import type {View} from "../view.ts";
import {fixed} from "./number-words.ts";

export const familyNames: Readonly<Record<ForecastFamily["family"], string>> = {
  events: "Reported acts",
  votes: "Votes in the General Assembly",
};

/** "0.169 (0.164 to 0.173)". */
export function scoreWords({value, low, high}: ScoredMean): string {
  return `${fixed(value, 3)} (${fixed(low, 3)} to ${fixed(high, 3)})`;
}

/** "likely, 0.66; base rate 0.52". */
export function saidWords({likelihood, probability, baseRate}: ToldQuestion): string {
  return `${likelihood}, ${fixed(probability, 2)}; base rate ${fixed(baseRate, 2)}`;
}

/** How a settled question came out, with its value: "yes, 0.734", "no, 12". */
export function outcomeWords({outcome, value, measure}: ForecastFamily["won"][number]): string {
  const told = value === null ? "" : `, ${measure === "votes_alike" ? fixed(value, 3) : value}`;
  return `${outcome === null ? "void" : outcome ? "yes" : "no"}${told}`;
}

/** Open questions of the reader's choice: of a country, and with a power. */
export function chosenQuestions(
  {open}: ForecastBody,
  {country, partner}: Pick<View, "country" | "partner">,
): readonly ToldQuestion[] {
  return open.filter(
    ({source, target, powers}) =>
      (country === null || source === country || target === country) &&
      (partner === null || powers.includes(partner)),
  );
}
