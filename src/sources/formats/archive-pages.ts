import {arcPages} from "./arc-pages.ts";
import type {ArchivedPage, TellArchiveNote} from "./archive.ts";
import {ByteWindow} from "./byte-window.ts";
import {gzipMembers} from "./gzip-members.ts";
import {warcPages} from "./warc-pages.ts";

/** The pages of one WARC or ARC file, packed or not, by its first bytes; null where it is neither. The window is on what is unfolded. */
export async function* archivePages(
  bytes: AsyncIterable<Uint8Array>,
  tell: TellArchiveNote,
): AsyncGenerator<ArchivedPage, boolean> {
  const window = new ByteWindow(gzipMembers(bytes));
  try {
    const start = (await window.look(64)).toString("latin1", 0, 64).trimStart();
    if (/^WARC\/\d/.test(start)) yield* warcPages(window, tell);
    else if (/^(?:filedesc:|https?:\/\/|dns:)/i.test(start)) yield* arcPages(window, tell);
    else if (window.broken !== null) yield* warcPages(window, tell);
    else return false;
    return true;
  } finally {
    await window.close();
  }
}
