import type {Answer, Article, CodedEvent, Reference} from "../world/index.ts";

/** All that an export may be made of, as it was known on the day of the answer. */
export interface Matter {
  readonly answer: Answer;
  readonly articles: readonly Article[];
  readonly events: readonly CodedEvent[];
  readonly reference: Reference;
}
