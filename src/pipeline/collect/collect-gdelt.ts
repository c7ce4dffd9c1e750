import {createHash} from "node:crypto";
import {InputError} from "../../sources/index.ts";
import type {Source} from "../../world/index.ts";
import {type Collecting, dayOf, type SourceDone} from "./collecting.ts";
import {noteFailure, noteSuccess} from "./note-source.ts";
import {unknownAddress} from "./unknown-address.ts";

/** The files of GDELT 2.0 that have an importer; its name is all that is taken from an address. */
const files = /\/(\d{14}\.(export|mentions)\.CSV\.zip)$/i;
const importers: Readonly<Record<string, string>> = {
  export: "gdelt-events",
  mentions: "gdelt-mentions",
};

/** GDELT's list of its newest files: each is fetched once and goes to the importer of events. */
export async function collectGdelt(
  source: Source,
  isDue: boolean,
  collecting: Collecting,
  done: SourceDone,
): Promise<void> {
  if (!isDue) return;
  const {journal, fetcher, formats, now, uniform, stop} = collecting;
  const got = await fetcher.fetch(source.at, journal.source(source.id) ?? undefined);
  if (stop.aborted && got.kind === "failed") return;
  if (got.kind === "unchanged") return noteSuccess(journal, source, now(), {});
  let failure: {why: string; restMs: number | null} | null = got.kind === "failed" ? got : null;
  if (got.kind === "fetched") {
    try {
      for (const file of formats.parseLastUpdate(new TextDecoder().decode(got.bytes)))
        failure ??= await takeFile(file, source, collecting, done);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failure = {why: error.message, restMs: null};
    }
    if (failure === null && !stop.aborted) {
      const {etag, lastModified} = got;
      const days = done.fresh > 0 ? [dayOf(now())] : [];
      noteSuccess(journal, source, now(), {items: done.fresh, days, etag, lastModified});
    }
  }
  if (failure === null || stop.aborted) return;
  done.error = failure.why;
  noteFailure(journal, source, now(), failure, uniform);
}

async function takeFile(
  {url, sizeBytes, md5}: {url: string; sizeBytes: number; md5: string},
  {id}: Source,
  {journal, fetcher, takeEvents}: Collecting,
  done: SourceDone,
): Promise<{why: string; restMs: number | null} | null> {
  const [, name, kind] = files.exec(url) ?? [];
  const importerId = importers[kind?.toLowerCase() ?? ""];
  if (name === undefined || importerId === undefined || journal.address(url) !== null) return null;
  const got = await fetcher.fetch(url);
  if (got.kind === "failed") return got;
  if (got.kind === "unchanged") throw new Error(`${url} is unchanged though nothing was had`);
  const {bytes} = got;
  const isWhole =
    bytes.length === sizeBytes && createHash("md5").update(bytes).digest("hex") === md5;
  if (!isWhole) return {why: `${url} is not the file that the list names`, restMs: null};
  await takeEvents(importerId, {name, bytes});
  journal.note({...unknownAddress(url, id), state: "page"});
  done.fresh += 1;
  return null;
}
