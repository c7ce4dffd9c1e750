import {InputError} from "../input-error.ts";
import {ForeignFile} from "./foreign-file.ts";
import type {ImportDisk} from "./import-disk.ts";
import type {ImportFile} from "./importer.ts";
import {
  type LeftOut,
  namesOf,
  type OpenedFiles,
  type OpenedImport,
  openImportFiles,
} from "./open-import-file.ts";

/**
 * Opens what an importer reads at a path: a file alone as it is; of an archive of several, those that begin as the importer's
 * files do. The others (a code list, a manifest) are left out and told.
 *
 * @param begin reads a file with the importer. Only its beginning is asked for; a fault other than a `ForeignFile` will be
 * told by whoever reads the file.
 * @throws InputError as `openImportFiles` does, and when the importer reads no file of an archive.
 */
export async function recognisedFiles(
  path: string,
  disk: ImportDisk,
  begin: (file: ImportFile) => AsyncIterable<unknown>,
): Promise<OpenedFiles> {
  const opened = await openImportFiles(path, disk);
  if (opened.files.length === 1) return opened;
  const files: OpenedImport[] = [];
  const foreign: (LeftOut & Pick<InputError, "whatToDo">)[] = [];
  for (const file of opened.files) {
    const fault = await foreignness(begin(file));
    if (fault === null) files.push(file);
    else foreign.push({name: file.name, why: fault.message, whatToDo: fault.whatToDo});
  }
  const [first, ...others] = files;
  if (first === undefined)
    throw new InputError(
      `none of ${namesOf(foreign)} can be read: ${foreign[0]?.why}`,
      foreign[0]?.whatToDo ?? "",
    );
  const leftOut = foreign.map(({name, why}) => ({name, why}));
  return {files: [first, ...others], leftOut: [...opened.leftOut, ...leftOut]};
}

async function foreignness(begun: AsyncIterable<unknown>): Promise<ForeignFile | null> {
  try {
    for await (const _batch of begun) break;
  } catch (fault) {
    if (fault instanceof ForeignFile) return fault;
  }
  return null;
}
