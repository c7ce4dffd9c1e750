import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {dirname, join} from "node:path";
import fc from "fast-check";
import {beforeEach, describe, expect, it} from "vitest";
import {openLedger, restoreLedger} from "../../src/store/index.ts";
import {day} from "../../src/world/index.ts";
import {told} from "./made-articles.ts";
import {emptyFolder, makeSmallLedger} from "./make-ledger.ts";
import {smallImport} from "./small-import.ts";

const usd = (state: string, value: number) => ({state, year: 2024, usd: value, basis: "test"});
const where = [{column: "basis", in: ["test"]}];

describe("a backup", () => {
  let path: string;
  let folder: string;
  beforeEach(async () => {
    path = await makeSmallLedger();
    folder = join(emptyFolder(), "backup");
  });

  const total = async (at: string) => {
    const ledger = await openLedger({path: at, readOnly: true});
    const question = {dataset: "gdp", where, asOf: day("2026-12-31"), limit: 0, offset: 0} as const;
    const found = await ledger.rows(question);
    await ledger.close();
    return found.total;
  };

  async function usedAndBackedUp(): Promise<string> {
    const ledger = await openLedger({path});
    await ledger.importRows(smallImport({on: "2026-11-01", rows: [usd("IDN", 1)]}));
    const {capture, article, events} = told({text: "A deal.", recordedOn: "2026-11-01"});
    await ledger.addArticles([{capture, article, events}]);
    const {head} = await ledger.backup(folder);
    await ledger.importRows(smallImport({on: "2026-11-02", rows: [usd("MYS", 1)]}));
    await ledger.close();
    return head;
  }

  it("holds all that was kept when it began, and nothing after", async () => {
    const head = await usedAndBackedUp();
    const other = join(emptyFolder(), "other.duckdb");
    const {verification, movedAside} = await restoreLedger({folder, path: other, force: false});
    expect(verification).toMatchObject({whole: true, head});
    expect(movedAside).toBeNull();
    expect([await total(path), await total(other)]).toEqual([2, 1]);
    const ledger = await openLedger({path: other});
    await ledger.importRows(smallImport({on: "2026-11-03", rows: [usd("VNM", 1)]}));
    expect((await ledger.verify({expect: head})).whole).toBe(true);
    await ledger.close();
    expect(readdirSync(dirname(other)).sort()).toEqual(["other.duckdb", "other.duckdb.head"]);
  });

  it("is taken while others read and write, and is of one moment", async () => {
    const ledger = await openLedger({path});
    const writing = (async () => {
      for (let n = 0; n < 12; n += 1)
        await ledger.importRows(
          smallImport({on: "2026-11-01", rows: [usd("IDN", n), usd("MYS", n)]}),
        );
    })();
    const done = await ledger.backup(folder);
    await writing;
    await ledger.close();
    const other = join(emptyFolder(), "other.duckdb");
    expect((await restoreLedger({folder, path: other, force: false})).verification).toMatchObject({
      whole: true,
      head: done.head,
    });
    expect((await total(other)) % 2).toBe(0);
  });

  it("does not write over what stands, and leaves nothing when it fails", async () => {
    const ledger = await openLedger({path});
    mkdirSync(folder);
    writeFileSync(join(folder, "mine.txt"), "mine");
    await expect(ledger.backup(folder)).rejects.toMatchObject({status: 400, exitCode: 2});
    await expect(ledger.backup(join(folder, "mine.txt", "x"))).rejects.toMatchObject({exitCode: 4});
    await ledger.close();
    expect(readdirSync(folder)).toEqual(["mine.txt"]);
    expect(readdirSync(dirname(folder))).toEqual(["backup"]);
  });

  it("is restored over a ledger only when told to, and then what stood there is kept aside", async () => {
    await usedAndBackedUp();
    await expect(restoreLedger({folder, path, force: false})).rejects.toMatchObject({status: 400});
    const ledger = await openLedger({path});
    await expect(restoreLedger({folder, path, force: true})).rejects.toMatchObject({
      name: "LedgerHeld",
    });
    await ledger.close();
    const {movedAside} = await restoreLedger({folder, path, force: true});
    expect(movedAside).toBe(`${path}.old`);
    expect([await total(path), await total(`${path}.old`)]).toEqual([1, 2]);
    writeFileSync(path, "no database at all");
    expect((await restoreLedger({folder, path, force: true})).movedAside).toBe(`${path}.old-2`);
    expect(await total(path)).toBe(1);
  });

  it("is refused when any byte of it was changed", async () => {
    await usedAndBackedUp();
    const file = join(folder, "ledger.duckdb");
    const bytes = readFileSync(file);
    const other = join(emptyFolder(), "other.duckdb");
    const refused = {name: "StoreError", exitCode: 3};
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({min: 1, max: 255}), async (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ by;
        writeFileSync(file, changed);
        await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject(
          refused,
        );
        expect(existsSync(other)).toBe(false);
      }),
      {numRuns: 10},
    );
    writeFileSync(file, bytes.subarray(0, 1000));
    await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject(refused);
    rmSync(file);
    symlinkSync(path, file);
    await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject(refused);
  });

  it("is refused when its manifest would lead out of the folder, or is none", async () => {
    await usedAndBackedUp();
    const file = join(folder, "backup.json");
    const other = join(emptyFolder(), "other.duckdb");
    const manifest = JSON.parse(readFileSync(file, "utf8")) as {files: {path: string}[]};
    for (const out of ["../../outside", "/etc/passwd", "a/../b", "a//b", "..", "a\\b"]) {
      const [first] = manifest.files;
      writeFileSync(file, JSON.stringify({...manifest, files: [{...first, path: out}]}));
      await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject({
        exitCode: 3,
      });
    }
    for (const text of ["", "[]", "{", JSON.stringify({...manifest, more: 1})]) {
      writeFileSync(file, text);
      await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject({
        exitCode: 3,
      });
    }
    rmSync(file);
    await expect(restoreLedger({folder, path: other, force: false})).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(readdirSync(dirname(other))).toEqual([]);
  });
});

