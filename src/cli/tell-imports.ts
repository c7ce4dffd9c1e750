import {writeFileSync} from "node:fs";
import {type ColumnNote, toCsv} from "../exports/index.ts";
import {fileFault, type LeftOut} from "../sources/index.ts";
import type {DatasetReceipt, KeptReject} from "../store/index.ts";
import {printJson, printTable} from "./print.ts";

/** What became of one call. Without an `id`, nothing was kept. */
export interface Taken {
  readonly id: string | null;
  readonly file: string;
  readonly again: boolean;
  readonly datasets: Readonly<Record<string, Partial<DatasetReceipt>>>;
  readonly rejected: number;
  readonly rejects: readonly KeptReject[];
  /** Files of an archive that were not read. */
  readonly leftOut: readonly LeftOut[];
  /** A file that is always the whole list had lines that are no records: nothing was retracted for it. */
  readonly isDamaged?: boolean;
}

const shownRejects = 10;

/** Prints what became of each file, and writes what could not be taken in where it was asked for. */
export function tellImports(
  taken: readonly Taken[],
  options: {readonly json?: boolean; readonly rejects?: string},
): void {
  if (options.rejects !== undefined) writeRejects(taken, options.rejects);
  if (options.json === true)
    printJson(
      taken.map(({rejects, ...one}) => ({...one, firstRejects: rejects.slice(0, shownRejects)})),
    );
  else for (const one of taken) printTaken(one, options.rejects);
}

function printTaken(
  {id, file, again, datasets, rejected, rejects, leftOut, isDamaged = false}: Taken,
  rejectsFile: string | undefined,
): void {
  const count = (value: number | undefined) => (value ?? 0).toLocaleString("en-GB");
  const kept = id === null ? "read, nothing kept" : `import ${id}`;
  const out = (line: string) => process.stdout.write(`${line}\n`);
  for (const {name, why} of leftOut) out(`${name} was left out: ${why}`);
  out(again ? `${file}: had been taken in already (${kept}); nothing added` : `${file}: ${kept}`);
  printTable(
    id === null
      ? ["dataset", "rows"]
      : ["dataset", "added", "superseded", "unchanged", "retracted", "collapsed"],
    Object.entries(datasets).map(([dataset, done]) => [
      dataset,
      count(done.added),
      ...(id === null
        ? []
        : [done.superseded, done.unchanged, done.retracted, done.collapsed].map(count)),
    ]),
  );
  out(`${count(rejected)} ${rejected === 1 ? "line was" : "lines were"} not taken in`);
  if (isDamaged) out("some are no records at all: what the file no longer lists was not retracted");
  for (const {line, column, why} of rejects.slice(0, shownRejects))
    out(`  line ${line}${column === null ? "" : `, ${column}`}: ${why}`);
  if (rejected > shownRejects) {
    const some = rejects.length < rejected ? `the first ${count(rejects.length)}` : "all of them";
    out(`  … (${some}: ${rejectsFile ?? "--rejects <file>"})`);
  }
}

const rejectColumns: readonly ColumnNote[] = [
  {name: "file", type: "text", means: "file as it was given"},
  {name: "line", type: "integer", means: "line or element of the file, from 1"},
  {name: "column", type: "text", means: "column or element that was wrong"},
  {name: "why", type: "text", means: "why it was not taken in"},
  {name: "raw", type: "text", means: "the line itself, clipped"},
];

function writeRejects(taken: readonly Taken[], path: string): void {
  const rows = taken.flatMap(({file, rejects}) =>
    rejects.map(({line, column, why, raw}) => [file, line, column, why, raw]),
  );
  try {
    writeFileSync(path, toCsv({columns: rejectColumns, rows}));
  } catch (cause) {
    throw fileFault(path, cause);
  }
}
