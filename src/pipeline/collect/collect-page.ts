import {createHash} from "node:crypto";
import {captureOf, InputError} from "../../sources/index.ts";
import type {Source} from "../../world/index.ts";
import {collectedOf} from "./collected-of.ts";
import {type CollectRun, dayOf, type SourceDone} from "./collecting.ts";
import {noteFailure, noteSuccess} from "./note-source.ts";
import {unknownAddress} from "./unknown-address.ts";

/** A single page: read again whenever it is another one than before. */
export async function collectPage(
  source: Source,
  isDue: boolean,
  {journal, fetcher, now, uniform, stop, keep}: CollectRun,
  done: SourceDone,
): Promise<void> {
  if (!isDue) return;
  const got = await fetcher.fetch(source.at, journal.source(source.id) ?? undefined);
  if (stop.aborted && got.kind === "failed") return;
  const fail = (failure: {why: string; restMs: number | null}) => {
    done.error = failure.why;
    noteFailure(journal, source, now(), failure, uniform);
  };
  if (got.kind === "failed") return fail(got);
  if (got.kind === "unchanged") return noteSuccess(journal, source, now(), {});
  const {etag, lastModified} = got;
  const sha256 = createHash("sha256").update(got.bytes).digest("hex");
  const known = journal.address(source.at) ?? unknownAddress(source.at, source.id);
  if (known.sha256 === sha256) return noteSuccess(journal, source, now(), {etag, lastModified});
  try {
    const capture = captureOf(got.bytes, got.url, dayOf(now()), false, got.mediaType);
    const day = await keep({...capture, collected: collectedOf(source)}, source.licence);
    journal.note({...known, state: "page", sha256});
    noteSuccess(journal, source, now(), {items: 1, days: [day], etag, lastModified});
    done.fresh += 1;
    done.kept += 1;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    fail({why: error.message, restMs: null});
  }
}
