import type {ArchivedPage, TellArchiveNote} from "../formats/archive.ts";
import type {FeedOrigin, FeedRead} from "../formats/feed.ts";
import {type LastUpdateFile, parseLastUpdate} from "../formats/parse-last-update.ts";
import {readArchive} from "../formats/read-archive.ts";
import {readFeed} from "../formats/read-feed.ts";
import {realImportDisk} from "../importers/import-disk.ts";

/** How the kinds of sources are read. */
export interface CollectFormats {
  readonly readFeed: (bytes: Uint8Array, origin: FeedOrigin) => Promise<FeedRead>;
  readonly readArchive: (path: string, tell: TellArchiveNote) => AsyncIterable<ArchivedPage>;
  readonly parseLastUpdate: (text: string) => readonly LastUpdateFile[];
}

export const collectFormats: CollectFormats = {
  readFeed,
  readArchive: (path, tell) => readArchive(path, realImportDisk, tell),
  parseLastUpdate,
};
