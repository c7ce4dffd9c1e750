import type {Outcome} from "./import-mutated.ts";

/** An importer that takes longer over a file of a few kilobytes, mutated, hangs: milliseconds of processor time. */
const hangMs = 5000;

/** What became of mutated files; all but `slowestMs` are numbers of files. */
export interface FuzzTally {
  readonly files: number;
  readonly crashes: number;
  readonly hangs: number;
  /** Files that were made or asked for where nothing may be. */
  readonly escapes: number;
  readonly refused: number;
  readonly withRows: number;
  readonly withRejects: number;
  readonly rejects: number;
  readonly slowestMs: number;
}

export const noFiles: FuzzTally = {
  files: 0,
  crashes: 0,
  hangs: 0,
  escapes: 0,
  refused: 0,
  withRows: 0,
  withRejects: 0,
  rejects: 0,
  slowestMs: 0,
};

/** One file that was taken in part or refused. */
export function tallyOf({refused, rows, rejects, elapsedMs}: Outcome): FuzzTally {
  return {
    ...noFiles,
    files: 1,
    hangs: Number(elapsedMs > hangMs),
    refused: Number(refused),
    withRows: Number(rows > 0),
    withRejects: Number(rejects > 0),
    rejects,
    slowestMs: elapsedMs,
  };
}

export function sumTallies(tallies: readonly FuzzTally[]): FuzzTally {
  return tallies.reduce(
    (sum, one) => ({
      files: sum.files + one.files,
      crashes: sum.crashes + one.crashes,
      hangs: sum.hangs + one.hangs,
      escapes: sum.escapes + one.escapes,
      refused: sum.refused + one.refused,
      withRows: sum.withRows + one.withRows,
      withRejects: sum.withRejects + one.withRejects,
      rejects: sum.rejects + one.rejects,
      slowestMs: Math.max(sum.slowestMs, one.slowestMs),
    }),
    noFiles,
  );
}
