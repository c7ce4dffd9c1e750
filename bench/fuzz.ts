import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  eventImporterIds,
  importerIds,
  loadCameoCodes,
  loadEventImporter,
  loadImporter,
  loadStateCodeSpans,
  stateCodesOf,
} from "../src/sources/index.ts";
import {openDatabase} from "../src/store/database.ts";
import {codeTypesSql} from "../src/store/events/bulk-sql.ts";
import type {BenchResult} from "./benches.ts";
import {importMutated, type Outcome} from "./import-mutated.ts";
import {stageMutated} from "./stage-mutated.ts";

/** Mutated files for each importer. */
const mutations = 10_000;
/** An importer that takes longer over a file of a few kilobytes, mutated, hangs. */
const hangMs = 5000;
/** Mutations after which the database for events is made anew: it keeps the rows that were staged. */
const freshAfter = 500;

/**
 * Imports mutated files of every importer's case: each is taken in part or refused in one line. What an importer may not
 * do is a crash: it is counted, and its first message shown. Its floor is a reader without a check, which takes every file.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const disk = {readText: (path: string) => readFileSync(path, "utf8")};
  const spans = loadStateCodeSpans(disk, ".");
  const codes = stateCodesOf(spans);
  const tally = new Tally();
  const filesOf = (id: string) =>
    Object.fromEntries(
      readdirSync(join(data, id))
        .filter((name) => name !== "README.md")
        .sort()
        .map((name) => [name, readFileSync(join(data, id, name))]),
    );
  for (const id of importerIds) {
    const importer = await loadImporter(id);
    const files = filesOf(id);
    await tally.mutate(id, (nth) => importMutated(importer, files, nth, codes, now));
  }
  const events = {states: spans, types: loadCameoCodes(disk, ".")};
  for (const id of eventImporterIds) {
    const importer = await loadEventImporter(id);
    if (importer === null) throw new Error(`no importer ${id}`);
    const files = filesOf(id);
    for (let from = 0; from < mutations; from += freshAfter) {
      const folder = mkdtempSync(join(tmpdir(), "demarche-fuzz-"));
      const scratch = await openDatabase(join(folder, "scratch.duckdb"), false);
      try {
        for (const statement of codeTypesSql(events)) await scratch.run(statement);
        const place = {scratch, folder, codes: events};
        const stage = (nth: number) => stageMutated(importer, files, nth, place, now);
        await tally.mutate(id, stage, from, from + freshAfter);
      } finally {
        await scratch.close();
        rmSync(folder, {recursive: true, force: true});
      }
    }
  }
  return tally.result();
}

const now = () => performance.now();

/** What became of the mutated files. */
class Tally {
  readonly #importers = new Set<string>();
  #files = 0;
  #crashes = 0;
  #refused = 0;
  #withRows = 0;
  #withRejects = 0;
  #hangs = 0;
  #slowestMs = 0;

  async mutate(
    id: string,
    take: (nth: number) => Promise<Outcome>,
    from = 0,
    to = mutations,
  ): Promise<void> {
    this.#importers.add(id);
    const began = now();
    for (let nth = from; nth < to; nth += 1) {
      this.#files += 1;
      try {
        this.#count(await take(nth));
      } catch (fault) {
        if (this.#crashes === 0) console.error(`  ${String(fault)}`);
        this.#crashes += 1;
      }
    }
    console.error(`  ${id}: ${to - from} files in ${((now() - began) / 1000).toFixed(0)} s`);
  }

  #count({refused, rows, rejects, elapsedMs}: Outcome): void {
    if (refused) this.#refused += 1;
    if (rows > 0) this.#withRows += 1;
    if (rejects > 0) this.#withRejects += 1;
    if (elapsedMs > hangMs) this.#hangs += 1;
    this.#slowestMs = Math.max(this.#slowestMs, elapsedMs);
  }

  result(): BenchResult {
    return {
      bench: "fuzz",
      figures: {
        crashes: this.#crashes,
        hangs: this.#hangs,
        slowestSeconds: this.#slowestMs / 1000,
        refusedShare: this.#refused / this.#files,
        withRowsShare: this.#withRows / this.#files,
        withRejectsShare: this.#withRejects / this.#files,
        importers: this.#importers.size,
      },
      floors: {refusedShare: 0},
      peers: {},
      n: this.#files,
    };
  }
}
