import {dayAt, type Source} from "../../world/index.ts";
import {recordKnownMoves} from "../record-known-moves.ts";
import {collectFeed} from "./collect-feed.ts";
import {collectFolder} from "./collect-folder.ts";
import {collectGdelt} from "./collect-gdelt.ts";
import {collectPage} from "./collect-page.ts";
import {collectProgress} from "./collect-progress.ts";
import {type Collecting, type CollectRun, nothingDone, type SourceDone} from "./collecting.ts";
import {keepCollected} from "./keep-collected.ts";

/** What one look at the sources brought, and when to look next, in milliseconds since 1970. */
export interface LookDone {
  readonly done: readonly SourceDone[];
  readonly nextAt: number;
}

/**
 * Looks once at every source that is due, all of them beside one another:
 *
 *     feed, sitemap ──► items ──► pages ─┐       an item whose page cannot be had stands as its feed tells it
 *     page ──────────────────────────────┼──► capture ──► article ──► coded events ──► ledger
 *     folder, archive ──► files ─────────┘                                                └──► versions of moves, once
 *     GDELT's list ──► files ──► events                    the importer of events
 *
 * What was read is noted at once: a run that is killed goes on where it was, and nothing is fetched twice.
 */
export async function collectOnce(
  sources: readonly Source[],
  collecting: Collecting,
): Promise<LookDone> {
  const {ledger, reference, journal, now, stop} = collecting;
  const kept = await ledger.captures(dayAt(now()));
  const run: CollectRun = {
    ...collecting,
    keep: keepCollected(ledger, reference, journal, collecting.readCapture),
    progress: collectProgress(sources.length, collecting),
    keptOrigins: new Set(kept.map(({origin}) => origin)),
  };
  const runs = await Promise.allSettled(
    sources.map(async (source) => {
      const done = nothingDone(source.id);
      try {
        await collectSource(source, run, done);
        run.progress.sourceDone(source.id);
      } catch (error) {
        // Sleeps and requests end at once where the work is to stop; what was noted stands.
        if (!stop.aborted) throw error;
      }
      return done;
    }),
  );
  if (journal.movesAreBehind) {
    await recordKnownMoves(ledger, reference, dayAt(now()), {tell: collecting.tell});
    journal.note({kind: "moves", areBehind: false});
  }
  const done = runs.map((run) => {
    if (run.status === "rejected") throw run.reason;
    return run.value;
  });
  return {done, nextAt: nextDue(sources, collecting)};
}

function collectSource(source: Source, run: CollectRun, done: SourceDone): Promise<void> {
  const note = run.journal.source(source.id);
  const isDue = note === null || note.dueAt <= run.now() || (run.isNamed && note.failures === 0);
  done.isDue = isDue;
  switch (source.kind) {
    case "feed":
    case "sitemap":
      return collectFeed(source, isDue, run, done);
    case "page":
      return collectPage(source, isDue, run, done);
    case "gdelt":
      return collectGdelt(source, isDue, run, done);
    case "folder":
    case "warc":
      return collectFolder(source, isDue, run, done);
  }
}

/** When, in milliseconds since 1970, there is next something to do: a source is due, or a page is to be tried again. */
function nextDue(sources: readonly Source[], {journal}: Pick<Collecting, "journal">): number {
  const times = sources.flatMap(({id}) => [
    journal.source(id)?.dueAt ?? 0,
    ...journal.pending(id).map(({dueAt}) => dueAt),
  ]);
  return Math.min(...times);
}
