import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {importerIds, loadImporter, loadStateCodes} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import {importMutated} from "./import-mutated.ts";

/** Mutated files for each importer. */
const mutations = 10_000;
/** An importer that takes longer over a file of a few kilobytes, mutated, hangs. */
const hangMs = 5000;

/**
 * Imports mutated files of every importer's case: each is taken in part or refused in one line. What an importer may not
 * do is a crash: it is counted, and its first message shown. Its floor is what a reader without a check would do: take every file.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const codes = loadStateCodes({readText: (path) => readFileSync(path, "utf8")}, ".");
  let [files, crashes, refused, withRows, withRejects, hangs, slowestMs] = [0, 0, 0, 0, 0, 0, 0];
  for (const id of importerIds) {
    const importer = await loadImporter(id);
    const names = readdirSync(join(data, id)).filter((name) => name !== "README.md");
    const seeds = Object.fromEntries(
      names.sort().map((name) => [name, readFileSync(join(data, id, name))]),
    );
    const began = performance.now();
    for (let nth = 0; nth < mutations; nth += 1) {
      files += 1;
      const outcome = await importMutated(importer, seeds, nth, codes, () =>
        performance.now(),
      ).catch((fault: unknown) => {
        if (crashes === 0) console.error(`  ${String(fault)}`);
        crashes += 1;
        return null;
      });
      if (outcome === null) continue;
      if (outcome.refused) refused += 1;
      if (outcome.rows > 0) withRows += 1;
      if (outcome.rejects > 0) withRejects += 1;
      if (outcome.elapsedMs > hangMs) hangs += 1;
      slowestMs = Math.max(slowestMs, outcome.elapsedMs);
    }
    console.error(
      `  ${id}: ${mutations} files in ${Math.round((performance.now() - began) / 1000)} s`,
    );
  }
  return {
    bench: "fuzz",
    figures: {
      crashes,
      hangs,
      slowestSeconds: slowestMs / 1000,
      refusedShare: refused / files,
      takenInPartShare: withRows / files,
      withRejectsShare: withRejects / files,
      importers: importerIds.length,
    },
    floors: {refusedShare: 0},
    peers: {},
    n: files,
  };
}
