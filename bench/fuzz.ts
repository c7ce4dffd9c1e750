import {fork} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {eventImporterIds, importerIds} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import type {FuzzedFile} from "./fuzz-importer.ts";
import {FuzzJournal} from "./fuzz-journal.ts";
import {type FuzzTally, noFiles, sumTallies, tallyOf} from "./fuzz-tally.ts";

/** Mutated files for each importer. */
const mutations = 10_000;
/** Files after which what became of them is noted: a run that is broken off loses no more. */
const spanFiles = 500;
/** Files of one process: then it is the next importer's turn, so that a run that is broken off has been to all of them. */
const turnFiles = 1000;
/** Silence after which a process is killed. Its hangs are told by its processor time; this is for one that waits for ever. */
const silenceMs = 600_000;

/** On what the outcome of an importer's files hangs. */
const code = {
  rows: [
    "src/sources",
    "src/world",
    "reference",
    "bench/import-mutated.ts",
    "bench/mutate-file.ts",
  ],
  events: ["src/store/events", "src/store/database.ts", "bench/stage-mutated.ts"],
};

/**
 * Imports 10,000 mutated files of every importer's case: each is taken in part or refused in one line. What an importer may
 * not do is a crash: it is counted, and the first messages shown. Its floor is a reader without a check, which takes every
 * file. What is done is kept, and a run that was broken off goes on where it was.
 *
 * @param only importers to fuzz; the figures are of those and say how many.
 */
export async function run({
  data,
  only = [],
}: {
  data: string;
  only?: readonly string[];
}): Promise<BenchResult> {
  const known = [...importerIds, ...eventImporterIds];
  const unknown = only.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Error(`no importer ${unknown}`);
  const rows = new FuzzJournal([...code.rows, data]);
  const events = new FuzzJournal([...code.rows, ...code.events, data]);
  const asked = only.length === 0 ? known : only;
  const journalOf = (id: string) => (eventImporterIds.includes(id) ? events : rows);
  for (let end = turnFiles; end <= mutations; end += turnFiles)
    for (const id of asked) {
      const journal = journalOf(id);
      for (let from = doneOf(journal, id); from < end; from = doneOf(journal, id)) {
        const began = performance.now();
        await fuzzSpan(journal, id, data, from, end);
        const seconds = ((performance.now() - began) / 1000).toFixed(0);
        console.error(`  ${id}: ${doneOf(journal, id)} files, the last of them in ${seconds} s`);
      }
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

/** Runs a process over some mutations; ends with it, whether it came to its end or died, and notes what became of the files. */
async function fuzzSpan(
  journal: FuzzJournal,
  id: string,
  data: string,
  start: number,
  end: number,
): Promise<void> {
  const outer = mkdtempSync(join(tmpdir(), "demarche-fuzzed-"));
  const place = join(outer, "in", "box");
  mkdirSync(place, {recursive: true});
  const child = fork("bench/fuzz-importer.ts", [id, join(data, id), `${start}`, `${end}`], {
    execArgv: ["--import", "tsx"],
    env: {...process.env, TMPDIR: place},
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let from = start;
  let tallies: FuzzTally[] = [];
  const keep = (to: number) => {
    const tally = sumTallies([...tallies, {...noFiles, escapes: climbed(outer)}]);
    if (to > from) journal.keep({importer: id, from, to, tally});
    from = to;
    tallies = [];
  };
  let atWork: number | null = null;
  let silence = setTimeout(() => child.kill("SIGKILL"), silenceMs);
  try {
    child.on("message", (message: FuzzedFile) => {
      clearTimeout(silence);
      silence = setTimeout(() => child.kill("SIGKILL"), silenceMs);
      const {nth} = message;
      atWork = "begun" in message ? nth : null;
      if ("begun" in message) return;
      if (message.outcome === null) tallies.push({...noFiles, files: 1, ...crash(message.fault)});
      else tallies.push(tallyOf(message.outcome));
      if ((nth + 1) % spanFiles === 0) keep(nth + 1);
    });
    const [exit, signal] = await new Promise<readonly [number | null, string | null]>((ended) =>
      child.on("close", (...how) => ended(how)),
    );
    if (exit === 0) return keep(end);
    if (atWork === null) throw new Error(`fuzz-importer.ts ${id} ended with ${exit ?? signal}`);
    const hangs = Number(signal === "SIGKILL");
    const died = crash(`${id}, mutation ${atWork}: the process ended with ${exit ?? signal}`);
    tallies.push({...noFiles, files: 1, ...(hangs === 1 ? {hangs} : died)});
    keep(atWork + 1);
  } finally {
    clearTimeout(silence);
    rmSync(outer, {recursive: true, force: true});
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
      importers: tallies.length,
      fewestFilesOfAnImporter: Math.min(...tallies.map(({files}) => files)),
    },
    floors: {refusedShare: 0},
    peers: {},
    n: all.files,
  };
}
