import {InputError} from "../../sources/index.ts";
import type {Source} from "../../world/index.ts";
import type {Collecting} from "./collecting.ts";
import {noteFailure, unknownSource} from "./note-source.ts";

/** Whether a source answers as what it is said to be, in words. */
export interface SourceCheck {
  readonly id: string;
  readonly isSound: boolean;
  readonly words: string;
}

type Checking = Pick<
  Collecting,
  "fetcher" | "formats" | "disk" | "journal" | "now" | "uniform" | "stop"
>;

/** Asks a source once and notes what came of it; nothing of it is kept. */
export async function checkSource(source: Source, checking: Checking): Promise<SourceCheck> {
  const {journal, now, uniform, stop} = checking;
  let why: string;
  try {
    const words = await whatAnswers(source, checking);
    const before = journal.source(source.id) ?? unknownSource(source.id);
    journal.note({...before, triedAt: now(), checkedAt: now(), failures: 0, error: null});
    return {id: source.id, isSound: true, words};
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    why = error.message;
  }
  if (!stop.aborted) noteFailure(journal, source, now(), {why, restMs: null}, uniform);
  return {id: source.id, isSound: false, words: why};
}

/** @throws InputError where it does not. */
async function whatAnswers(
  {kind, at}: Source,
  {fetcher, formats, disk}: Checking,
): Promise<string> {
  if (kind === "folder" || kind === "warc") {
    const files = await disk.filesAt(at);
    return `${files.length} files`;
  }
  const got = await fetcher.fetch(at);
  if (got.kind === "failed") throw new InputError(got.why, "try again later, or mend its address");
  if (got.kind === "unchanged") throw new Error(`${at} is unchanged though nothing was had`);
  if (kind === "page") return `${got.bytes.length} bytes, ${got.mediaType ?? "no media type"}`;
  if (kind === "gdelt")
    return `${formats.parseLastUpdate(new TextDecoder().decode(got.bytes)).length} files`;
  const feed = await formats.readFeed(got.bytes, {url: got.url, contentType: got.mediaType});
  return `${feed.kind} with ${feed.items.length} items`;
}
