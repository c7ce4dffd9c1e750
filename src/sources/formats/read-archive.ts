import {fileFault} from "../file-fault.ts";
import type {ImportDisk} from "../importers/import-disk.ts";
import {InputError} from "../input-error.ts";
import type {ArchivedPage, TellArchiveNote} from "./archive.ts";

/**
 * The pages that a web archive keeps, in its order: WARC and ARC, packed with gzip or not, and WACZ, which is a zip archive of
 * WARC files. Archives of any size are read: no more than one record stands in memory. What is broken is told and passed over.
 *
 * @param tell hears of each record that is left out or kept with a doubt.
 * @throws InputError when the file cannot be read or is no web archive.
 */
export async function* readArchive(
  path: string,
  disk: ImportDisk,
  tell: TellArchiveNote,
): AsyncGenerator<ArchivedPage> {
  const {archivePages} = await import("./archive-pages.ts");
  const name = path.replace(/^.*[/\\]/, "");
  const {sizeBytes, isZip} = await look(path, disk);
  if (isZip) return yield* waczPages(path, name, sizeBytes, disk, tell);
  const known = yield* archivePages(disk.read(path, 0, sizeBytes), tell);
  if (!known)
    throw new InputError(
      `${name} is no web archive`,
      "give a file in WARC, ARC or WACZ; a page alone is read with `demarche read`",
      {status: 415},
    );
}

async function look(path: string, disk: ImportDisk) {
  try {
    const sizeBytes = await disk.sizeOf(path);
    const start: Uint8Array[] = [];
    for await (const chunk of disk.read(path, 0, Math.min(4, sizeBytes))) start.push(chunk);
    return {sizeBytes, isZip: Buffer.concat(start).toString("latin1") === "PK\x03\x04"};
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** WACZ 1.1.1 (Webrecorder): the records stand in files of the folder `archive`. */
async function* waczPages(
  path: string,
  name: string,
  sizeBytes: number,
  disk: ImportDisk,
  tell: TellArchiveNote,
): AsyncGenerator<ArchivedPage> {
  const [{archivePages}, {unzip, zipEntries}] = await Promise.all([
    import("./archive-pages.ts"),
    import("../importers/zip-entry.ts"),
  ]);
  const entries = await zipEntries(path, name, sizeBytes, disk);
  const archives = entries.filter(({fileName}) => /(^|\/)[^/]+\.w?arc(\.gz)?$/i.test(fileName));
  if (archives.length === 0)
    throw new InputError(
      `${name} holds no WARC file`,
      "give a WACZ file; another archive must be unpacked first",
      {status: 415},
    );
  for (const entry of archives) {
    const shown = JSON.stringify(entry.fileName.slice(0, 80));
    if (!entry.canDecodeFileData()) {
      tell({
        url: null,
        why: `${shown} is encrypted, or packed with a method other than deflate`,
        kept: false,
      });
      continue;
    }
    try {
      yield* archivePages(unzip(path, name, sizeBytes, disk, entry), tell);
    } catch (cause) {
      tell({
        url: null,
        why: `${shown} is broken: ${cause instanceof Error ? cause.message : String(cause)}`,
        kept: false,
      });
    }
  }
}
