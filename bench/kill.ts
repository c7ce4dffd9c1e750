import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {copyFileSync, mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {createInterface} from "node:readline";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {readReference} from "../src/cli/house.ts";
import {initLedger, type Ledger, openLedger} from "../src/store/index.ts";
import {carriedDatasetIds} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {madeCorrections, madeEvents} from "./made-events.ts";
import {madeDay, madeFile, madeRows} from "./made-file.ts";

/** What was found after the kills; all but the first two must be none. */
export interface KillsSurvived {
  readonly kills: number;
  /** Imports that were acknowledged before a kill, and those met unacknowledged but whole after it. */
  readonly acknowledged: number;
  readonly unacknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly doubled: number;
  readonly altered: number;
}

/** Kills before a fresh ledger is taken, so that checking it stays short. */
const killsEach = 10;

/** What is imported: rows of a dataset into the ledger's file, or events into Parquet files beside it. */
export type KilledKind = "rows" | "events";

/** Kills a process at random points of its imports, so many times, and looks each time at what it left. */
export async function killImports(
  kind: KilledKind,
  kills: number,
  seed: number,
): Promise<KillsSurvived> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-kill-"));
  const random = xoroshiro128plus(seed);
  const found = {acknowledged: 0, unacknowledged: 0, lost: 0, torn: 0, doubled: 0, altered: 0};
  try {
    const fresh = join(folder, "fresh.duckdb");
    await initLedger({
      path: fresh,
      dataDir: "data",
      reference: readReference(),
      appVersion: "bench",
      without: carriedDatasetIds.filter((id) => id !== "gdp"),
      progress: () => {},
    });
    for (let kill = 0, next = 0, path = ""; kill < kills; kill += 1) {
      if (kill % killsEach === 0) {
        path = join(folder, String(kill), "ledger.duckdb");
        mkdirSync(dirname(path));
        copyFileSync(fresh, path);
        next = 0;
      }
      const acknowledged = await importUntilKilled(kind, path, next, uniformInt(random, 0, 1500));
      const ledger = await openLedger({path});
      const after = await inspect(ledger, looks[kind](ledger, dirname(path)), next, acknowledged);
      await ledger.close();
      next = after.next;
      found.acknowledged += acknowledged.length;
      for (const key of ["unacknowledged", "lost", "torn", "doubled", "altered"] as const)
        found[key] += after[key];
    }
    return {kills, ...found};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** Lets a child import from file `first` on, kills it so long after it began, and gives the files that it acknowledged. */
async function importUntilKilled(
  kind: KilledKind,
  path: string,
  first: number,
  afterMs: number,
): Promise<readonly number[]> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", "bench/import-forever.ts", path, String(first), kind],
    {stdio: ["ignore", "pipe", "inherit"]},
  );
  const ended = once(child, "close");
  const acknowledged: number[] = [];
  if (child.stdout === null) throw new Error("a child without output");
  for await (const line of createInterface({input: child.stdout})) {
    if (line === "ready") setTimeout(() => child.kill("SIGKILL"), afterMs);
    else acknowledged.push(Number(line));
  }
  await ended;
  if (child.signalCode !== "SIGKILL")
    throw new Error(`the child ended by itself with ${child.exitCode}`);
  return acknowledged;
}

/** How a kind of made file is imported and looked at. */
interface Look {
  readonly fileName: (file: number) => string;
  readonly take: (file: number) => Promise<{readonly again: boolean}>;
  /** Whether of the first so many files all rows stand, and none of another. */
  readonly isWhole: (files: number) => Promise<boolean>;
}

const looks: Readonly<Record<KilledKind, (ledger: Ledger, folder: string) => Look>> = {
  rows: (ledger) => {
    const rowsOf = (basis: string) => {
      const where = [{column: "basis", in: [basis]}];
      return ledger.rows({dataset: "gdp", where, asOf: madeDay, limit: 1, offset: 0});
    };
    return {
      fileName: (file) => madeFile(file).fileName,
      take: (file) => ledger.importRows(madeFile(file)),
      isWhole: async (files) => {
        for (let file = 0; file < files; file += 1)
          if ((await rowsOf(`made-${file}`)).total !== madeRows(file) - madeCorrections)
            return false;
        if ((await rowsOf(`made-${files}`)).total !== 0) return false;
        // What all files correct stands once, as the last one says.
        const shared = await rowsOf("made");
        return files === 0
          ? shared.total === 0
          : shared.total === madeCorrections && shared.rows[0]?.[4] === files - 1;
      },
    };
  },
  events: (ledger, folder) => ({
    fileName: (file) => `made-events-${file}.CSV`,
    take: (file) => ledger.importEvents(madeEvents(folder, file)),
    isWhole: async (files) => {
      const of = (source: "MYS" | "USA") =>
        ledger.eventRows({asOf: madeDay, source, limit: 1, offset: 0});
      const [corrected, own] = [await of("MYS"), await of("USA")];
      const meant = Array.from({length: files}, (_, file) => madeRows(file) - madeCorrections);
      if (own.total !== meant.reduce((sum, rows) => sum + rows, 0)) return false;
      const mentions = corrected.rows[0]?.[corrected.columns.indexOf("mentions")];
      return files === 0
        ? corrected.total === 0
        : corrected.total === madeCorrections && mentions === files;
    },
  }),
};

async function inspect(ledger: Ledger, look: Look, first: number, acknowledged: readonly number[]) {
  const kept = new Set((await ledger.imports(madeDay)).map(({fileName}) => fileName));
  const isKept = (file: number) => kept.has(look.fileName(file));
  const lost = acknowledged.filter((file) => !isKept(file)).length;
  let next = first;
  while (isKept(next)) next += 1;
  const torn = (await look.isWhole(next)) ? 0 : 1;
  await look.take(next);
  const twice = await look.take(next);
  const isOnce = twice.again && (await look.isWhole(next + 1));
  const {whole} = await ledger.verify();
  return {
    next: next + 1,
    unacknowledged: next - first - (acknowledged.length - lost),
    lost,
    torn,
    doubled: isOnce ? 0 : 1,
    altered: whole ? 0 : 1,
  };
}

/** `kill -9` at a hundred random points of imports of each kind. */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const rows = await killImports("rows", 100, 20_261_126);
  const events = await killImports("events", 100, 20_261_127);
  const ofEvents = Object.entries(events).map(([name, value]) => [`${name} of events`, value]);
  const figures = {...rows, ...(Object.fromEntries(ofEvents) as Record<string, number>)};
  return {bench: "kill", figures, floors: {}, peers: {}, n: rows.kills + events.kills};
}
