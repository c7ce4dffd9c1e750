import type {SourcePrior} from "../reading/index.ts";
import {openDocument} from "../sources/index.ts";
import type {Article, Capture, CodedEvent, Reference} from "../world/index.ts";

/**
 * Capture → Article → CodedEvents: what `demarche read` does with a text before the ledger keeps it. The two rooms are
 * loaded when a text is read and not before: their parsers take longer to load than an answer may take to begin.
 *
 * @param prior what the catalogue of sources, or a feed, tells of this text before it is read.
 */
export async function readArticle(
  capture: Capture,
  reference: Reference,
  prior?: SourcePrior,
): Promise<{article: Article; events: readonly CodedEvent[]}> {
  const [{readCapture}, {codeArticle}] = await Promise.all([
    import("../reading/index.ts"),
    import("../coding/index.ts"),
  ]);
  const article = readCapture(capture, await openDocument(capture), prior);
  return {article, events: codeArticle(article, reference)};
}
