import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {answerTableNames, answerTables} from "../../src/exports/index.ts";
import {hostileWords} from "./hostile-words.ts";
import {made} from "./make-export.ts";
import {smallMatter} from "./matters.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-parquet-"));
const duckdb = await (await DuckDBInstance.create(":memory:")).connect();

let written = 0;

/** What DuckDB, which did not write it, reads in a file. */
async function readBack(content: Uint8Array | string) {
  // A name of its own: DuckDB remembers pages of a file, and cannot tell two of one name within a moment.
  written += 1;
  const path = join(folder, `${written}.parquet`);
  writeFileSync(path, content);
  const rows = await duckdb.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
  const notes = await duckdb.runAndReadAll(
    `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${path}')`,
  );
  return {
    names: rows.columnNames(),
    types: rows.columnTypes().map(String),
    rows: rows.getRowsJson(),
    notes: new Map(notes.getRowsJson().map(([key, value]) => [String(key), String(value)])),
  };
}

const duckTypes = {
  text: "VARCHAR",
  double: "DOUBLE",
  integer: "INTEGER",
  truth: "BOOLEAN",
  day: "DATE",
} as const;

describe("Parquet", () => {
  it.each(answerTableNames)(
    "of %s is read back by DuckDB as it was meant, whatever the texts say",
    async (name) => {
      await fc.assert(
        fc.asyncProperty(hostileWords, async (words) => {
          const matter = smallMatter(words);
          const table = answerTables[name].make(matter);
          const back = await readBack((await made(`${name}.parquet`, matter)).content);
          expect(back.names).toEqual(table.columns.map((column) => column.name));
          expect(back.types).toEqual(table.columns.map(({type}) => duckTypes[type]));
          // UTF-8 has no half of a surrogate pair: it is written as U+FFFD.
          const meant = table.rows.map((row) =>
            row.map((value) =>
              typeof value === "string" ? value.replaceAll(/\p{Surrogate}/gu, "\uFFFD") : value,
            ),
          );
          expect(back.rows).toEqual(meant);
        }),
        {numRuns: 15},
      );
    },
  );

  it("carries version, day, watch and methods in the file itself", async () => {
    const {notes} = await readBack((await made("series.parquet", smallMatter())).content);
    expect(JSON.parse(notes.get("demarche") ?? "")).toMatchObject({
      table: "series",
      demarche: "0.1.0",
      asOf: "2026-06-01",
      methods: expect.arrayContaining(["made-up@3"]),
    });
  });

  it("is the same bytes for the same answer", async () => {
    const [one, two] = [smallMatter(), smallMatter()];
    expect((await made("series.parquet", one)).content).toEqual(
      (await made("series.parquet", two)).content,
    );
  });
});
