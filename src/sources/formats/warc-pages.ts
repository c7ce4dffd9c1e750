import {type ArchivedPage, maxRecordBytes, type TellArchiveNote} from "./archive.ts";
import type {ByteWindow} from "./byte-window.ts";
import {feedDate} from "./feed-date.ts";
import {headEnd, headersOf} from "./http-message.ts";
import {recordPage} from "./record-page.ts";

const versionLine = /^WARC\/\d\.\d{1,2}\r?\n/;
const longestVersionLine = 12;
const maxHead = 64 * 1024;

/**
 * The pages of a WARC file (ISO 28500): its `response` and `resource` records. What stands between records, or follows a record
 * whose length is wrong, is passed over up to the next record, and told.
 */
export async function* warcPages(
  window: ByteWindow,
  tell: TellArchiveNote,
): AsyncGenerator<ArchivedPage> {
  do {
    while (await toRecord(window, tell)) {
      const page = await readRecord(window, tell);
      if (page !== null) yield page;
    }
    if (window.broken !== null) tell({url: null, why: window.broken, kept: false});
  } while (window.resume());
}

/** Brings the window to the next record. */
async function toRecord(window: ByteWindow, tell: TellArchiveNote): Promise<boolean> {
  let held = await window.look(1);
  while (held[0] === 13 || held[0] === 10) {
    await window.skip(1);
    held = await window.look(1);
  }
  if (held.length === 0) return false;
  if (isVersion(await window.look(longestVersionLine), 0)) return true;
  tell({url: null, why: "what stands between two records is none", kept: false});
  return window.seek(nextVersion, longestVersionLine);
}

function isVersion(held: Buffer, at: number): boolean {
  return versionLine.test(held.toString("latin1", at, at + longestVersionLine));
}

function nextVersion(held: Buffer): number {
  for (let at = held.indexOf("WARC/"); at !== -1; at = held.indexOf("WARC/", at + 1))
    if (isVersion(held, at) && (at === 0 || held[at - 1] === 10)) return at;
  return -1;
}

async function readRecord(window: ByteWindow, tell: TellArchiveNote): Promise<ArchivedPage | null> {
  const start = await lookForHead(window);
  const end = headEnd(start);
  if (end === null) {
    tell({url: null, why: "the headers of a record do not end", kept: false});
    await window.skip(1);
    return null;
  }
  const headers = headersOf(start.toString("utf8", 0, end.head).split(/\r?\n/).slice(1));
  const url = headers.get("warc-target-uri") ?? null;
  const leave = (why: string) => {
    tell({url: url?.slice(0, 500) ?? null, why, kept: false});
    return null;
  };
  await window.skip(end.body);
  const stated = headers.get("content-length") ?? "";
  if (!/^\d{1,15}$/.test(stated)) return leave("the length of a record is not stated");
  const length = Number(stated);
  const type = headers.get("warc-type")?.toLowerCase() ?? "";
  if (type !== "response" && type !== "resource") {
    await window.skip(length);
    return type === "revisit" ? leave("its bytes stand in another record") : null;
  }
  if (length > maxRecordBytes) {
    await window.skip(length);
    return leave(`it is larger than ${maxRecordBytes / 1e6} MB`);
  }
  const block = await window.take(length);
  if (url === null) return leave("its address is not stated");
  const mediaType = headers.get("content-type") ?? null;
  // A record that was cut short when it was archived says so (5.13): what is there is still what was sent.
  const cut = headers.get("warc-truncated");
  if (cut !== undefined)
    tell({url, why: `it was cut off when it was archived (${cut.slice(0, 40)})`, kept: true});
  return recordPage(
    {
      url,
      fetchedAt: feedDate(headers.get("warc-date")),
      isHttp: type === "response" && !/^text\/dns/i.test(mediaType ?? ""),
      mediaType,
      block,
      isCut: block.length < length,
      blockDigest: headers.get("warc-block-digest") ?? null,
      payloadDigest: headers.get("warc-payload-digest") ?? null,
    },
    tell,
  );
}

async function lookForHead(window: ByteWindow): Promise<Buffer> {
  for (let wanted = 4096; ; wanted *= 2) {
    const held = await window.look(wanted);
    if (held.length < wanted || wanted >= maxHead || headEnd(held) !== null)
      return held.subarray(0, maxHead);
  }
}
