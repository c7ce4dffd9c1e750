import type {OutsideScorer, Platt, ScorerReport} from "../coding/index.ts";
import {openDocument} from "../sources/index.ts";
import type {Article, Capture, CodedEvent, Reference} from "../world/index.ts";

/** A model that a person named, and the calibration that was fitted for it, if any. */
export interface NamedModel {
  readonly outside: OutsideScorer;
  readonly calibration: Platt | null;
}

/** As `readArticle`, with the types of English events told by a model outside this program, and how asking it went. */
export async function readWithModel(
  capture: Capture,
  reference: Reference,
  {outside, calibration}: NamedModel,
): Promise<{
  readonly article: Article;
  readonly events: readonly CodedEvent[];
  readonly report: ScorerReport;
}> {
  const [{readCapture}, {askAhead, codeArticle, scorerOf}] = await Promise.all([
    import("../reading/index.ts"),
    import("../coding/index.ts"),
  ]);
  const article = readCapture(capture, await openDocument(capture));
  const {result: events, report} = await askAhead(
    (scorer) => codeArticle(article, reference, scorer),
    scorerOf(reference),
    outside,
    calibration,
  );
  return {article, events, report};
}