describe("the health of a ledger", () => {
  it("says how big, how old and how healthy it is", async () => {
    const path = await makeSmallLedger();
    const ledger = await openLedger({path});
    const before = await ledger.health();
    expect(before).toMatchObject({
      newestEntry: null,
      captures: {kept: 0, bytes: 0},
      imports: 0,
      rejects: {counted: 0, kept: 0},
      chain: {seals: 1, unsealed: 0, holdsNotedHead: null},
      verified: null,
      leftOvers: [],
    });
    const {capture, article, events} = told({text: "A deal.", recordedOn: "2026-11-02"});
    await ledger.addArticles([{capture, article, events}]);
    await ledger.importRows(
      smallImport({on: "2026-11-03", rows: [usd("IDN", 1), {reject: "no year"}]}),
    );
    await ledger.verify({on: day("2026-11-04")});
    writeFileSync(`${path}.making-99999999`, "");
    const health = await ledger.health();
    expect(health).toMatchObject({
      newestEntry: "2026-11-03",
      captures: {kept: 1},
      imports: 1,
      rejects: {counted: 1, kept: 1},
      chain: {seals: 3, unsealed: 0, holdsNotedHead: true},
      verified: {on: "2026-11-04", whole: true},
      leftOvers: ["ledger.duckdb.making-99999999"],
    });
    const gdp = health.tables.find(({name}) => name === "gdp");
    expect(gdp).toMatchObject({rows: 9471, newest: "2026-11-03"});
    expect(gdp?.bytes).toBeGreaterThan(0);
    expect(health.tables.reduce((sum, {bytes}) => sum + bytes, 0)).toBeLessThan(2 * health.bytes);
    await ledger.close();
  });
});
