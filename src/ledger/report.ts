import type {Article, CodedEvent} from "../world/index.ts";

/** A passage with the article in which it stands. */
export interface Report {
  readonly event: CodedEvent;
  readonly article: Article;
}
