import type {Article, CodedEvent, Grade} from "../world/index.ts";

/** A passage with the article in which it stands, and the grade of its source for a claim of this kind. */
export interface Report {
  readonly event: CodedEvent;
  readonly article: Article;
  readonly grade: Grade;
}
