import {backOff, neverAsked} from "../../sources/index.ts";
import type {CollectJournal, SourceNote} from "../../store/index.ts";
import type {Day, Source} from "../../world/index.ts";

/** Days that are remembered of a source: enough to know its rhythm. */
const mostDays = 120;
const longestRestMs = 86_400_000;

const minutes = (count: number) => count * 60_000;

/** What is known of a source that was never asked. */
export function unknownSource(id: string): SourceNote {
  return {
    kind: "source",
    id,
    ...neverAsked,
    triedAt: null,
    etag: null,
    lastModified: null,
  };
}

/** Notes that a source answered, with what came of it. */
export function noteSuccess(
  journal: CollectJournal,
  {id, everyMinutes}: Source,
  now: number,
  found: {
    readonly items?: number;
    readonly days?: readonly Day[];
    readonly etag?: string | null;
    readonly lastModified?: string | null;
  },
): void {
  const before = journal.source(id) ?? unknownSource(id);
  const days = [...new Set([...before.days, ...(found.days ?? [])])].sort().slice(-mostDays);
  journal.note({
    ...before,
    triedAt: now,
    succeededAt: now,
    dueAt: now + minutes(everyMinutes),
    failures: 0,
    error: null,
    items: before.items + (found.items ?? 0),
    days,
    etag: found.etag === undefined ? before.etag : found.etag,
    lastModified: found.lastModified === undefined ? before.lastModified : found.lastModified,
  });
}

/** Notes that a source could not be read, and when it is tried again: later and later, at most a day. */
export function noteFailure(
  journal: CollectJournal,
  {id, everyMinutes}: Source,
  now: number,
  {why, restMs}: {readonly why: string; readonly restMs: number | null},
  uniform: () => number,
): void {
  const before = journal.source(id) ?? unknownSource(id);
  const failures = before.failures + 1;
  const firstMs = Math.min(minutes(everyMinutes), longestRestMs);
  const wait = backOff(failures, {firstMs, mostMs: longestRestMs}, uniform);
  journal.note({
    ...before,
    triedAt: now,
    dueAt: now + Math.max(wait, restMs ?? 0),
    failures,
    error: why,
  });
}
