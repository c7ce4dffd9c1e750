import {mkdtempSync, rmSync} from "node:fs";
import {join} from "node:path";
import {seedOf} from "../src/math/index.ts";
import {
  type AnyEventImporter,
  InputError,
  recognisedFiles,
  stateCodesOf,
} from "../src/sources/index.ts";
import type {Database} from "../src/store/database.ts";
import type {EventCodeTables} from "../src/store/events/bulk-sql.ts";
import {eventTables} from "../src/store/events/event-columns.ts";
import {beginBulk, stageBulk} from "../src/store/events/stage-bulk.ts";
import {stageRead} from "../src/store/events/stage-read.ts";
import type {Staging} from "../src/store/events/staging.ts";
import {day} from "../src/world/index.ts";
import type {Outcome} from "./import-mutated.ts";
import {memoryDisk} from "./import-mutated.ts";
import {mutateFile} from "./mutate-file.ts";

/** Where events are staged: a database with the types of `codeTypesSql`, and the folder for what it writes. */
export interface StagingPlace {
  readonly scratch: Database;
  readonly folder: string;
  readonly codes: EventCodeTables;
}

/**
 * Stages the mutation of one of an importer's files of events, as an import would.
 * @throws Error for anything but an `InputError`, and for a reject that does not say why.
 */
export async function stageMutated(
  importer: AnyEventImporter,
  files: Readonly<Record<string, Uint8Array>>,
  nth: number,
  {scratch, folder, codes}: StagingPlace,
  now: () => number,
): Promise<Outcome> {
  const names = Object.keys(files);
  const name = names[nth % names.length] ?? "";
  const {bytes, how} = mutateFile(files[name] ?? new Uint8Array(), seedOf(importer.id, nth));
  const table = eventTables[importer.eventTable];
  const mark = {recordedOn: day("2026-01-01"), importEntry: 1};
  const counts = {accepted: 0, rejected: 0};
  const work = mkdtempSync(join(folder, "staged-"));
  const staging: Staging = {table, scratch, folder: work, mark, parts: [], ...counts, rejects: []};
  const began = now();
  const outcome = (refused: boolean): Outcome => ({
    how,
    refused,
    rows: staging.accepted,
    rejects: staging.rejected,
    elapsedMs: now() - began,
  });
  try {
    const meanings = {states: stateCodesOf(codes.states), types: codes.types};
    const {files: found} = await recognisedFiles(name, memoryDisk({[name]: bytes}), (file) =>
      "layouts" in importer
        ? beginBulk(importer, file, codes)
        : importer.readEvents(file, meanings),
    );
    for (const [at, file] of found.entries())
      if ("layouts" in importer) await stageBulk(staging, importer, file, at + 1, codes);
      else await stageRead(staging, importer, file, at + 1, meanings);
    if (staging.rejects.some(({why, line}) => why === "" || line < 1))
      throw new Error("a reject that does not say where or why");
    return outcome(false);
  } catch (fault) {
    if (fault instanceof InputError && fault.whatToDo !== "") return outcome(true);
    throw new Error(`${importer.id}, mutation ${nth} of ${name} (${how}): ${String(fault)}`, {
      cause: fault,
    });
  } finally {
    rmSync(work, {recursive: true});
  }
}
