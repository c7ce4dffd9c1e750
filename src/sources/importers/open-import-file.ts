import {createHash} from "node:crypto";
import {pipeline, Readable} from "node:stream";
import {createGunzip} from "node:zlib";
import type {Entry} from "yauzl";
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

/** A file in an archive that is not to be imported, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/** What a path holds. */
export interface OpenedFiles {
  readonly files: readonly [OpenedImport, ...OpenedImport[]];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Opens what is to be imported: a file as it is or unfolded from gzip, or the files with data in a zip archive. What a file
 * is, its first bytes say. Names in an archive are shown, never used as paths.
 *
 * A file that lies alone in an archive has the archive's name and hash. Of several each is named "archive.zip/file.csv"
 * and has the hash of its own bytes, unfolded, so that whoever unpacks the archive can check it.
 *
 * @throws InputError when the file cannot be read, or is an archive that cannot be opened; while the bytes are read,
 * when the file changes, or an archive is broken or unfolds to more than `maxGrowth` times its size.
 */
export async function openImportFiles(path: string, disk: ImportDisk): Promise<OpenedFiles> {
  const {sizeBytes, sha256, start} = await look(path, disk);
  const name = path.replace(/^.*[/\\]/, "");
  const whole = () => unchanged(name, sha256, disk.read(path, 0, sizeBytes));
  const alone = (bytes: () => AsyncIterable<Uint8Array>): OpenedFiles => ({
    files: [{name, sha256, sizeBytes, bytes}],
    leftOut: [],
  });
  if (isGzip(start)) return alone(() => guarded(name, sizeBytes, gunzip(whole())));
  if (!isZip(start)) return alone(whole);
  // yauzl is loaded for a zip alone: every command loads this file.
  const {dataEntries, shownEntryName, unzip} = await import("./zip-entry.ts");
  const {data, sidecars} = await dataEntries(path, name, sizeBytes, disk);
  const nameOf = (entry: Entry) => `${name}/${shownEntryName(entry)}`;
  const unfold = (entry: Entry) =>
    guarded(name, sizeBytes, unzip(path, name, sizeBytes, disk, entry));
  const leftOut = sidecars.map((entry) => ({
    name: nameOf(entry),
    why: "by its name a paper, a read-me, a licence or a computer's own file",
  }));
  const [only, ...others] = data;
  if (others.length === 0) return {...alone(() => unfold(only)), leftOut};
  const unfolded = data.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unfolded > mostUnfolded(sizeBytes)) throw unfoldsTooFar(name, sizeBytes);
  const files: OpenedImport[] = [];
  for (const entry of data) {
    const inner = nameOf(entry);
    const {start, ...about} = await hashed(unfold(entry));
    if (isGzip(start) || isZip(start))
      leftOut.push({name: inner, why: "an archive in an archive: unpack it and name it"});
    else
      files.push({
        ...about,
        name: inner,
        bytes: () => unchanged(inner, about.sha256, unfold(entry)),
      });
  }
  const [first, ...more] = files;
  if (first === undefined)
    throw new InputError(
      `${name} holds nothing but archives: ${namesOf(leftOut)}`,
      "unpack it and name the files inside",
    );
  return {files: [first, ...more], leftOut};
}

/**
 * As `openImportFiles`, of a path that must hold one file.
 * @throws InputError also when it holds several.
 */
export async function openImportFile(path: string, disk: ImportDisk): Promise<OpenedImport> {
  const {files} = await openImportFiles(path, disk);
  if (files.length > 1)
    throw new InputError(
      `${path.replace(/^.*[/\\]/, "")} holds ${files.length} files to import: ${namesOf(files)}`,
      "unpack it and name the file that you mean",
    );
  return files[0];
}

/** The first of some names, for a message. */
export function namesOf(named: readonly {readonly name: string}[]): string {
  const first = named.slice(0, 5).map(({name}) => name);
  return `${first.join(", ")}${named.length > first.length ? ", …" : ""}`;
}

const isGzip = (start: readonly number[]) => start[0] === 0x1f && start[1] === 0x8b;
const isZip = (start: readonly number[]) =>
  start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);

/** Reads the file once for its hash and first bytes. */
async function look(path: string, disk: ImportDisk) {
  try {
    const sizeBytes = await disk.sizeOf(path);
    return {...(await hashed(disk.read(path, 0, sizeBytes))), sizeBytes};
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** The hash of bytes, their number, and the first four. */
async function hashed(bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  const start: number[] = [];
  let sizeBytes = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    if (start.length < 4) start.push(...chunk.subarray(0, 4 - start.length));
  }
  return {sizeBytes, sha256: hash.digest("hex"), start};
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
  const most = mostUnfolded(sizeBytes);
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
  if (bytes > most) throw unfoldsTooFar(name, sizeBytes);
}

/** Bytes that an archive of that size may unfold to. */
const mostUnfolded = (sizeBytes: number) =>
  Math.min(maxUnfoldedBytes, Math.max(freeBytes, sizeBytes * maxGrowth));

const unfoldsTooFar = (name: string, sizeBytes: number) =>
  new InputError(
    `${name} unfolds to more than ${Math.floor(mostUnfolded(sizeBytes) / 1e6)} MB from ${sizeBytes} bytes, as no publisher's file does`,
    "unpack it yourself if you trust it, and name the file inside",
    {status: 413},
  );

/** It is begun when its first bytes are asked for: what zlib says before someone listens ends the process. */
async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unfolding = createGunzip({chunkSize: unfoldedChunkBytes});
  // A fault destroys `unfolding` with it, and so reaches whoever reads.
  yield* pipeline(Readable.from(bytes, {objectMode: false}), unfolding, () => {});
}
