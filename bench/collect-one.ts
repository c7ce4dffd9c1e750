/**
 * One collecting of made-up texts in a process of its own, so that its memory is its own: `collect <count> <data>`, or
 * what that is measured against, `read <count> <data>` (read and coded, nothing kept). Prints JSON.
 */
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readReference} from "../src/cli/house.ts";
import {collectOnce, readArticle} from "../src/pipeline/index.ts";
import {captureOf, collectFormats} from "../src/sources/index.ts";
import {initLedger, openCollectJournal, openLedger} from "../src/store/index.ts";
import {carriedDatasetIds, day, type Source} from "../src/world/index.ts";

/** What a child process measured. */
export interface Collected {
  readonly kept: number;
  readonly moves: number;
  readonly seconds: number;
  /** Most memory that the process held, Node itself and what it loads included. */
  readonly peakMb: number;
  /** Lines that told how long it takes. */
  readonly linesOfProgress: number;
}

const source: Source = {
  id: "made",
  title: "Made texts",
  kind: "folder",
  at: "made",
  language: "en",
  country: null,
  owner: "this bench",
  stateControlled: false,
  reliability: {letter: "F", onOwnPosition: "F", reason: "made for a bench"},
  licence: "our own",
  everyMinutes: 60,
  seenAt: "this bench",
};
const today = day("2026-03-04");
const [mode, count = "0", data = ""] = process.argv.slice(2);
const names = Array.from({length: Number(count)}, (_, at) => `${at}.txt`);
const textAt = madeTexts(data);
const bytesAt = (name: string) => new TextEncoder().encode(textAt(Number.parseInt(name, 10)));
const reference = readReference();
const found = mode === "collect" ? await collect() : await readAlone();
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({...found, peakMb} satisfies Collected));

/** Texts of some three paragraphs, of which no two are the same, on days of half a year. */
function madeTexts(data: string): (at: number) => string {
  const rows = JSON.parse(readFileSync(data, "utf8")) as readonly {text: string}[];
  const text = (at: number) => rows[at % rows.length]?.text ?? "";
  return (at) => {
    const on = new Date(Date.UTC(2025, 8, 1 + (at % 180)));
    const dated = `${on.getUTCDate()} ${on.toLocaleString("en-GB", {month: "long", timeZone: "UTC"})} ${on.getUTCFullYear()}`;
    return `JAKARTA, ${dated} - ${text(at)}\n\n${text(at * 7 + 1)}\n\n${text(at * 13 + 2)}\n\nNote ${at} of the day.\n`;
  };
}

async function collect(): Promise<Omit<Collected, "peakMb">> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-collect-"));
  const path = join(folder, "ledger.duckdb");
  try {
    await initLedger({
      path,
      dataDir: "data",
      reference,
      appVersion: "bench",
      progress: () => undefined,
      without: carriedDatasetIds,
    });
    const ledger = await openLedger({path});
    const journal = openCollectJournal(path);
    let linesOfProgress = 0;
    const began = process.hrtime.bigint();
    const {done} = await collectOnce([source], {
      ledger,
      reference,
      journal,
      fetcher: {fetch: () => Promise.reject(new Error("nothing is fetched here"))},
      formats: collectFormats,
      disk: {
        filesAt: async () => names.map((name) => ({path: name, sizeBytes: 1000, modifiedAt: 1})),
        readFile: async (name) => bytesAt(name),
      },
      takeEvents: () => Promise.reject(new Error("no events here")),
      now: () => Date.parse(`${today}T12:00:00Z`) + Number(process.hrtime.bigint() - began) / 1e6,
      uniform: () => 0.5,
      stop: new AbortController().signal,
      limit: null,
      isNamed: false,
      tell: (line) => {
        linesOfProgress += Number(line.includes(" left"));
      },
    });
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const moves = (await ledger.standingMoves()).length;
    journal.close();
    await ledger.close();
    return {kept: done[0]?.kept ?? 0, moves, seconds, linesOfProgress};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function readAlone(): Promise<Omit<Collected, "peakMb">> {
  const began = process.hrtime.bigint();
  for (const name of names)
    await readArticle(captureOf(bytesAt(name), name, today, false), reference);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return {kept: 0, moves: 0, seconds, linesOfProgress: 0};
}
