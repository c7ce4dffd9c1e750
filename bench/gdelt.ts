import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import type {BenchResult} from "./benches.ts";
import {writeZip} from "./write-zip.ts";

const sample = "../shared/data/events/20190121220000.export.CSV.gz";

/** Rows of two files: if memory grows with the file, the second shows it. */
const sizes = [1_000_000, 3_000_000] as const;

/** Rows of GDELT 2.0 without their numbers: as they came, or, where `../shared` is not there, two of a file of our own making. */
function tails(madeUp: string): readonly string[] {
  const text = existsSync(sample)
    ? gunzipSync(readFileSync(sample)).toString("utf8")
    : readFileSync(madeUp, "utf8").split("\n").slice(0, 2).join("\n");
  return text.split("\n").flatMap((row) => (row === "" ? [] : [row.slice(row.indexOf("\t"))]));
}

/** The same rows again and again under new numbers. */
function* chunksOf(count: number, madeUp: string): Generator<Uint8Array> {
  const repeated = tails(madeUp);
  let text = "";
  for (let number = 0; number < count; number += 1) {
    text += `${700_000_000 + number}${repeated[number % repeated.length]}\n`;
    if (text.length < 1e6 && number < count - 1) continue;
    yield Buffer.from(text);
    text = "";
  }
}

/** Runs `gdelt-import.ts` in a process of its own, so that the memory measured is its own. */
function alone<Result>(...args: readonly string[]): Result {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    ["--import", "tsx", "bench/gdelt-import.ts", ...args],
    {encoding: "utf8"},
  );
  if (status !== 0) throw new Error(`gdelt-import.ts ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

/**
 * How fast GDELT's zips go into the event store, and in how much memory, whatever their size. Rows a second hang on what
 * else the machine does; rows a second of processor time hardly do, and an import keeps two processors at work. Floors:
 * unfolding the zip alone, and DuckDB's reader alone over the unfolded file.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-gdelt-"));
  try {
    const took = [];
    for (const count of sizes) {
      const zip = join(folder, `${count}.zip`);
      await writeZip(zip, "20190121220000.export.CSV", chunksOf(count, data));
      mkdirSync(join(folder, String(count)));
      const one = alone<{seconds: number; processorSeconds: number; peakMb: number; added: number}>(
        zip,
        join(folder, String(count), "ledger.duckdb"),
      );
      if (one.added !== count) throw new Error(`${one.added} rows were added, not ${count}`);
      took.push({
        ...one,
        count,
        rowsPerSecond: count / one.seconds,
        rowsPerProcessorSecond: count / one.processorSeconds,
      });
    }
    const [small, large] = took;
    if (small === undefined || large === undefined) throw new Error("two sizes are measured");
    const plain = join(folder, "plain.csv");
    for (const chunk of chunksOf(small.count, data)) writeFileSync(plain, chunk, {flag: "a"});
    const floor = alone<{inflateSeconds: number; readSeconds: number}>(
      join(folder, `${small.count}.zip`),
      "",
      plain,
    );
    return {
      bench: "gdelt",
      figures: {
        rowsPerSecond: large.rowsPerSecond,
        rowsPerSecondSmallFile: small.rowsPerSecond,
        rowsPerProcessorSecond: large.rowsPerProcessorSecond,
        peakMemoryMb: large.peakMb,
        peakMemoryMbSmallFile: small.peakMb,
      },
      floors: {
        "rowsPerSecond unfolding-alone": small.count / floor.inflateSeconds,
        "rowsPerSecond duckdb-read-csv-alone": small.count / floor.readSeconds,
      },
      peers: {},
      n: large.count,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
