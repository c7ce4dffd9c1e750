import {type Fetched, InputError} from "../../sources/index.ts";
import type {Day, Source} from "../../world/index.ts";
import type {Collecting, SourceDone} from "./collecting.ts";
import {noteFailure, noteSuccess} from "./note-source.ts";

/** Why a source, or something that it names, could not be had, and how long its host asks to be left alone. */
export interface Failure {
  readonly why: string;
  readonly restMs: number | null;
}

/** What was new in it; null where the work was to stop before all of it was taken. */
export type Taken = {readonly items: number; readonly days: readonly Day[]} | Failure | null;

/**
 * Fetches what a source shows, has it taken, and notes how that went: only then is what was said of it remembered, so
 * that it need not be sent again.
 *
 * @param take an `InputError` of it is a failure of the source.
 */
export async function askSource(
  source: Source,
  {journal, fetcher, now, uniform, stop}: Collecting,
  done: SourceDone,
  take: (got: Extract<Fetched, {kind: "fetched"}>) => Promise<Taken>,
): Promise<void> {
  const got = await fetcher.fetch(source.at, journal.source(source.id) ?? undefined);
  if (got.kind === "unchanged") return noteSuccess(journal, source, now(), {});
  const taken = got.kind === "failed" ? got : await orFailure(() => take(got));
  if (taken === null) return;
  if ("why" in taken) {
    // What fails while the work is made to stop is no fault of the source.
    if (stop.aborted) return;
    done.error = taken.why;
    noteFailure(journal, source, now(), taken, uniform);
  } else if (got.kind === "fetched") {
    const {etag, lastModified} = got;
    noteSuccess(journal, source, now(), {...taken, etag, lastModified});
  }
}

async function orFailure(work: () => Promise<Taken>): Promise<Taken> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {why: error.message, restMs: null};
  }
}
