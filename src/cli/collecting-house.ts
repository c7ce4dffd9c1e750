import {readFileSync} from "node:fs";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {availableParallelism, tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleepFor} from "node:timers/promises";
import {standardDraws} from "../math/index.ts";
import {type Collecting, openReadingPool} from "../pipeline/index.ts";
import {
  collectDisk,
  collectFormats,
  createFetcher,
  loadCameoCodes,
  loadStateCodeSpans,
  timeLimit,
} from "../sources/index.ts";
import {type CollectJournal, openCollectJournal} from "../store/index.ts";
import {type House, packageRoot, progress, realEffects, today} from "./house.ts";

/** Threads that read texts, at most: each holds the tables of the coder anew, some 150 MB. */
const mostThreads = 4;

/** What collecting needs of this machine, for as long as the work takes; Ctrl-C ends it cleanly. */
export async function whileCollecting<Result>(
  {ledger, reference}: Pick<House, "ledger" | "reference">,
  {
    ledger: ledgerPath,
    ...choice
  }: {readonly ledger: string} & Pick<Collecting, "limit" | "isNamed">,
  work: (collecting: Collecting, sleep: (ms: number) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const journal = openCollectJournal(ledgerPath);
  const stopping = new AbortController();
  const stop = stopping.signal;
  const end = () => {
    progress("ending; what was read is kept");
    stopping.abort();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const threads = Math.min(availableParallelism(), mostThreads);
  const pool = threads > 1 ? openReadingPool({root: packageRoot, threads}) : null;
  try {
    const sleep = (ms: number) => sleepFor(ms, undefined, {signal: stop});
    const read = pool === null ? {} : {readCapture: pool.read};
    return await work(
      {...parts(journal, stop, sleep), ledger, reference, ...read, ...choice},
      sleep,
    );
  } finally {
    await pool?.close();
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
    journal.close();
  }

  function parts(journal: CollectJournal, stop: AbortSignal, sleep: (ms: number) => Promise<void>) {
    const {uniform} = standardDraws(Date.now() | 0);
    const now = Date.now;
    const fetcher = createFetcher({
      lookup: realEffects().lookup,
      now,
      sleep,
      uniform,
      limit: (ms) => {
        const {signal, clear} = timeLimit(ms);
        return {signal: AbortSignal.any([signal, stop]), clear};
      },
    });
    return {
      journal,
      fetcher,
      formats: collectFormats,
      disk: collectDisk,
      takeEvents: (importerId: string, file: {name: string; bytes: Uint8Array}) =>
        takeEvents(ledger, importerId, file),
      now,
      uniform,
      stop,
      tell: progress,
    };
  }
}

/** The event store reads files: what was fetched stands in one for as long as it takes. */
async function takeEvents(
  ledger: House["ledger"],
  importerId: string,
  {name, bytes}: {readonly name: string; readonly bytes: Uint8Array},
): Promise<void> {
  const disk = {readText: (path: string) => readFileSync(path, "utf8")};
  const codes = {
    states: loadStateCodeSpans(disk, packageRoot),
    types: loadCameoCodes(disk, packageRoot),
  };
  const folder = await mkdtemp(join(tmpdir(), "demarche-events-"));
  try {
    const path = join(folder, name);
    await writeFile(path, bytes);
    await ledger.importEvents({
      importerId,
      paths: [path],
      recordedOn: today(),
      codes,
      isTrial: false,
      progress: () => undefined,
    });
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
