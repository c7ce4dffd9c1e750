import {paceMs} from "../../sources/index.ts";

/** Between two lines of progress, in milliseconds. */
const betweenLinesMs = 2000;

export interface CollectProgress {
  /** So many pages of a source are going to be read, none in less time than this: the pace of its host, if it has one. */
  expect(source: string, pages: number, leastMs?: number): void;
  pageRead(source: string): void;
  sourceDone(source: string): void;
}

interface Run {
  readonly begunAt: number;
  readonly pages: number;
  readonly leastMs: number;
  read: number;
}

/**
 * Says how far collecting is and about how long it will take. Sources are read beside one another, each at the pace of
 * its host: the one that takes longest decides.
 */
export function collectProgress(
  sources: number,
  {now, tell}: {readonly now: () => number; readonly tell: (line: string) => void},
): CollectProgress {
  const runs = new Map<string, Run>();
  let done = 0;
  let lastAt = Number.NEGATIVE_INFINITY;

  const say = () => {
    if (now() - lastAt < betweenLinesMs) return;
    lastAt = now();
    const all = [...runs.values()];
    const sum = (of: (run: Run) => number) => all.reduce((total, run) => total + of(run), 0);
    const left = Math.max(0, ...all.map((run) => timeLeft(run, now())));
    tell(
      `${done} of ${sources} sources done, ${sum(({read}) => read)} of ${sum(({pages}) => pages)} pages read${left === 0 ? "" : `, about ${inWords(left)} left`}`,
    );
  };

  return {
    expect: (source, pages, leastMs = paceMs) => {
      runs.set(source, {begunAt: now(), pages, leastMs, read: 0});
      say();
    },
    pageRead: (source) => {
      const run = runs.get(source);
      if (run !== undefined) run.read += 1;
      say();
    },
    sourceDone: (source) => {
      done += 1;
      const run = runs.get(source);
      // What waits for the next run is not waited for in this one.
      if (run !== undefined) runs.set(source, {...run, pages: run.read});
      say();
    },
  };
}

function timeLeft({begunAt, pages, leastMs, read}: Run, now: number): number {
  const each = read === 0 ? leastMs : Math.max(leastMs, (now - begunAt) / read);
  return (pages - read) * each;
}

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
