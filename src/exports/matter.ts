import type {
  Answer,
  Article,
  CodedEvent,
  JudgementRead,
  Pledge,
  Reference,
} from "../world/index.ts";
import type {ImportNote} from "./dataset-source.ts";

/** What the ledger keeps of the reading of an article. */
export interface ReadingNote {
  readonly articleId: string;
  /** Who read it, as "id@version". */
  readonly reader: string;
  /** Null where nobody has said. */
  readonly licence: string | null;
}

/** A pledge of whose steps people said something: the steps as they stand, and those that were set aside. */
export type JudgedPledge = Pick<Pledge, "id" | "text" | "steps" | "setAside">;

/** All that an export may be made of, as it was known on the day of the answer. */
export interface Matter {
  readonly answer: Answer;
  readonly articles: readonly Article[];
  /** Who read each article, and under which licence it may be used. */
  readonly readings: readonly ReadingNote[];
  readonly events: readonly CodedEvent[];
  /** What became of people's judgements of steps of pledges; those of all else stand in the answer. */
  readonly stepJudgements: readonly JudgementRead[];
  /** The pledges whose steps they are about, with those that were set aside. */
  readonly judgedPledges: readonly JudgedPledge[];
  readonly reference: Reference;
  /** Files that were imported by that day. */
  readonly imports: readonly ImportNote[];
}
