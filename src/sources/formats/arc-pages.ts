import {type ArchivedPage, maxRecordBytes, type TellArchiveNote} from "./archive.ts";
import type {ByteWindow} from "./byte-window.ts";
import {recordPage} from "./record-page.ts";

/** A record's first line, read from its end: an address may have blanks in it, the rest has none. */
const recordLine = /^([a-z][a-z0-9+.-]{1,20}:\/{0,2}\S.*?) (\S+) (\d{8,20}) (\S+) (\S+)\r?$/i;
const longestLine = 8192;

/** The pages of an ARC file, WARC's forerunner (Internet Archive, ARC file format 1.0). */
export async function* arcPages(
  window: ByteWindow,
  tell: TellArchiveNote,
): AsyncGenerator<ArchivedPage> {
  do {
    for (let line = await takeLine(window); line !== null; line = await takeLine(window)) {
      const [, url = "", , day = "", mediaType = "", length = ""] = recordLine.exec(line) ?? [];
      if (url === "") continue;
      const page = await readRecord(window, {url, day, mediaType, length}, tell);
      if (page !== null) yield page;
    }
    if (window.broken !== null) tell({url: null, why: window.broken, kept: false});
  } while (window.resume());
}

async function readRecord(
  window: ByteWindow,
  said: {url: string; day: string; mediaType: string; length: string},
  tell: TellArchiveNote,
): Promise<ArchivedPage | null> {
  const {url, length} = said;
  const isFile = url.startsWith("filedesc:");
  const leave = (why: string) => {
    if (!isFile) tell({url: url.slice(0, 500), why, kept: false});
    return null;
  };
  if (!/^\d{1,15}$/.test(length))
    return leave(`its length is said to be ${JSON.stringify(length.slice(0, 20))}`);
  if (isFile || Number(length) > maxRecordBytes) {
    await window.skip(Number(length));
    return leave(`it is larger than ${maxRecordBytes / 1e6} MB`);
  }
  const block = await window.take(Number(length));
  return recordPage(
    {
      url,
      fetchedAt: instantOf(said.day),
      isHttp: /^https?:/i.test(url),
      mediaType: said.mediaType,
      block,
      isCut: block.length < Number(length),
      blockDigest: null,
      payloadDigest: null,
    },
    tell,
  );
}

/** "20140216050221" as an instant in UTC; null where it is none. */
function instantOf(digits: string): string | null {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(digits) ?? [];
  const text = `${y}-${mo}-${d}T${h}:${mi}:${s}Z`;
  return Number.isNaN(Date.parse(text)) ? null : text;
}

/** The next line without its line feed; null at the end of the run. A longer one than any record's comes in pieces. */
async function takeLine(window: ByteWindow): Promise<string | null> {
  let held = await window.look(1);
  for (let wanted = 512; wanted <= longestLine && held.indexOf(10) === -1; wanted *= 2)
    held = await window.look(wanted);
  if (held.length === 0) return null;
  const feed = held.indexOf(10);
  const end = feed === -1 || feed > longestLine ? Math.min(held.length, longestLine) : feed + 1;
  const line = held.toString("utf8", 0, end);
  await window.skip(end);
  return line.replace(/\n$/, "");
}
