import {
  type Imported,
  type Importer,
  loadStateCodes,
  openImportFile,
  realImportDisk,
} from "../../../src/sources/index.ts";
import {realDisk} from "../real-reference.ts";

export const stateCodes = loadStateCodes(realDisk, ".");

/** Everything that an importer makes of files on the disk that belong together. */
export async function* importFiles(
  importer: Importer,
  [path, ...others]: readonly [string, ...string[]],
): AsyncGenerator<Imported> {
  const open = (one: string) => openImportFile(one, realImportDisk);
  const file = await open(path);
  const beside = await Promise.all(others.map(open));
  for await (const batch of importer.read({...file, beside}, stateCodes)) yield* batch;
}

/** Everything that an importer makes of a file on the disk. */
export const importFile = (importer: Importer, path: string) => importFiles(importer, [path]);
