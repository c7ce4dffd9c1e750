import {createHash} from "node:crypto";
import {pipeline, Readable} from "node:stream";
import {crc32, createGunzip} from "node:zlib";
import yauzl from "yauzl";
import {fileFault} from "../file-fault.ts";
import {InputError} from "../input-error.ts";
import type {ImportDisk} from "./import-disk.ts";
import type {ImportFile} from "./importer.ts";

/** A file to import with what the ledger keeps of it: the hash of the bytes as given, compressed or not. */
export interface OpenedImport extends ImportFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Bytes that an archive may unfold to, far above any file of our publishers. */
const maxUnfoldedBytes = 200e9;
/** Times that an archive may grow. Our raw tables grow 2 to 11 times; deflate's own limit, a bomb's, is about 1,000. */
const maxGrowth = 250;
/** Below so many bytes any growth is taken: a small file of zeros is no danger. */
const freeBytes = 64e6;
/** Entries that are looked at in an archive. */
const maxEntries = 1000;
const unfoldedChunkBytes = 256 * 1024;

/**
 * Opens a file to import: as it is, or unfolded from gzip or from a zip archive with one data file in it.
 * What a file is, its first bytes say. Names in an archive are shown, never used as paths.
 *
 * @throws InputError when the file cannot be read, or is an archive that cannot be opened; while the bytes are read,
 * when the file changes, or an archive is broken or unfolds to more than `maxGrowth` times its size.
 */
export async function openImportFile(path: string, disk: ImportDisk): Promise<OpenedImport> {
  const {sizeBytes, sha256, start} = await look(path, disk);
  const name = path.replace(/^.*[/\\]/, "");
  const whole = () => unchanged(name, sha256, disk.read(path, 0, sizeBytes));
  const opened = (bytes: () => AsyncIterable<Uint8Array>): OpenedImport => ({
    name,
    sha256,
    sizeBytes,
    bytes,
  });
  if (start[0] === 0x1f && start[1] === 0x8b)
    return opened(() => guarded(name, sizeBytes, gunzip(whole())));
  if (start[0] !== 0x50 || start[1] !== 0x4b || (start[2] !== 3 && start[2] !== 5))
    return opened(whole);
  const entry = await zipEntry(path, name, sizeBytes, disk);
  return opened(() => guarded(name, sizeBytes, unzip(path, name, sizeBytes, disk, entry)));
}

/** Reads the file once for its hash and first bytes. */
async function look(path: string, disk: ImportDisk) {
  const hash = createHash("sha256");
  const start: number[] = [];
  try {
    const sizeBytes = await disk.sizeOf(path);
    for await (const chunk of disk.read(path, 0, sizeBytes)) {
      hash.update(chunk);
      if (start.length < 4) start.push(...chunk.subarray(0, 4 - start.length));
    }
    return {sizeBytes, sha256: hash.digest("hex"), start};
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** Bytes that must still be those that were hashed: the ledger says of rows which bytes they came from. */
async function* unchanged(
  name: string,
  sha256: string,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest("hex") !== sha256)
    throw new InputError(
      `${name} changed while it was read`,
      "import it again when nothing writes to it",
    );
}

const broken = (name: string, cause: unknown) =>
  new InputError(
    `${name} is a broken archive: ${cause instanceof Error ? cause.message : String(cause)}`,
    "download it again, or unpack it and name the file inside",
    {cause},
  );

/** Passes an archive's bytes on, counted against the caps; what zlib and yauzl say becomes one line. */
async function* guarded(
  name: string,
  sizeBytes: number,
  unfolded: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const most = Math.min(maxUnfoldedBytes, Math.max(freeBytes, sizeBytes * maxGrowth));
  let bytes = 0;
  try {
    for await (const chunk of unfolded) {
      bytes += chunk.length;
      if (bytes > most) break;
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof InputError ? cause : broken(name, cause);
  }
  if (bytes > most)
    throw new InputError(
      `${name} unfolds to more than ${Math.floor(most / 1e6)} MB from ${sizeBytes} bytes, as no publisher's file does`,
      "unpack it yourself if you trust it, and name the file inside",
      {status: 413},
    );
}

function gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unfolding = createGunzip({chunkSize: unfoldedChunkBytes});
  // A fault destroys `unfolding` with it, and so reaches whoever reads.
  return pipeline(Readable.from(bytes, {objectMode: false}), unfolding, () => {});
}

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

async function zipEntry(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
): Promise<yauzl.Entry> {
  const entries: yauzl.Entry[] = [];
  try {
    const archive = await openZip(path, sizeBytes, disk);
    if (archive.entryCount > maxEntries) throw new Error(`it has ${archive.entryCount} entries`);
    for await (const entry of archive.eachEntry()) {
      if (!entry.fileName.endsWith("/") && !isSidecar(entry.fileName)) entries.push(entry);
    }
  } catch (cause) {
    throw broken(name, cause);
  }
  const [entry, ...others] = entries;
  if (entry === undefined || others.length > 0) {
    const names = entries.slice(0, 5).map((one) => JSON.stringify(one.fileName.slice(0, 80)));
    const more = entries.length > names.length ? ", …" : "";
    throw new InputError(
      entry === undefined
        ? `${name} holds no file to import`
        : `${name} holds ${entries.length} files to import: ${names.join(", ")}${more}`,
      "unpack it and name the file that you mean",
    );
  }
  if (!entry.canDecodeFileData())
    throw new InputError(
      `${name} is encrypted, or packed with a method other than deflate`,
      "unpack it and name the file inside",
    );
  return entry;
}

async function* unzip(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
  entry: yauzl.Entry,
): AsyncGenerator<Uint8Array> {
  const archive = await openZip(path, sizeBytes, disk);
  const unfolded = await archive.openReadStreamPromise(entry);
  let sum = 0;
  for await (const chunk of unfolded as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error(`the checksum of an entry of ${name} is wrong`);
}
