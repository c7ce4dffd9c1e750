import type {ReliabilityOf} from "../ledger/index.ts";
import type {CaptureAbout} from "../store/index.ts";

/** What the catalogue of sources said of each article's source when the article was collected. */
export function collectedReliability(captures: readonly CaptureAbout[]): ReliabilityOf {
  const grades = new Map(
    captures.flatMap(({sha256, origin, collected}) =>
      collected === undefined ? [] : [[`${sha256} ${origin}`, collected.reliability] as const],
    ),
  );
  return ({captureSha256, origin}, claims) => {
    const grade = grades.get(`${captureSha256} ${origin}`);
    if (grade === undefined) return null;
    const letter = claims === "position" ? grade.onOwnPosition : grade.letter;
    return {letter, reason: grade.reason};
  };
}
