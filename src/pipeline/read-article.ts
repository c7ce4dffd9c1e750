import {codeArticle} from "../coding/index.ts";
import {readCapture} from "../reading/index.ts";
import type {Article, Capture, CodedEvent, Reference} from "../world/index.ts";

/** Capture → Article → CodedEvents: what `demarche read` does with a text before the ledger keeps it. */
export function readArticle(
  capture: Capture,
  reference: Reference,
): {article: Article; events: readonly CodedEvent[]} {
  const article = readCapture(capture);
  return {article, events: codeArticle(article, reference)};
}
