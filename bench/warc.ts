import {statSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {WARCParser} from "warcio";
import {type ArchivedPage, type ImportDisk, InputError, readArchive} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import {type DataFile, filesIn, unpacked} from "./data-files.ts";

/** A page as either reader gives it; the peer reads ARC without addresses. */
interface Page {
  readonly url: string | null;
  readonly bytes: Buffer;
}

/**
 * How many of the pages that warcio reads out of web archives are read to the byte, and how many pages each reader finds at all, for
 * some of the files are broken.
 *
 * @param data a folder of WARC, ARC and WACZ files, or a `.tar.gz` of one.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const files = statSync(data).isDirectory() ? filesIn(data) : unpacked(data, filesIn);
  if (files.length === 0) throw new Error(`${data} holds no archives`);
  const ours: Page[][] = [];
  const wanted: Page[][] = [];
  let refused = 0;
  for (const file of files) {
    const pages = await readOrRefuse(file);
    if (pages === null) refused += 1;
    ours.push(pages ?? []);
  }
  for (const file of files) wanted.push(await byWarcio(file));
  const floor = files.map(byPattern);
  return {
    bench: "warc",
    figures: {
      recordShare: share(wanted, ours),
      pages: ours.flat().length,
      fileShare: ours.filter((pages) => pages.length > 0).length / files.length,
      refusedShare: refused / files.length,
    },
    floors: {"recordShare pattern": share(wanted, floor), "pages pattern": floor.flat().length},
    peers: {
      "pages warcio-2": wanted.flat().length,
      "fileShare warcio-2": wanted.filter((pages) => pages.length > 0).length / files.length,
    },
    n: files.length,
  };
}

/** The pages, or `null` for a file that is refused. */
async function readOrRefuse({name, bytes}: DataFile): Promise<Page[] | null> {
  const disk: ImportDisk = {
    sizeOf: async () => bytes.length,
    read: async function* (_, start, end) {
      yield bytes.subarray(start, end);
    },
  };
  const pages: ArchivedPage[] = [];
  const tell = ({url, why, kept}: {url: string | null; why: string; kept: boolean}) =>
    console.error(`  ${name}: ${kept ? "kept" : "left"} ${url ?? "a record"}: ${why}`);
  try {
    for await (const page of readArchive(name, disk, tell)) pages.push(page);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(`  ${name}: ${error.message}`);
    return null;
  }
  return pages.map((page) => ({url: page.url, bytes: Buffer.from(page.bytes)}));
}

async function byWarcio({bytes}: DataFile): Promise<Page[]> {
  const pages: Page[] = [];
  try {
    for await (const record of new WARCParser([bytes])) {
      const body = Buffer.from(await record.readFully(true));
      const isPage = record.warcType !== "request" && record.warcType !== "revisit";
      const status = Number(record.httpHeaders?.statusCode ?? 200);
      const holds = record.httpHeaders !== null || record.warcType === "resource";
      if (isPage && holds && status === 200 && body.length > 0)
        pages.push({url: record.warcTargetURI ?? null, bytes: body});
    }
  } catch {
    // What it read before it gave up counts.
  }
  return pages;
}

/** The naive floor: unfold it whole, cut it at "WARC/1.", cut the two heads off by blank lines. */
function byPattern({bytes}: DataFile): Page[] {
  try {
    const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("latin1");
    return text
      .split(/^WARC\/1\.\d\r\n/m)
      .filter((record) => /^WARC-Type: (?:response|resource)\r$/m.test(record))
      .map((record) => ({
        url: /^WARC-Target-URI: (.*)\r$/m.exec(record)?.[1] ?? null,
        bytes: Buffer.from(record.split("\r\n\r\n").slice(2).join("\r\n\r\n").trimEnd(), "latin1"),
      }));
  } catch {
    return [];
  }
}

function share(wanted: readonly Page[][], found: readonly Page[][]): number {
  const same = (a: Page, b: Page) =>
    (a.url === null || href(a.url) === href(b.url)) && a.bytes.equals(b.bytes);
  const right = wanted.flatMap((pages, i) =>
    pages.filter((page) => (found[i] ?? []).some((one) => same(page, one))),
  );
  return right.length / wanted.flat().length;
}

function href(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).href : url;
}
