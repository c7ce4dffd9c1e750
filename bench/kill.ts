import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {copyFileSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {uniformInt} from "pure-rand/distribution/uniformInt";
import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {readReference} from "../src/cli/house.ts";
import {initLedger, type Ledger, openLedger} from "../src/store/index.ts";
import {carriedDatasetIds} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
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

/** Kills a process at random points of its imports, so many times, and looks each time at what it left. */
export async function killImports(kills: number, seed: number): Promise<KillsSurvived> {
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
        path = join(folder, `${kill}.duckdb`);
        copyFileSync(fresh, path);
        next = 0;
      }
      const acknowledged = await importUntilKilled(path, next, uniformInt(random, 0, 1500));
      const ledger = await openLedger({path});
      const after = await inspect(ledger, next, acknowledged);
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
  path: string,
  first: number,
  afterMs: number,
): Promise<readonly number[]> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", "bench/import-forever.ts", path, String(first)],
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

async function inspect(ledger: Ledger, first: number, acknowledged: readonly number[]) {
  const rowsOf = async (basis: string) => {
    const where = [{column: "basis", in: [basis]}];
    const question = {dataset: "gdp", where, asOf: madeDay, limit: 1, offset: 0} as const;
    return ledger.rows(question);
  };
  const kept = new Set((await ledger.imports(madeDay)).map(({fileName}) => fileName));
  const isKept = (file: number) => kept.has(madeFile(file).fileName);
  const lost = acknowledged.filter((file) => !isKept(file)).length;
  let next = first;
  let torn = 0;
  for (; isKept(next); next += 1)
    if ((await rowsOf(`made-${next}`)).total !== madeRows(next) - 100) torn += 1;
  // The file at which it was killed left no row; what all files correct stands once, as the last one says.
  if ((await rowsOf(`made-${next}`)).total !== 0) torn += 1;
  const shared = await rowsOf("made");
  if (next > 0 && (shared.total !== 100 || shared.rows[0]?.[4] !== next - 1)) torn += 1;
  await ledger.importRows(madeFile(next));
  const twice = await ledger.importRows(madeFile(next));
  const retried = (await rowsOf(`made-${next}`)).total;
  const {whole} = await ledger.verify();
  return {
    next: next + 1,
    unacknowledged: next - first - (acknowledged.length - lost),
    lost,
    torn,
    doubled: twice.again && retried === madeRows(next) - 100 ? 0 : 1,
    altered: whole ? 0 : 1,
  };
}

/** `kill -9` at a hundred random points of imports. */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const {kills, ...found} = await killImports(100, 20_261_126);
  return {bench: "kill", figures: {kills, ...found}, floors: {}, peers: {}, n: kills};
}
