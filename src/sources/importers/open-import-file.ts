import {createHash} from "node:crypto";
import {pipeline, Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import {fileFault} from "../file-fault.ts";
import {InputError} from "../input-error.ts";
import {brokenArchive} from "./broken-archive.ts";
import type {ImportDisk} from "./import-disk.ts";
import type {ImportFile} from "./importer.ts";
import {unfoldedChunkBytes} from "./unfolded-chunk-bytes.ts";

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
  // yauzl is loaded for a zip alone: every command loads this file.
  const {unzip, zipEntry} = await import("./zip-entry.ts");
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
    throw cause instanceof InputError ? cause : brokenArchive(name, cause);
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
