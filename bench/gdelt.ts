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

/** Mentions of our own making: no file of GDELT's is at hand. */
const mentions = "test/input/importers/gdelt-mentions/20310214101500.mentions.CSV";
const mentionRows = 1_000_000;

/** Events of GDELT 2.0 as they came, or, where `../shared` is not there, two of a file of our own making. */
const eventText = (madeUp: string) =>
  existsSync(sample) ? gunzipSync(readFileSync(sample)).toString("utf8") : firstRows(madeUp);

const firstRows = (madeUp: string) =>
  readFileSync(madeUp, "utf8").split("\n").slice(0, 2).join("\n");

/** The same rows again and again under new numbers. */
function* chunksOf(count: number, text: string): Generator<Uint8Array> {
  const repeated = text
    .split("\n")
    .flatMap((row) => (row === "" ? [] : [row.slice(row.indexOf("\t"))]));
  let chunk = "";
  for (let number = 0; number < count; number += 1) {
    chunk += `${700_000_000 + number}${repeated[number % repeated.length]}\n`;
    if (chunk.length < 1e6 && number < count - 1) continue;
    yield Buffer.from(chunk);
    chunk = "";
  }
}

interface Imported {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMb: number;
  readonly added: number;
}

/** Imports so many rows, repeated from a text of some, out of a zip. @throws Error when not all were added. */
async function importRows(folder: string, importer: string, text: string, count: number) {
  const zip = join(folder, `${importer}-${count}.zip`);
  await writeZip(zip, "rows.CSV", chunksOf(count, text));
  const ledger = join(folder, `${importer}-${count}`);
  mkdirSync(ledger);
  const one = alone<Imported>(zip, join(ledger, "ledger.duckdb"), importer);
  if (one.added !== count) throw new Error(`${one.added} rows were added, not ${count}`);
  return {...one, zip, rowsPerSecond: count / one.seconds};
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
    const text = eventText(data);
    const [fewer, more] = sizes;
    const small = await importRows(folder, "gdelt-events", text, fewer);
    const large = await importRows(folder, "gdelt-events", text, more);
    const mentioned = await importRows(folder, "gdelt-mentions", firstRows(mentions), mentionRows);
    const plain = join(folder, "plain.csv");
    for (const chunk of chunksOf(fewer, text)) writeFileSync(plain, chunk, {flag: "a"});
    const floor = alone<{inflateSeconds: number; readSeconds: number}>(small.zip, "", "", plain);
    return {
      bench: "gdelt",
      figures: {
        rowsPerSecond: large.rowsPerSecond,
        rowsPerSecondSmallFile: small.rowsPerSecond,
        rowsPerProcessorSecond: more / large.processorSeconds,
        peakMemoryMb: large.peakMb,
        peakMemoryMbSmallFile: small.peakMb,
        mentionsPerSecond: mentioned.rowsPerSecond,
        mentionsPerProcessorSecond: mentionRows / mentioned.processorSeconds,
        peakMemoryMbMentions: mentioned.peakMb,
      },
      floors: {
        "rowsPerSecond unfolding-alone": fewer / floor.inflateSeconds,
        "rowsPerSecond duckdb-read-csv-alone": fewer / floor.readSeconds,
      },
      peers: {},
      n: more,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
