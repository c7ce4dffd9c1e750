import {createHash} from "node:crypto";
import {captureOf, type Fetched, InputError, pageLinks} from "../../sources/index.ts";
import type {Source} from "../../world/index.ts";
import {noteItems, readItems} from "./collect-items.ts";
import {collectedOf} from "./collected-of.ts";
import {type CollectRun, dayOf, type SourceDone} from "./collecting.ts";
import {noteFailure, noteSuccess} from "./note-source.ts";
import {unknownAddress} from "./unknown-address.ts";

/** A single page: the texts that it lists are read; a page that lists none is read itself, whenever it is another one. */
export async function collectPage(
  source: Source,
  isDue: boolean,
  run: CollectRun,
  done: SourceDone,
): Promise<void> {
  if (isDue) await lookAtPage(source, run, done);
  await readItems(source, run, done);
}

async function lookAtPage(source: Source, run: CollectRun, done: SourceDone): Promise<void> {
  const {journal, fetcher, now, uniform, stop} = run;
  const got = await fetcher.fetch(source.at, journal.source(source.id) ?? undefined);
  if (stop.aborted && got.kind === "failed") return;
  if (got.kind === "unchanged") return noteSuccess(journal, source, now(), {});
  let failure: {why: string; restMs: number | null};
  if (got.kind === "failed") failure = got;
  else {
    try {
      const {etag, lastModified} = got;
      const items = await takePage(source, got, run, done);
      const days = items > 0 ? [dayOf(now())] : [];
      return noteSuccess(journal, source, now(), {items, days, etag, lastModified});
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failure = {why: error.message, restMs: null};
    }
  }
  done.error = failure.why;
  noteFailure(journal, source, now(), failure, uniform);
}

/**
 * @returns how many texts are new in it.
 * @throws InputError when it is no text.
 */
async function takePage(
  source: Source,
  {bytes, url, mediaType}: Extract<Fetched, {kind: "fetched"}>,
  run: CollectRun,
  done: SourceDone,
): Promise<number> {
  const {journal, now, keep} = run;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = journal.address(source.at) ?? unknownAddress(source.at, source.id);
  if (known.sha256 === sha256) return 0;
  const capture = captureOf(bytes, url, dayOf(now()), false, mediaType);
  const listed = await pageLinks(bytes, {url, contentType: mediaType});
  let fresh = 1;
  if (listed.length > 0) fresh = noteItems(listed, source, run).fresh;
  else {
    await keep({...capture, collected: collectedOf(source)}, source.licence);
    done.kept += 1;
  }
  journal.note({...known, state: "page", sha256});
  done.fresh += fresh;
  return fresh;
}
