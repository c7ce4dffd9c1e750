import {execFileSync} from "node:child_process";
import type {BenchResult} from "./benches.ts";
import type {Collected} from "./collect-one.ts";

const most = 10_000;
const tenth = most / 10;

function measured(mode: "collect" | "read", count: number, data: string): Collected {
  const args = ["--import", "tsx", "bench/collect-one.ts", mode, String(count), data];
  const told = execFileSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(told) as Collected;
}

/**
 * Collecting 10,000 texts into the ledger, versions of moves and all: articles a second, the most memory held, and how both
 * grow from a tenth of the texts (1: not at all). The floor only reads and codes some of the same texts and keeps nothing.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const floor = measured("read", 500, data);
  const few = measured("collect", tenth, data);
  const all = measured("collect", most, data);
  const each = (one: Collected) => one.seconds / one.kept;
  return {
    bench: "collect",
    figures: {
      articlesPerSecond: 1 / each(all),
      timeOfAnArticleFromATenth: each(all) / each(few),
      mostMegabytes: all.peakMb,
      mostMegabytesOfATenth: few.peakMb,
      memoryFromATenth: all.peakMb / few.peakMb,
      moves: all.moves,
      linesThatTellHowLong: all.linesOfProgress,
    },
    floors: {
      "articlesPerSecond reading-and-coding-alone": 500 / floor.seconds,
      "mostMegabytes reading-and-coding-alone": floor.peakMb,
      timeOfAnArticleFromATenth: 1,
      memoryFromATenth: 1,
    },
    peers: {},
    n: all.kept,
  };
}
