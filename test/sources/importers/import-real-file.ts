import {
  type Imported,
  type Importer,
  loadStateCodes,
  openImportFile,
  realImportDisk,
} from "../../../src/sources/index.ts";
import {realDisk} from "../real-reference.ts";

export const stateCodes = loadStateCodes(realDisk, ".");

/** Everything that an importer makes of a file on the disk. */
export async function* importFile(importer: Importer, path: string): AsyncGenerator<Imported> {
  const file = await openImportFile(path, realImportDisk);
  for await (const batch of importer.read(file, stateCodes)) yield* batch;
}
