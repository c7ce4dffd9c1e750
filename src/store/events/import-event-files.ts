import {
  InputError,
  type LeftOut,
  loadEventImporter,
  realImportDisk,
  recognisedFiles,
  stateCodesOf,
} from "../../sources/index.ts";
import type {Day} from "../../world/index.ts";
import type {Database} from "../database.ts";
import {askedWrongly} from "../store-error.ts";
import type {EventCodeTables} from "./bulk-sql.ts";
import {type EventFile, type EventsTaken, importEvents} from "./import-events.ts";
import {beginBulk} from "./stage-bulk.ts";

/** Files of coded events to be taken in as one import. It can be sent to another process: the files are named, not open. */
export interface EventFilesOrder {
  readonly importerId: string;
  /** Absolute paths, in the order in which they are read. */
  readonly paths: readonly string[];
  readonly recordedOn: Day;
  readonly codes: EventCodeTables;
  /** Only reads and counts; nothing is kept. */
  readonly isTrial: boolean;
  readonly progress: (line: string) => void;
}

export interface EventFilesTaken extends EventsTaken {
  /** Files in archives that are none of the publisher's. */
  readonly leftOut: readonly LeftOut[];
}

/** @throws StoreError also for what is wrong with a file, so that it reaches whoever asked another process. */
export async function importEventFiles(
  database: Database,
  {importerId, paths, ...order}: EventFilesOrder,
): Promise<EventFilesTaken> {
  try {
    const importer = await loadEventImporter(importerId);
    if (importer === null || paths.length === 0)
      throw askedWrongly(
        `no importer of events "${importerId}", or no file for it`,
        "`demarche import --list` shows what there is.",
      );
    const codes = {states: stateCodesOf(order.codes.states), types: order.codes.types};
    const files: EventFile[] = [];
    const leftOut: LeftOut[] = [];
    for (const path of paths) {
      const found = await recognisedFiles(path, realImportDisk, (file) =>
        "layouts" in importer
          ? beginBulk(importer, file, order.codes)
          : importer.readEvents(file, codes),
      );
      files.push(...found.files);
      leftOut.push(...found.leftOut);
    }
    return {...(await importEvents(database, {importer, files, ...order})), leftOut};
  } catch (error) {
    if (error instanceof InputError) throw askedWrongly(error.message, error.whatToDo);
    throw error;
  }
}
