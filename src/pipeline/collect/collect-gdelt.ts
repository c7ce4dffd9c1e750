import {createHash} from "node:crypto";
import {backOff, InputError} from "../../sources/index.ts";
import type {AddressNote} from "../../store/index.ts";
import {dayAt, type Source} from "../../world/index.ts";
import {askSource, type Failure} from "./ask-source.ts";
import type {CollectRun, SourceDone} from "./collecting.ts";
import {missedFiles} from "./missed-files.ts";
import {unknownAddress} from "./unknown-address.ts";

/** The files of GDELT 2.0 that have an importer; its name is all that is taken from an address. */
const files = /\/(\d{14}\.(export|mentions)\.CSV\.zip)$/i;
const importers: Readonly<Record<string, string>> = {
  export: "gdelt-events",
  mentions: "gdelt-mentions",
};
/** A missed file that fails so often is given up. */
const mostTries = 3;
/** Missed files that are filled in in one run. */
const usualLimit = 200;
const betweenTries = {firstMs: 15 * 60_000, mostMs: 86_400_000};

/**
 * GDELT's list of its newest files: each is fetched once and goes to the importer of events. What it published since the
 * last file that was read is filled in, as far as two days back.
 */
export async function collectGdelt(
  source: Source,
  isDue: boolean,
  run: CollectRun,
  done: SourceDone,
): Promise<void> {
  const {formats, journal, now, stop} = run;
  if (isDue)
    await askSource(source, run, done, async ({bytes}) => {
      let failure: Failure | null = null;
      for (const file of formats.parseLastUpdate(new TextDecoder().decode(bytes))) {
        if (importerOf(file.url) === null || journal.address(file.url) !== null) continue;
        const {urls, isCut} = missedFiles(file.url, journal, source.id);
        failure ??= await takeListed(file, source, run, done);
        if (failure !== null) break;
        // Noted once the newer one is read: until then the walk back from a newer list meets them again.
        journal.note(...urls.map((url) => unknownAddress(url, source.id)));
        if (isCut) done.notes.push(`what was missed before ${urls[0]} is not filled in`);
      }
      if (failure !== null || stop.aborted) return failure;
      return {items: done.fresh, days: done.fresh > 0 ? [dayAt(now())] : []};
    });
  await takeMissed(source, run, done);
}

/** The name of a file that has an importer, and which; null of any other. */
function importerOf(url: string): {readonly name: string; readonly importerId: string} | null {
  const [, name, kind = ""] = files.exec(url) ?? [];
  const importerId = importers[kind.toLowerCase()];
  return name === undefined || importerId === undefined ? null : {name, importerId};
}

async function takeListed(
  {url, sizeBytes, md5}: {url: string; sizeBytes: number; md5: string},
  {id}: Source,
  {journal, fetcher, takeEvents}: CollectRun,
  done: SourceDone,
): Promise<Failure | null> {
  const file = importerOf(url);
  if (file === null) throw new Error(`${url} has no importer`);
  const got = await fetcher.fetch(url);
  if (got.kind === "failed") return got;
  if (got.kind === "unchanged") throw new Error(`${url} is unchanged though nothing was had`);
  const {bytes} = got;
  const isWhole =
    bytes.length === sizeBytes && createHash("md5").update(bytes).digest("hex") === md5;
  if (!isWhole) return {why: `${url} is not the file that the list names`, restMs: null};
  await takeEvents(file.importerId, {name: file.name, bytes});
  journal.note({...unknownAddress(url, id), state: "page"});
  done.fresh += 1;
  return null;
}

/** Takes files that no list names any more, the oldest first. The checksum within each is all that tells it whole. */
async function takeMissed(source: Source, run: CollectRun, done: SourceDone): Promise<void> {
  const {journal, now, stop, limit, progress} = run;
  const due = journal
    .pending(source.id)
    .filter(({dueAt}) => dueAt <= now())
    .slice(0, limit ?? usualLimit);
  if (due.length > 0) progress.expect(source.id, due.length);
  for (const note of due) {
    if (stop.aborted || !(await takeOne(note, run, done))) break;
    progress.pageRead(source.id);
  }
  done.waiting = journal.pending(source.id).length;
}

/** @returns whether the host answered. */
async function takeOne(note: AddressNote, run: CollectRun, done: SourceDone): Promise<boolean> {
  const {journal, fetcher, now, uniform, stop, takeEvents} = run;
  const {key: url} = note;
  const tries = note.tries + 1;
  const settle = (state: AddressNote["state"], why: string | null) => {
    journal.note({...note, tries, state, why, readAt: now()});
    if (why !== null) done.notes.push(why);
  };
  const file = importerOf(url);
  if (file === null) {
    settle("nothing", `${url} has no importer`);
    return true;
  }
  const got = await fetcher.fetch(url);
  if (got.kind === "unchanged") throw new Error(`${url} is unchanged though nothing was had`);
  if (got.kind === "failed") {
    if (stop.aborted) return false;
    const isGivenUp = got.isFinal || tries >= mostTries;
    const wait = Math.max(backOff(tries, betweenTries, uniform), got.restMs ?? 0);
    if (isGivenUp) settle("nothing", got.why);
    else journal.note({...note, tries, dueAt: now() + wait, why: got.why});
    return got.isFinal;
  }
  try {
    await takeEvents(file.importerId, {name: file.name, bytes: got.bytes});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    settle("nothing", error.message);
    return true;
  }
  settle("page", null);
  done.fresh += 1;
  return true;
}
