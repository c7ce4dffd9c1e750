import {openDocument} from "../sources/index.ts";
import type {Article, Capture, CodedEvent, Reference} from "../world/index.ts";

/**
 * Capture → Article → CodedEvents: what `demarche read` does with a text before the ledger keeps it. The two rooms are
 * loaded when a text is read and not before: their parsers take longer to load than an answer may take to begin.
 */
export async function readArticle(
  capture: Capture,
  reference: Reference,
): Promise<{article: Article; events: readonly CodedEvent[]}> {
  const [{readCapture}, {codeArticle}] = await Promise.all([
    import("../reading/index.ts"),
    import("../coding/index.ts"),
  ]);
  const article = readCapture(capture, await openDocument(capture));
  return {article, events: codeArticle(article, reference)};
}
