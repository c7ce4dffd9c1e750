import type {Day} from "../world/index.ts";

/** A person's decision about something in the ledger. It is kept beside what it is about, never written over it. */
export interface Judgement {
  readonly id: string;
  readonly kind: "accept" | "reject" | "merge" | "split" | "recode";
  /** Ids of the moves, events or articles that it is about. */
  readonly about: readonly string[];
  readonly author: string;
  readonly recordedOn: Day;
  readonly reason: string;
  /** For a recode: the fields as the person would have them. */
  readonly change: Readonly<Record<string, string | readonly string[]>> | null;
}
