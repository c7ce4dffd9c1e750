import type {Verdict} from "../../api/index.ts";
import type {View} from "../view.ts";
import {counted} from "./number-words.ts";

export interface PlacedVerdict {
  readonly verdict: Verdict;
  /** Its place in the article, by which it is addressed. */
  readonly index: number;
}

const order = ["contradicted", "supported", "stale", "not tested", null] as const;

/** Claims that the reader's choice leaves: what was tested first, in the article's order within each verdict. */
export function verdictsInOrder(
  verdicts: readonly Verdict[],
  {country, partner, sector}: Pick<View, "country" | "partner" | "sector">,
): readonly PlacedVerdict[] {
  return verdicts
    .map((verdict, index) => ({verdict, index}))
    .filter(
      ({verdict: {claim}}) =>
        (country === null || claim.about.includes(country)) &&
        (partner === null || claim.about.includes(partner)) &&
        (sector === null || claim.sector === sector),
    )
    .sort(
      (a, b) =>
        order.indexOf(a.verdict.verdict) - order.indexOf(b.verdict.verdict) || a.index - b.index,
    );
}

/** "2 supported, 1 stale, 5 not tested; 3 opinions or predictions". */
export function verdictCounts(verdicts: readonly Verdict[]): string {
  const told = order.flatMap((word) => {
    const count = verdicts.filter((one) => one.verdict === word).length;
    return word === null || count === 0 ? [] : [`${count} ${word}`];
  });
  const named = verdicts.filter((one) => one.verdict === null).length;
  const claims = told.length === 0 ? "no claim to judge" : told.join(", ");
  return named === 0 ? claims : `${claims}; ${counted(named, "passage")} named but not judged`;
}
