import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {stageMutated} from "../../../bench/stage-mutated.ts";
import {eventImporterIds, loadEventImporter} from "../../../src/sources/index.ts";
import {type Database, openDatabase} from "../../../src/store/database.ts";
import {codeTypesSql} from "../../../src/store/events/bulk-sql.ts";
import {codes} from "./event-ledger.ts";

const inputs = "test/input/importers";
const mutations = 200;
/** A file of a few kilobytes takes milliseconds; this is only to end a hang. */
const hangMs = 600_000;

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

describe(`${mutations} mutated files of events are staged in part or refused in one line, and never more`, () => {
  it.each(eventImporterIds)(
    "%s",
    async (id) => {
      const importer = await loadEventImporter(id);
      if (importer === null) throw new Error(`no importer ${id}`);
      const names = readdirSync(join(inputs, id)).filter((name) => name !== "README.md");
      const files = Object.fromEntries(
        names.sort().map((name) => [name, readFileSync(join(inputs, id, name))]),
      );
      let taken = 0;
      let wrong = 0;
      for (let nth = 0; nth < mutations; nth += 1) {
        const place = {scratch, folder, codes};
        const {refused, rows, rejects} = await stageMutated(importer, files, nth, place, () => 0);
        if (rows > 0) taken += 1;
        if (refused || rejects > 0) wrong += 1;
      }
      // A fuzzer whose every file is refused at the door has not been inside.
      expect(taken).toBeGreaterThan(mutations / 10);
      expect(wrong).toBeGreaterThan(mutations / 10);
      expect(readdirSync(folder).filter((name) => !/^(scratch|staged-)/.test(name))).toEqual([]);
    },
    hangMs,
  );
});
