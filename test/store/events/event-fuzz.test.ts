import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {memoryDisk} from "../../../bench/import-mutated.ts";
import {mutateFile} from "../../../bench/mutate-file.ts";
import {seedOf} from "../../../src/math/index.ts";
import {
  eventImporterIds,
  InputError,
  loadEventImporter,
  openImportFile,
  stateCodesOf,
} from "../../../src/sources/index.ts";
import {type Database, openDatabase} from "../../../src/store/database.ts";
import {codeTypesSql} from "../../../src/store/events/bulk-sql.ts";
import {eventTables} from "../../../src/store/events/event-columns.ts";
import {stageBulk} from "../../../src/store/events/stage-bulk.ts";
import {stageRead} from "../../../src/store/events/stage-read.ts";
import type {Staging} from "../../../src/store/events/staging.ts";
import {codes} from "./event-ledger.ts";

const inputs = "test/input/importers";
const mutations = 200;
/** A file of a few kilobytes takes milliseconds; this is only to end a hang. */
const hangMs = 120_000;

const folder = mkdtempSync(join(tmpdir(), "demarche-event-fuzz-"));
let scratch: Database;

beforeAll(async () => {
  scratch = await openDatabase(join(folder, "scratch.duckdb"), false);
  for (const statement of codeTypesSql(codes)) await scratch.run(statement);
});
afterAll(async () => {
  await scratch.close();
  rmSync(folder, {recursive: true});
});

/** Stages a mutated file as an import would. @throws Error for anything but one line that a person can act on. */
async function stage(id: string, name: string, nth: number): Promise<Staging | "refused"> {
  const importer = await loadEventImporter(id);
  if (importer === null) throw new Error(`no importer ${id}`);
  const {bytes, how} = mutateFile(readFileSync(join(inputs, id, name)), seedOf(id, nth));
  const table = eventTables[importer.eventTable];
  const staging: Staging = {
    ...{table, scratch, folder, parts: 0, accepted: 0, rejected: 0},
    rejects: [],
  };
  try {
    const file = await openImportFile(name, memoryDisk({[name]: bytes}));
    if ("layouts" in importer) await stageBulk(staging, importer, file, 1, codes);
    else
      await stageRead(staging, importer, file, 1, {
        states: stateCodesOf(codes.states),
        types: codes.types,
      });
    return staging;
  } catch (fault) {
    if (fault instanceof InputError && fault.whatToDo !== "") return "refused";
    throw new Error(`${id}, mutation ${nth} of ${name} (${how})`, {cause: fault});
  }
}

describe(`${mutations} mutated files of events are staged in part or refused in one line, and never more`, () => {
  it.each(eventImporterIds)(
    "%s",
    async (id) => {
      const names = readdirSync(join(inputs, id)).filter((name) => name !== "README.md");
      let taken = 0;
      let wrong = 0;
      for (let nth = 0; nth < mutations; nth += 1) {
        const staged = await stage(id, names[nth % names.length] ?? "", nth);
        if (staged === "refused") wrong += 1;
        else {
          if (staged.accepted > 0) taken += 1;
          if (staged.rejected > 0) wrong += 1;
          expect(staged.rejects.every(({why, line}) => why !== "" && line > 0)).toBe(true);
        }
      }
      // A fuzzer whose every file is refused at the door has not been inside.
      expect(taken).toBeGreaterThan(mutations / 10);
      expect(wrong).toBeGreaterThan(mutations / 10);
      expect(readdirSync(folder).filter((name) => !/^(scratch|staged-)/.test(name))).toEqual([]);
    },
    hangMs,
  );
});
