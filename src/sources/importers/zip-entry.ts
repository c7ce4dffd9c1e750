import {pipeline, Readable} from "node:stream";
import {crc32, createInflateRaw} from "node:zlib";
import yauzl from "yauzl";
import {InputError} from "../input-error.ts";
import {brokenArchive} from "./broken-archive.ts";
import type {ImportDisk} from "./import-disk.ts";
import {unfoldedChunkBytes} from "./unfolded-chunk-bytes.ts";

/** The method of an entry that is kept as it is (APPNOTE.TXT 4.4.5). */
const stored = 0;
/** Entries that are looked at in an archive. */
const maxEntries = 1000;

/** yauzl's view of the disk. */
class ArchiveReader extends yauzl.RandomAccessReader {
  readonly #path: string;
  readonly #disk: ImportDisk;

  constructor(path: string, disk: ImportDisk) {
    super();
    this.#path = path;
    this.#disk = disk;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#disk.read(this.#path, start, end), {objectMode: false});
  }
}

const openZip = (path: string, sizeBytes: number, disk: ImportDisk) =>
  yauzl.fromRandomAccessReaderPromise(new ArchiveReader(path, disk), sizeBytes, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  });

/** What a computer put in beside the data, and what a publisher did: papers, read-me files, licences. */
const isSidecar = (entryName: string) =>
  /(^|\/)(__MACOSX\/|\.)|\.(pdf|docx?|html?|md|rtf)$|(^|\/)(read.?me|licen[cs]e)[^/]*$/i.test(
    entryName,
  );

/**
 * All files in a zip archive, folders left out. Their names are text from outside: shown, never used as paths.
 * @throws InputError when the archive is broken or has more entries than are looked at.
 */
export async function zipEntries(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  try {
    const archive = await openZip(path, sizeBytes, disk);
    if (archive.entryCount > maxEntries) throw new Error(`it has ${archive.entryCount} entries`);
    for await (const entry of archive.eachEntry())
      if (!entry.fileName.endsWith("/")) entries.push(entry);
  } catch (cause) {
    throw brokenArchive(name, cause);
  }
  return entries;
}

/** The files of a zip archive, told apart by their names. */
export interface DataEntries {
  /** At least one. */
  readonly data: readonly [yauzl.Entry, ...yauzl.Entry[]];
  readonly sidecars: readonly yauzl.Entry[];
}

/**
 * The files with data in a zip archive, in its order.
 * @throws InputError when there is none, or one is encrypted.
 */
export async function dataEntries(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
): Promise<DataEntries> {
  const all = await zipEntries(path, name, sizeBytes, disk);
  const [first, ...others] = all.filter(({fileName}) => !isSidecar(fileName));
  if (first === undefined)
    throw new InputError(
      `${name} holds no file to import`,
      "unpack it and name the file that you mean",
    );
  const data = [first, ...others] as const;
  if (!data.every((entry) => entry.canDecodeFileData()))
    throw new InputError(
      `${name} is encrypted, or packed with a method other than deflate`,
      "unpack it and name the file inside",
    );
  return {data: [...data], sidecars: all.filter(({fileName}) => isSidecar(fileName))};
}

/** The name of a file in an archive as it may be shown: one line, without signs that cannot be seen, and not long. */
export function shownEntryName({fileName}: yauzl.Entry): string {
  const plain = fileName.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
  return plain.length <= longestName ? plain : `${plain.slice(0, 80)}…${plain.slice(-39)}`;
}

const longestName = 120;

/** The bytes of an entry; its checksum is compared at the end. */
export async function* unzip(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
  entry: yauzl.Entry,
): AsyncGenerator<Uint8Array> {
  const archive = await openZip(path, sizeBytes, disk);
  const packed = await archive.openReadStreamPromise(entry, {decodeFileData: false});
  // yauzl's own stream gives a file of 400 MB in 25,000 chunks; larger ones take half the time.
  const unfolded =
    entry.compressionMethod === stored
      ? packed
      : pipeline(packed, createInflateRaw({chunkSize: unfoldedChunkBytes}), () => {});
  let sum = 0;
  let bytes = 0;
  for await (const chunk of unfolded as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    bytes += chunk.length;
    if (bytes > entry.uncompressedSize) break;
    yield chunk;
  }
  if (bytes !== entry.uncompressedSize)
    throw new Error(`an entry of ${name} has not the ${entry.uncompressedSize} bytes that it says`);
  if (sum !== entry.crc32) throw new Error(`the checksum of an entry of ${name} is wrong`);
}
