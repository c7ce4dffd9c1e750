import {spawn} from "node:child_process";
import {createHash} from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {validate} from "datapackage";
import {beforeAll, describe, expect, inject, it} from "vitest";
import {callDemarche} from "./call-demarche.ts";
import {main, runDemarche} from "./run-demarche.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-export-cli-"));
const ledger = join(folder, "ledger.duckdb");
const asOf = "2026-12-01";

const rest = ["--ledger", ledger, "--as-of", asOf];
/** In a process of its own: its stdout is a pipe, or a server must hear it. */
const runs = (...args: string[]) => runDemarche([...args, ...rest], folder);
const demarche = (...args: string[]) => callDemarche([...args, ...rest], folder);

/** Every file under a folder with the hash of what it holds. */
const hashesOf = (path: string) =>
  new Map(
    readdirSync(path, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(path.length + 1),
        createHash("sha256").update(readFileSync(file)).digest("hex"),
      ]),
  );

describe("demarche export", () => {
  beforeAll(() => copyFileSync(inject("foundingLedger"), ledger));

  it.each([
    ["something that is none", ["export", "everything"], /choose from all, moves, .*captures.*fdi/],
    [
      "a format that moves do not come in",
      ["export", "moves", "--format", "sdmx-csv"],
      /choose --format from csv, parquet, jsonl, ftm, geojson, prov, package/,
    ],
    [
      "a format that captures do not come in",
      ["export", "captures", "--format", "csv"],
      /choose --format from warc\b/,
    ],
    [
      "one format of everything",
      ["export", "all", "--format", "csv", "--out", "x"],
      /folder of every format/,
    ],
    ["everything to stdout", ["export", "all"], /add --out <folder>/],
    [
      "a folder that is not there",
      ["export", "series", "--out", "none/series.csv"],
      /check the path/,
    ],
    ["a folder for a file", ["export", "series", "--out", "."], /name a file/],
  ])(
    "answers %s with one clear line that says what does make sense, and exit code 2",
    async (_name, args, whatToDo) => {
      const before = readdirSync(folder);
      const {status, stderr} = await demarche(...args);
      expect(stderr).toMatch(/^demarche: .+\n {2}\S.+/m);
      expect(stderr).toMatch(whatToDo);
      expect(status).toBe(2);
      expect(readdirSync(folder)).toEqual(before);
    },
  );

  it("says that nothing was known of a dataset that nobody imported, and leaves no folder", async () => {
    const {status, stderr} = await demarche(
      "export",
      "distances",
      "--format",
      "package",
      "--out",
      "far",
    );
    expect(stderr).toMatch(/nothing of it was known on 2026-12-01\n {2}import it first/);
    expect(status).toBe(2);
    expect(existsSync(join(folder, "far"))).toBe(false);
  });

  it("writes the same bytes to a file as to stdout, and says beside a CSV how to cite its dataset", async () => {
    expect((await demarche("export", "fdi", "--out", "fdi.csv")).status).toBe(0);
    const {stderr, stdout} = runs("export", "fdi");
    expect(readFileSync(join(folder, "fdi.csv"), "utf8")).toBe(stdout);
    expect(stdout.split("\n")[0]).toMatch(/^row,recorded_on,.*,as_of,demarche$/);
    expect(stderr).toMatch(/cite as: .+\n.*licence: .+/);
  });

  it("writes everything twice alike, with sums that hold and a data package that is valid", async () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    expect((await demarche("export", "all", "--out", "one")).status).toBe(0);
    expect(runs("export", "all", "--out", "two").status).toBe(0);
    const hashes = hashesOf(one);
    expect([...hashesOf(two)]).toEqual([...hashes]);
    const sums = readFileSync(join(one, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    const files = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
    expect(new Map([...files, ["SHA256SUMS", hashes.get("SHA256SUMS")]])).toEqual(
      new Map([...hashes].sort()),
    );
    const descriptor = JSON.parse(readFileSync(join(one, "datapackage.json"), "utf8"));
    expect((await validate(descriptor)).errors.map(String)).toEqual([]);
    const duckdb = await (await DuckDBInstance.create(":memory:")).connect();
    let tables = 0;
    for (const {path, format, hash, schema} of descriptor.resources) {
      expect(hash).toBe(`sha256:${files.get(path)}`);
      if (format !== "parquet") continue;
      tables += 1;
      const read = await duckdb.runAndReadAll(`SELECT * FROM '${join(one, path)}' LIMIT 0`);
      expect(read.columnNames()).toEqual(schema.fields.map(({name}: {name: string}) => name));
    }
    expect(tables).toBeGreaterThan(20);
  });

  it("replaces an earlier export, and nothing else", async () => {
    const {status} = await demarche("export", "fdi", "--format", "package", "--out", "two");
    expect(status).toBe(0);
    expect([...hashesOf(join(folder, "two")).keys()].sort()).toEqual([
      "README.md",
      "SHA256SUMS",
      "datapackage.json",
      "datasets/fdi.parquet",
    ]);
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine/notes.txt"), "keep");
    const refused = await demarche("export", "all", "--out", "mine");
    expect(refused.stderr).toContain("no earlier export");
    expect(refused.status).toBe(2);
    expect(readdirSync(join(folder, "mine"))).toEqual(["notes.txt"]);
  });

  it.skipIf(!existsSync("/dev/full"))("says that the disk is full, with exit code 4", async () => {
    for (const what of ["fdi", "captures"]) {
      const {status, stderr} = await demarche("export", what, "--out", "/dev/full");
      expect(stderr).toContain("ENOSPC");
      expect(status).toBe(4);
    }
  });

  it("asks the server that holds the ledger, and the file stands where the caller meant", async () => {
    const child = spawn(process.execPath, [main, "serve", "--port", "0", "--ledger", ledger]);
    await new Promise<void>((ready) => {
      child.stderr.on("data", (chunk) => {
        if (String(chunk).includes("Demarche is at")) ready();
      });
    });
    const {status} = runs("export", "fdi", "--format", "parquet", "--out", "served.parquet");
    child.kill("SIGINT");
    await new Promise((done) => child.once("exit", done));
    expect(status).toBe(0);
    await demarche("export", "fdi", "--format", "parquet", "--out", "alone.parquet");
    expect(readFileSync(join(folder, "served.parquet"))).toEqual(
      readFileSync(join(folder, "alone.parquet")),
    );
  });
});
