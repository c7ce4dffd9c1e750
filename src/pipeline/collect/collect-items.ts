import {
  backOff,
  captureOf,
  type FeedItem,
  InputError,
  itemAddress,
  itemCapture,
} from "../../sources/index.ts";
import type {AddressNote} from "../../store/index.ts";
import {type Capture, type Day, dayAt, isDay, type Source} from "../../world/index.ts";
import {collectedOf} from "./collected-of.ts";
import type {Collecting, CollectRun, KeepCapture, SourceDone} from "./collecting.ts";
import {unknownAddress} from "./unknown-address.ts";

/** A page that fails so often is kept as its feed tells it. */
const mostTries = 3;
/** Pages in a row that do not answer: then their host is left for the next run. */
const mostSilent = 3;
/** Pages of one source that are read in one run. */
const usualLimit = 200;
const betweenTries = {firstMs: 30 * 60_000, mostMs: 86_400_000};

/** Notes the items that were not met before, or are newer than what was read, as still to be read. */
export function noteItems(
  items: readonly FeedItem[],
  source: Source,
  {journal}: Pick<Collecting, "journal">,
): {readonly fresh: number; readonly days: readonly Day[]} {
  let fresh = 0;
  const days: Day[] = [];
  for (const item of items) {
    const key = item.url === null ? `${source.id}#${item.id}` : itemAddress(item.url);
    const day = item.published?.slice(0, 10) ?? "";
    if (isDay(day)) days.push(day);
    const known = journal.address(key);
    if (known !== null && !isNewer(item.updated, known.updated)) continue;
    if (known === null) fresh += 1;
    journal.note({
      ...(known ?? unknownAddress(key, source.id)),
      state: "pending",
      item: JSON.stringify(item),
      tries: 0,
      dueAt: 0,
      updated: item.updated,
    });
  }
  return {fresh, days};
}

/** Order of items, by when they say that they were published, else updated. */
export function newestFirst(a: FeedItem, b: FeedItem): number {
  const [one, other] = [a, b].map(({published, updated}) => published ?? updated ?? "");
  return one === other ? 0 : (one ?? "") < (other ?? "") ? 1 : -1;
}

function isNewer(updated: string | null, known: string | null): boolean {
  return updated !== null && known !== null && updated > known;
}

/** Reads the pages of items that are still to be read, the newest first, as far as the limit goes. */
export async function readItems(source: Source, run: CollectRun, done: SourceDone): Promise<void> {
  const {journal, now, stop, limit, progress} = run;
  const due = journal
    .pending(source.id)
    .filter(({dueAt}) => dueAt <= now())
    .map((note) => ({note, item: JSON.parse(note.item ?? "null") as FeedItem}))
    .sort((a, b) => newestFirst(a.item, b.item))
    .slice(0, limit ?? usualLimit);
  progress.expect(source.id, due.length);
  let silent = 0;
  for (const {note, item} of due) {
    if (stop.aborted || silent === mostSilent) break;
    const answered = await readItem(note, item, source, run, done);
    progress.pageRead(source.id);
    silent = answered ? 0 : silent + 1;
  }
  if (silent === mostSilent) done.notes.push("its pages do not answer; the others wait");
  done.waiting = journal.pending(source.id).length;
}

/** @returns whether the page's host answered. */
async function readItem(
  note: AddressNote,
  item: FeedItem,
  source: Source,
  {journal, fetcher, now, uniform, stop, keep, keptOrigins}: CollectRun,
  done: SourceDone,
): Promise<boolean> {
  const collected = collectedOf(source, item);
  const settled = {...note, item: null, tries: note.tries + 1, why: null, readAt: now()};
  if (note.readAt === null && keptOrigins.has(note.key)) {
    // It was kept just before a run was killed, or by hand.
    journal.note({...settled, state: "page"});
    return true;
  }
  const asFeedTells = async (why: string) => {
    const told = () => itemCapture(item, item.url ?? note.key, why, collected, dayAt(now()));
    const isKept = (await whyUnread(told, keep, source.licence)) === null;
    journal.note({...settled, state: isKept ? "feed" : "nothing", why});
    if (!isKept) return;
    done.fromFeed += 1;
    done.kept += 1;
  };
  if (item.url === null) {
    await asFeedTells("its feed gives no address for it");
    return true;
  }
  const got = await fetcher.fetch(note.key, note.etag === null ? undefined : note);
  if (stop.aborted && got.kind === "failed") return true;
  if (got.kind === "unchanged") {
    journal.note({...settled, state: "page"});
    return true;
  }
  if (got.kind === "failed") {
    if (got.isFinal || settled.tries >= mostTries) {
      await asFeedTells(got.why);
      return true;
    }
    const wait = backOff(settled.tries, betweenTries, uniform);
    const dueAt = now() + Math.max(wait, got.restMs ?? 0);
    journal.note({...note, tries: settled.tries, dueAt, why: got.why});
    return false;
  }
  const {bytes, url, mediaType} = got;
  const page = () => ({...captureOf(bytes, url, dayAt(now()), false, mediaType), collected});
  const why = await whyUnread(page, keep, source.licence);
  if (why !== null) {
    await asFeedTells(why);
    return true;
  }
  journal.note({...settled, state: "page", etag: got.etag, lastModified: got.lastModified});
  done.kept += 1;
  return true;
}

/** Keeps what `made` gives; tells in words why it could not be read, or null. */
async function whyUnread(
  made: () => Capture,
  keep: KeepCapture,
  licence: string,
): Promise<string | null> {
  try {
    await keep(made(), licence);
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}
