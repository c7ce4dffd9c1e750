import {copyFileSync, existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {openLedger, type Verification} from "../../src/store/index.ts";
import {ledgerTables} from "../../src/store/ledger-tables.ts";
import {entryHashes, tableColumns} from "../../src/store/seal-rows.ts";
import {verifyLedger} from "../../src/store/verify-ledger.ts";
import {day} from "../../src/world/index.ts";
import {told} from "./made-articles.ts";
import {emptyFolder, makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";

const usd = (state: string, value: number) => ({state, year: 2024, usd: value, basis: "test"});

/** A ledger with an entry of every kind, over three days. */
async function fullLedger(): Promise<string> {
  const path = await makeSmallLedger();
  const ledger = await openLedger({path});
  await ledger.importRows(
    smallImport({on: "2026-11-01", rows: [usd("IDN", 1), usd("MYS", 2), {reject: "no year"}]}),
  );
  for (const text of [
    "Indonesia and Russia agreed on gas.",
    "Malaysia and China agreed on rail.",
  ]) {
    const {capture, article, events} = told({text, recordedOn: "2026-11-02"});
    await ledger.addArticles([{capture, article, events}]);
  }
  await ledger.addJudgement({
    kind: "accept",
    about: ["x"],
    id: "1234567890abcdef",
    author: "me",
    recordedOn: day("2026-11-02"),
    reason: "so it is",
    follows: null,
  });
  await ledger.recordMoves([], {id: "same-happening", version: 1}, day("2026-11-02"));
  await ledger.importRows(smallImport({on: "2026-11-03", rows: [usd("IDN", 10)]}));
  await ledger.retract({
    kind: "judgement",
    id: "1234567890abcdef",
    by: "me",
    reason: "it is not",
    recordedOn: day("2026-11-03"),
  });
  await ledger.close();
  return path;
}

describe("a check of the ledger", () => {
  let whole: string;
  beforeAll(async () => {
    whole = await fullLedger();
  });

  /** A copy of the ledger, changed behind its back. */
  async function tampered(...statements: readonly string[]): Promise<string> {
    const path = join(emptyFolder(), "ledger.duckdb");
    copyFileSync(whole, path);
    if (existsSync(`${whole}.head`)) copyFileSync(`${whole}.head`, `${path}.head`);
    const database = await openDatabase(path, false);
    for (const statement of statements) await database.run(statement);
    await database.close();
    return path;
  }

  async function verify(path: string, expected?: string): Promise<Verification> {
    const ledger = await openLedger({path, readOnly: true});
    const found = await ledger.verify(expected === undefined ? {} : {expect: expected});
    await ledger.close();
    return found;
  }

  const first = async (...statements: readonly string[]) =>
    (await verify(await tampered(...statements))).faults[0]?.tells;

  it("finds nothing in a ledger that nobody touched", async () => {
    const found = await verify(await tampered());
    expect(found.faults).toEqual([]);
    expect(found).toMatchObject({whole: true, days: 3});
    expect(found.rows).toBeGreaterThan(50_000);
    expect(found.head).toMatch(/^[0-9a-f]{64}$/);
    expect((await verify(whole)).head).toBe(found.head);
  });

  it("names a changed cell of a carried row, and of an imported one with its file and line", async () => {
    expect(await first('UPDATE gdp SET usd = usd + 1 WHERE "row" = 5000')).toBe(
      "gdp row 5,000 (carried) was altered",
    );
    expect(await first("UPDATE gdp SET usd = 3 WHERE basis = 'test' AND state = 'MYS'")).toBe(
      "gdp row 9,472 (import made.csv, line 3) was altered",
    );
  });

  it("names the first of several, in the order in which they were kept", async () => {
    expect(
      await first(
        "UPDATE article SET content = '{}'",
        "UPDATE gdp SET usd = 3 WHERE basis = 'test' AND state = 'MYS'",
        'UPDATE "arms-orders" SET comments = \'none\' WHERE "row" = 70',
      ),
    ).toBe("arms-orders row 70 (carried) was altered");
  });

  it("names a row that was taken out, put in or doubled", async () => {
    expect(await first('DELETE FROM leaders WHERE "row" = 12')).toBe(
      "leaders row 12 (carried) is missing",
    );
    expect(
      await first('INSERT INTO leaders SELECT * REPLACE (999999 AS "row") FROM leaders LIMIT 1'),
    ).toBe("leaders row 999,999 was added: no seal holds it");
    expect(await first('INSERT INTO leaders SELECT * FROM leaders WHERE "row" = 12')).toBe(
      "leaders row 12 (carried) stands twice: one was added",
    );
  });

  it("names rows that changed places", async () => {
    expect(
      await first(
        `UPDATE gdp SET "row" = CASE "row" WHEN 7 THEN 8 ELSE 7 END WHERE "row" IN (7, 8)`,
      ),
    ).toBe("gdp row 7 (carried) was altered");
  });

  it("names an article, an event, a capture, a judgement, an import and a retraction", async () => {
    for (const [table, name] of [
      ["article", "article"],
      ["coded_event", "coded event"],
      ["judgement", "judgement"],
      ["import", "import"],
      ["retraction", "retraction"],
    ] as const) {
      expect(await first(`UPDATE ${table} SET content = content || ' '`)).toMatch(
        new RegExp(`^${name} [0-9a-f]{16} \\(entry \\d+\\) was altered$`),
      );
      expect(await first(`DELETE FROM ${table}`)).toMatch(/ is missing$/);
    }
    expect(await first("UPDATE capture SET bytes = unhex('00')")).toMatch(
      /^capture [0-9a-f]{64} \(entry \d+\) was altered$/,
    );
    expect(await first("UPDATE article SET recorded_on = DATE '2026-10-01'")).toMatch(
      /^article .* was altered$/,
    );
  });

  it("names entries that were exchanged", async () => {
    expect(
      await first(
        "CREATE TABLE two AS SELECT entry, content, lead(content, 1, content) OVER (ORDER BY entry) AS other FROM article",
        "UPDATE article SET content = two.other FROM two WHERE two.entry = article.entry",
        "DROP TABLE two",
      ),
    ).toMatch(/^article .* was altered$/);
  });

  it("finds that a seal, a leaf, a block or what the ledger says of itself was changed", async () => {
    expect(await first("UPDATE seal SET root = link WHERE seal = 3")).toMatch(
      /^seal 3 \(2026-11-02\) was altered/,
    );
    expect(await first("DELETE FROM seal WHERE seal = 2")).toMatch(
      /^seal 2 \(2026-11-02\) is missing/,
    );
    expect(await first("DELETE FROM leaf WHERE leaf = 4")).toBe(
      "entry 4 of the chain was taken out",
    );
    expect(await first("UPDATE ledger_meta SET value = 'x' WHERE name = 'app_version'")).toBe(
      "what the ledger says of itself (app_version) was altered",
    );
    expect(
      await first(
        "UPDATE block SET prefixes = unhex('00') WHERE table_name = 'gdp' AND first_row = 1",
      ),
    ).toMatch(/^gdp row 1 /);
    expect(await first("DROP TABLE gdp")).toBe("the table gdp is missing");
    expect(await first("DROP TABLE article")).toBe(
      "the table article is missing with all that it held",
    );
  });

  it("finds a change that was covered up in the leaf too", async () => {
    const path = await tampered("UPDATE article SET content = content || ' '");
    const database = await openDatabase(path, false);
    const now = entryHashes(await tableColumns(database, "article"), "article");
    await database.run(
      `UPDATE leaf SET sha256 = n.sha256 FROM (${now}) n WHERE kind = 'article' AND leaf.id = n.id`,
    );
    await database.close();
    const faults = (await verify(path)).faults[0]?.tells;
    expect(faults).toMatch(/^seal 3 \(2026-11-02\) was altered/);
  });

  it("finds that the last day was dropped whole, by the head that was noted", async () => {
    const drop = [
      "DELETE FROM retraction",
      "DELETE FROM import WHERE recorded_on = DATE '2026-11-03'",
      "DELETE FROM gdp WHERE recorded_on = DATE '2026-11-03' AND basis = 'test'",
      "DELETE FROM withdrawal WHERE withdrawn_on = DATE '2026-11-03'",
      "DELETE FROM fact_origin WHERE import_entry NOT IN (SELECT entry FROM import)",
      `DELETE FROM block WHERE table_name || '/' || first_row || '-' || last_row
        IN (SELECT id FROM leaf WHERE "day" = '2026-11-03')`,
      `DELETE FROM leaf WHERE "day" = '2026-11-03'`,
      `DELETE FROM seal WHERE "day" = '2026-11-03'`,
    ];
    const {head} = await verify(whole);
    const path = await tampered(...drop);
    expect((await verify(path)).faults[0]?.tells).toMatch(/what was kept last was dropped/);
    rmSync(`${path}.head`);
    expect((await verify(path)).whole).toBe(true);
    expect((await verify(path, head)).faults[0]?.tells).toMatch(/what was kept last was dropped/);
    expect((await verify(whole, head)).whole).toBe(true);
  });

  it("finds any single change, wherever it is made", async () => {
    const tables = [...ledgerTables, "gdp", "leaders", "arms-orders", "sanctions-panel"];
    const pick = fc.record({
      table: fc.constantFrom(...tables),
      how: fc.constantFrom("cell", "delete", "double"),
      row: fc.nat(1_000_000),
      column: fc.nat(100),
    });
    const database = await openDatabase(await tampered(), false);
    await fc.assert(
      fc.asyncProperty(pick, async ({table, how, row, column}) => {
        const [[count = 0] = []] = await database.rows(
          `SELECT CAST(count(*) AS INTEGER) FROM "${table}"`,
        );
        fc.pre(Number(count) > 0);
        const columns = await database.rows(
          `SELECT column_name, data_type FROM duckdb_columns()
            WHERE table_name = $table AND database_name = current_database() ORDER BY column_index`,
          {table},
        );
        const [name, type] = columns[column % columns.length] ?? [];
        const other = {
          VARCHAR: `coalesce("${name}", '') || '!'`,
          BLOB: `coalesce("${name}", '') || '\\x00'::BLOB`,
          BOOLEAN: `coalesce(NOT "${name}", true)`,
          DATE: `coalesce("${name}", DATE '2000-01-01') + 1`,
        }[String(type)];
        const where = `rowid = (SELECT rowid FROM "${table}" ORDER BY rowid LIMIT 1 OFFSET ${row % Number(count)})`;
        const statement = {
          cell: `UPDATE "${table}" SET "${name}" = ${other ?? `coalesce("${name}", 0) + 1`} WHERE ${where}`,
          delete: `DELETE FROM "${table}" WHERE ${where}`,
          double: `INSERT INTO "${table}" SELECT * FROM "${table}" WHERE ${where}`,
        }[how];
        await database.run(`CREATE OR REPLACE TABLE kept_aside AS SELECT * FROM "${table}"`);
        await database.run(statement);
        const found = await verifyLedger(database);
        expect(found.whole, statement).toBe(false);
        await database.run(`DELETE FROM "${table}"`);
        await database.run(`INSERT INTO "${table}" SELECT * FROM kept_aside`);
      }),
      {numRuns: 25},
    );
    await database.close();
  });
});
