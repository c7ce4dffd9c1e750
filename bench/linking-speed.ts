import {movesFromEvents} from "../src/ledger/index.ts";
import type {BenchResult} from "./benches.ts";
import {type HappeningRow, readHappenings, reportsOf} from "./linking.ts";

const dayMs = 86_400_000;
/** Days between one copy of the reports and the next: nearer than a happening is wide, so that copies compete. */
const apart = 3;

/** The same reports again and again, each time some days later, until there are enough. */
function repeated(rows: readonly HappeningRow[], count: number): HappeningRow[] {
  return Array.from({length: count}, (_, at) => {
    const row = rows[at % rows.length] as HappeningRow;
    const copy = Math.floor(at / rows.length);
    const later = (day: string) =>
      new Date(Date.parse(day) + copy * apart * dayMs).toISOString().slice(0, 10);
    return {
      ...row,
      id: `${row.id} ${copy}`,
      published: later(row.published),
      when: row.when === null ? null : later(row.when),
    };
  });
}

function secondsOf(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/**
 * How fast reports are linked into moves, and how that grows: 2 where twice the reports take twice as long. The floor
 * only splits the same texts into words.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = readHappenings(data);
  const most = 20_000;
  const linkSeconds = (count: number) => {
    const {articles, events, reference} = reportsOf(repeated(rows, count));
    return secondsOf(() => movesFromEvents(articles, events, reference));
  };
  linkSeconds(rows.length);
  const half = linkSeconds(most / 2);
  const whole = linkSeconds(most);
  const texts = repeated(rows, most).map(({text}) => text);
  const split = secondsOf(() => texts.map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  return {
    bench: "linking-speed",
    figures: {reportsPerSecond: most / whole, growthFromHalf: whole / half},
    floors: {"reportsPerSecond splitting-into-words": most / split, growthFromHalf: 2},
    peers: {},
    n: most,
  };
}
