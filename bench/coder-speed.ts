import {spawnSync} from "node:child_process";
import {readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {packageRoot, readReference} from "../src/cli/house.ts";
import {codeArticle, codeSentence} from "../src/coding/index.ts";
import {openReadingPool} from "../src/pipeline/index.ts";
import {readCapture} from "../src/reading/index.ts";
import {captureOf} from "../src/sources/index.ts";
import {type Capture, day} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {readRows} from "./coder.ts";

/** Sentences of one made article. */
const perArticle = 25;
/** Each figure is the best of so many runs, after some to warm up. */
const runs = 3;
/** The compiler of V8 is done with the coder after some ten runs; until then threads wait for it. */
const runsToWarm = 12;
/** Characters of the shorter bad input; the longer has twice as many. */
const short = 500_000;

const badInput: readonly (readonly [string, string])[] = [
  ["no stop", "Norway praised Ghana and then "],
  ["no verb", "Norway, Ghana, fish and "],
  ["capitals", "NORWAY EXPELS TWO GHANAIAN DIPLOMATS "],
  ["emoji", "🇳🇴 Norway 🤝 Ghana 🎉 "],
  ["right to left", "رحبت النرويج بغانا Norway "],
  ["mixed scripts", "Norway (Норвегия, 挪威) Ghana "],
  ["markup", "<p>Norway <b>expels</b> Ghana</p> "],
];

/**
 * How fast the coder is on one core (built, as users run it) and on two threads, what memory it takes, and whether time
 * grows as the text does where the text is bad. `CpuSecond` is of processor time, which says the same on a machine that
 * others use. Articles are made of the set's sentences, and are read as well as coded.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  const sentences = readRows(data).map(({sentence}) => sentence);
  const alone = best(() => {
    for (const one of sentences) codeSentence(one, reference);
  });
  const built = codeAlone(data);
  const ratios = badInput.map(([, piece]) => timeRatio(piece));
  const [oneThread, twoThreads] = [await pooled(1), await pooled(2)];
  return {
    bench: "coder-speed",
    figures: {
      sentencesPerSecond: built.sentencesPerSecond,
      sentencesPerCpuSecond: sentences.length / alone.cpuSeconds,
      articleSentencesPerSecondOneThread: sentences.length / oneThread,
      articleSentencesPerSecondTwoThreads: sentences.length / twoThreads,
      twoThreadsGain: oneThread / twoThreads,
      peakMemoryMb: built.peakMemoryMb,
      weightsMb: megabytes(["reference/weights"]),
      tablesMb: megabytes(tables),
      badInputTimeRatio: Math.max(...ratios),
    },
    floors: {},
    peers: {"sentencesPerSecond UniversalPetrarch-preparsed": 235},
    n: sentences.length,
    note: "Wall time; measured beside other work it is too low. The ratio is the time of one megabyte by that of half of it: 2 is linear.",
  };

  /** Seconds of reading all articles in so many threads, which are warm. */
  async function pooled(threads: number): Promise<number> {
    const captures = articlesOf(sentences);
    const pool = openReadingPool({root: packageRoot, threads});
    const once = async () => {
      const start = performance.now();
      await Promise.all(captures.map(pool.read));
      return (performance.now() - start) / 1000;
    };
    try {
      for (let i = 0; i < runsToWarm; i++) await once();
      const times: number[] = [];
      for (let i = 0; i < runs; i++) times.push(await once());
      return Math.min(...times);
    } finally {
      await pool.close();
    }
  }

  function timeRatio(piece: string): number {
    const timeOf = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const capture = captureOf(Buffer.from(text), "bad.txt", day("2026-01-15"), false);
      const article = readCapture(capture);
      return best(() => codeArticle(article, reference)).cpuSeconds;
    };
    return timeOf(2 * short) / timeOf(short);
  }
}

/** The least processor time of some runs. */
function best(work: () => void): {cpuSeconds: number} {
  let cpuSeconds = Number.POSITIVE_INFINITY;
  work();
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    work();
    const {user, system} = process.cpuUsage(before);
    cpuSeconds = Math.min(cpuSeconds, (user + system) / 1e6);
  }
  return {cpuSeconds};
}

function articlesOf(sentences: readonly string[]): Capture[] {
  return Array.from({length: Math.ceil(sentences.length / perArticle)}, (_, i) => {
    const part = sentences.slice(i * perArticle, (i + 1) * perArticle).join("\n\n");
    return captureOf(Buffer.from(part), `${i}.txt`, day("2026-01-15"), false);
  });
}

/** What the built program takes and gives, in a process of its own. */
function codeAlone(data: string): {peakMemoryMb: number; sentencesPerSecond: number} {
  const told = (script: string, argument: string) => {
    const {status, stdout} = spawnSync(process.execPath, [join(packageRoot, script), argument], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (status !== 0) throw new Error(`${script} ended with ${status}`);
    return stdout;
  };
  told("scripts/build.mjs", "code");
  return JSON.parse(told("bench/code-alone.mjs", data));
}

/** What the coder reads beside its weights. */
const tables = [
  "packed",
  "codebook.yaml",
  "sectors.yaml",
  "states.csv",
  "capitals.csv",
  "blocs.yaml",
  "offices.csv",
  "actors",
  "languages",
].map((name) => join("reference", name));

function megabytes(paths: readonly string[]): number {
  const bytes = (path: string): number => {
    const stat = statSync(path);
    if (!stat.isDirectory()) return stat.size;
    return readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0);
  };
  return paths.reduce((sum, path) => sum + bytes(join(packageRoot, path)), 0) / 1e6;
}
