import {type ChildProcess, fork} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {eventImporterIds, importerIds} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import type {FuzzedFile, FuzzOrder} from "./fuzz-importer.ts";
import {FuzzJournal} from "./fuzz-journal.ts";
import {type FuzzTally, noFiles, sumTallies, tallyOf} from "./fuzz-tally.ts";

/** Mutated files for each importer. */
const mutations = 10_000;
/** Files after which what became of them is noted: a run that is broken off loses no more. */
const spanFiles = 250;
/** Files of one importer before it is the next one's turn, so that a run that is broken off has been to all of them. */
const turnFiles = 500;
/** Silence after which a process is killed. Its hangs are told by its processor time; this is for one that waits for ever. */
const silenceMs = 600_000;

/** On what the outcome of an importer's files hangs. */
const code = {
  rows: [
    ...["src/sources/importers", "src/world/dataset-tables.ts", "src/world/time.ts"],
    ...["reference/state-codes.csv", "bench/import-mutated.ts", "bench/mutate-file.ts"],
  ],
  events: [
    ...["bulk-sql", "cut-pieces", "event-columns", "gdelt-sql", "piece-files", "sift-lines"],
    ...["stage-bulk", "stage-read", "staging", "without-header"],
  ].map((name) => `src/store/events/${name}.ts`),
  stage: ["src/store/database.ts", "reference/cameo-to-plover.csv", "bench/stage-mutated.ts"],
};

/**
 * Imports 10,000 mutated files of every importer's case: each is taken in part or refused in one line. What an importer may
 * not do is a crash: it is counted, and the first messages shown. Its floor is a reader without a check, which takes every
 * file. What is done is kept, and a run that was broken off goes on where it was.
 *
 * @param only importers to fuzz; the figures are of those and say how many.
 * @param minutes after which no further span is begun; the figures say how many files were done.
 */
export async function run({
  data,
  only = [],
  minutes = Number.POSITIVE_INFINITY,
}: {
  data: string;
  only?: readonly string[];
  minutes?: number;
}): Promise<BenchResult> {
  const known = [...importerIds, ...eventImporterIds];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`no importer ${unknown}`);
  const rows = new FuzzJournal([...code.rows, data]);
  const events = new FuzzJournal([...code.rows, ...code.events, ...code.stage, data]);
  const asked = only.length === 0 ? known : only;
  const journalOf = (id: string) => (eventImporterIds.includes(id) ? events : rows);
  const stopAt = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() >= stopAt;
  const worker = new FuzzWorker();
  try {
    for (let end = turnFiles; end <= mutations; end += turnFiles)
      for (const id of asked) {
        const journal = journalOf(id);
        for (let from = doneOf(journal, id); from < end && !isOver(); from = doneOf(journal, id)) {
          const began = performance.now();
          const to = Math.min(end, from + spanFiles);
          const order = {importer: id, data: join(data, id), from, to};
          journal.keep({importer: id, from, ...(await worker.take(order))});
          const seconds = ((performance.now() - began) / 1000).toFixed(0);
          console.error(`  ${id}: ${doneOf(journal, id)} files, the last of them in ${seconds} s`);
        }
      }
  } finally {
    worker.end();
  }
  return resultOf(
    asked.map((id) =>
      sumTallies(
        journalOf(id)
          .spansOf(id)
          .map(({tally}) => tally),
      ),
    ),
  );
}

/** Spans follow one another. */
const doneOf = (journal: FuzzJournal, id: string) =>
  journal.spansOf(id).reduce((most, {to}) => Math.max(most, to), 0);

/** A process that imports mutated files, begun anew when it has died of one. */
class FuzzWorker {
  readonly #outer = mkdtempSync(join(tmpdir(), "demarche-fuzzed-"));
  #child: ChildProcess | null = null;

  end(): void {
    this.#child?.kill();
    rmSync(this.#outer, {recursive: true, force: true});
  }

  /** Takes an order as far as the process lives. @returns up to which mutation it came, and what became of the files. */
  async take(order: FuzzOrder): Promise<{readonly to: number; readonly tally: FuzzTally}> {
    const child = this.#child ?? this.#begin();
    const tallies: FuzzTally[] = [];
    let atWork: number | null = null;
    let silence: NodeJS.Timeout | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => child.kill("SIGKILL"), silenceMs);
    };
    heard();
    const died = await new Promise<string | null>((ended) => {
      for (const event of ["message", "close"]) child.removeAllListeners(event);
      child.on("message", (message: FuzzedFile | "done") => {
        heard();
        if (message === "done") return ended(null);
        atWork = "begun" in message ? message.nth : null;
        if ("begun" in message) return;
        const {outcome, fault} = message;
        tallies.push(outcome === null ? {...noFiles, files: 1, ...crash(fault)} : tallyOf(outcome));
      });
      child.on("close", (exit, signal) => ended(String(signal ?? exit)));
      child.send(order);
    });
    clearTimeout(silence);
    if (died !== null) {
      this.#child = null;
      if (atWork === null) throw new Error(`fuzz-importer.ts ended with ${died} before a file`);
      const how = `${order.importer}, mutation ${atWork}: the process ended with ${died}`;
      const fate = died === "SIGKILL" ? {hangs: 1} : crash(how);
      tallies.push({...noFiles, files: 1, ...fate});
    }
    const escapes = climbed(this.#outer);
    const to = died === null || atWork === null ? order.to : atWork + 1;
    return {to, tally: sumTallies([...tallies, {...noFiles, escapes}])};
  }

  #begin(): ChildProcess {
    const place = join(this.#outer, "in", "box");
    mkdirSync(place, {recursive: true});
    this.#child = fork("bench/fuzz-importer.ts", {
      execArgv: ["--import", "tsx"],
      env: {...process.env, TMPDIR: place},
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    return this.#child;
  }
}

function crash(fault = "") {
  console.error(`  ${fault}`);
  return {crashes: 1};
}

/** Files that a name in an archive might lead to, out of the folder that a process may write in. */
function climbed(outer: string): number {
  const others = [tmpdir(), ".", "..", "/tmp", "/"].filter((folder) =>
    existsSync(join(folder, "climbed.csv")),
  );
  const beside = readdirSync(outer, {recursive: true, encoding: "utf8"}).filter(
    (path) => path !== "in" && !path.startsWith(join("in", "box")),
  );
  return others.length + beside.length;
}

function resultOf(tallies: readonly FuzzTally[]): BenchResult {
  const all = sumTallies(tallies);
  if (all.files === 0) throw new Error("no file was imported: give it more minutes");
  return {
    bench: "fuzz",
    figures: {
      crashes: all.crashes,
      hangs: all.hangs,
      escapes: all.escapes,
      rejectsCounted: all.rejects,
      slowestSeconds: all.slowestMs / 1000,
      refusedShare: all.refused / all.files,
      withRowsShare: all.withRows / all.files,
      withRejectsShare: all.withRejects / all.files,
      importers: tallies.filter(({files}) => files > 0).length,
      fewestFilesOfAnImporter: Math.min(...tallies.map(({files}) => files)),
    },
    floors: {refusedShare: 0},
    peers: {},
    n: all.files,
  };
}
