import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readReference} from "../src/cli/house.ts";
import {collectOnce, readArticle} from "../src/pipeline/index.ts";
import {captureOf, collectFormats} from "../src/sources/index.ts";
import {initLedger, openCollectJournal, openLedger} from "../src/store/index.ts";
import {carriedDatasetIds, day, type Source} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";

const count = 300;

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

/** Texts of some three paragraphs, of which no two are the same. */
function madeTexts(data: string): (at: number) => string {
  const rows = JSON.parse(readFileSync(data, "utf8")) as readonly {text: string}[];
  const text = (at: number) => rows[at % rows.length]?.text ?? "";
  return (at) =>
    `JAKARTA, 3 March 2026 - ${text(at)}\n\n${text(at * 7 + 1)}\n\n${text(at * 13 + 2)}\n\nNote ${at} of the day.\n`;
}

const secondsSince = (start: bigint) => Number(process.hrtime.bigint() - start) / 1e9;

/**
 * Collecting from texts to the ledger, versions of moves and all: articles a second, and the most memory held. The floor
 * only reads and codes the same texts and keeps nothing.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const textAt = madeTexts(data);
  const reference = readReference();
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
    const bytesAt = (name: string) => new TextEncoder().encode(textAt(Number.parseInt(name, 10)));
    const names = Array.from({length: count}, (_, at) => `${at}.txt`);
    const floorStart = process.hrtime.bigint();
    const sample = names.slice(0, 200);
    for (const name of sample)
      await readArticle(captureOf(bytesAt(name), name, day("2026-03-04"), false), reference);
    const floorSeconds = secondsSince(floorStart);

    const ledger = await openLedger({path});
    const journal = openCollectJournal(path);
    let mostBytes = 0;
    const start = process.hrtime.bigint();
    const {done} = await collectOnce([source], {
      ledger,
      reference,
      journal,
      fetcher: {fetch: () => Promise.reject(new Error("nothing is fetched here"))},
      formats: collectFormats,
      disk: {
        filesAt: async () => names.map((name) => ({path: name, sizeBytes: 1, modifiedAt: 1})),
        readFile: async (name) => {
          mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
          return bytesAt(name);
        },
      },
      takeEvents: () => Promise.reject(new Error("no events here")),
      now: () => Date.parse("2026-03-04T12:00:00Z"),
      uniform: () => 0.5,
      stop: new AbortController().signal,
      limit: null,
      isNamed: false,
      tell: () => undefined,
    });
    const seconds = secondsSince(start);
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
    journal.close();
    await ledger.close();
    return {
      bench: "collect",
      figures: {
        articlesPerSecond: (done[0]?.kept ?? 0) / seconds,
        mostMegabytes: mostBytes / 1e6,
      },
      floors: {"articlesPerSecond reading-and-coding-alone": sample.length / floorSeconds},
      peers: {},
      n: count,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
