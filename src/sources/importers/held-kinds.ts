import {InputError} from "../input-error.ts";
import type {DatasetRow, Gathering} from "./table-importer.ts";

/** Pairs in years that are gathered of one file, at most: the largest has a tenth as many. */
const mostPairs = 3_000_000;

/** What holds between two parties in a year, gathered from all records that speak of it. */
export interface HeldKinds {
  readonly add: (
    pair: readonly [string, string],
    year: number,
    line: number,
    kinds: readonly string[],
  ) => void;
  readonly rows: Gathering["rows"];
}

/**
 * @param order of the kinds in a row.
 * @param rowOf what becomes of a pair; it is asked of none that nothing holds between.
 * @throws InputError from `add` where a file has more pairs than any publisher's.
 */
export function heldKinds(
  file: string,
  order: readonly string[],
  rowOf: (pair: readonly [string, string], year: number, kinds: string) => DatasetRow,
): HeldKinds {
  const held = new Map<string, {readonly line: number; bits: number}>();
  return {
    add: ([one, other], year, line, kinds) => {
      const bits = kinds.reduce((sum, kind) => sum | (1 << order.indexOf(kind)), 0);
      if (bits === 0) return;
      const key = `${one} ${other} ${year}`;
      const there = held.get(key);
      if (there !== undefined) there.bits |= bits;
      else if (held.size >= mostPairs)
        throw new InputError(
          `${file} has more than ${mostPairs} pairs in years, as no such table does`,
          "check that the file is what this importer reads (`demarche import --list`)",
        );
      else held.set(key, {line, bits});
    },
    rows: function* () {
      for (const [key, {line, bits}] of held) {
        const [one = "", other = "", year = ""] = key.split(" ");
        const kinds = order.filter((_, at) => (bits & (1 << at)) !== 0).join(";");
        yield {...rowOf([one, other], Number(year), kinds), line};
      }
    },
  };
}
