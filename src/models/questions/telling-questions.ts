import type {SettledQuestion} from "./question.ts";

/**
 * Settled questions on which our probability was furthest from the base rate for better (`won`) or for worse (`lost`), by
 * the Brier score; one for each pair of states and measure, so that a pair does not fill the list. Voids are left out.
 */
export function tellingQuestions(
  questions: readonly SettledQuestion[],
  way: "won" | "lost",
  most: number,
): SettledQuestion[] {
  const sign = way === "won" ? 1 : -1;
  const gain = ({probability, baseRate, outcome}: SettledQuestion) =>
    sign * ((baseRate - Number(outcome)) ** 2 - (probability - Number(outcome)) ** 2);
  const shown = new Set<string>();
  return questions
    .filter((one) => one.outcome !== null && gain(one) > 0)
    .sort((a, b) => gain(b) - gain(a) || (a.id < b.id ? -1 : 1))
    .filter(({source, target, measure}) => {
      const key = `${[source, target].sort().join(" ")} ${measure}`;
      return shown.size < most && !shown.has(key) && shown.add(key);
    });
}
