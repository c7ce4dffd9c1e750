import {type Day, dayAt, type Source} from "../../world/index.ts";
import {type Silence, silenceOf} from "./silence.ts";

/** What is known of a source from asking it; times are milliseconds since 1970. */
export interface AskedSource {
  readonly succeededAt: number | null;
  readonly dueAt: number;
  readonly failures: number;
  readonly error: string | null;
  readonly items: number;
  readonly days: readonly Day[];
  readonly checkedAt: number | null;
}

/** How a source does. `unchecked`: it was never seen to answer from this machine. */
export interface SourceHealth {
  readonly source: Source;
  readonly state: "answers" | "fails" | "quiet" | "unchecked";
  /** An instant of ISO 8601, or null. */
  readonly lastSuccess: string | null;
  readonly nextDue: string | null;
  /** Items seen in it, ever. */
  readonly items: number;
  /** Pages still to be read. */
  readonly waiting: number;
  /** Why it could not be read the last time, and how often in a row. */
  readonly error: string | null;
  readonly failures: number;
  readonly silence: Silence | null;
  /** The day on which it was last seen to answer as what it is said to be. */
  readonly checkedOn: Day | null;
  /** Share of its articles that are copies of others', 0 to 1; null where none is known. */
  readonly copyShare: number | null;
}

/** How a source does, from what asking it has told. */
export function sourceHealth(
  source: Source,
  asked: AskedSource | null,
  more: {readonly waiting: number; readonly copyShare: number | null},
): SourceHealth {
  const {succeededAt, dueAt, failures, error, items, days, checkedAt} = asked ?? neverAsked;
  const silence = succeededAt === null ? null : silenceOf(days, dayAt(succeededAt));
  const seenAt = checkedAt ?? succeededAt;
  return {
    source,
    state:
      failures > 0
        ? "fails"
        : seenAt === null
          ? "unchecked"
          : silence === null
            ? "answers"
            : "quiet",
    lastSuccess: succeededAt === null ? null : new Date(succeededAt).toISOString(),
    nextDue: asked === null ? null : new Date(dueAt).toISOString(),
    items,
    error,
    failures,
    silence,
    checkedOn: checkedAt === null ? null : dayAt(checkedAt),
    ...more,
  };
}

/** What is known of a source that was never asked. */
export const neverAsked = {
  succeededAt: null,
  dueAt: 0,
  failures: 0,
  error: null,
  items: 0,
  days: [],
  checkedAt: null,
} satisfies AskedSource;
