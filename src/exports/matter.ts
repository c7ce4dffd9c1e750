import type {Answer, Article, CodedEvent, Reference} from "../world/index.ts";
import type {ImportNote} from "./dataset-source.ts";

/** All that an export may be made of, as it was known on the day of the answer. */
export interface Matter {
  readonly answer: Answer;
  readonly articles: readonly Article[];
  readonly events: readonly CodedEvent[];
  readonly reference: Reference;
  /** Files that were imported by that day. */
  readonly imports: readonly ImportNote[];
}
