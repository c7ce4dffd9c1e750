import type {ReliabilityOf} from "../ledger/index.ts";
import {collectedFrom} from "../sources/index.ts";
import type {CaptureAbout} from "../store/index.ts";

/** What the catalogue of sources said of each article's source when the article was collected. */
export function collectedReliability(captures: readonly CaptureAbout[]): ReliabilityOf {
  const collectedOf = collectedFrom(captures);
  return (article, claims) => {
    const grade = collectedOf(article)?.reliability;
    if (grade === undefined) return null;
    const letter = claims === "position" ? grade.onOwnPosition : grade.letter;
    return {letter, reason: grade.reason};
  };
}
