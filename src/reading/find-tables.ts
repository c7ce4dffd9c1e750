import {findCommaTables} from "./comma-table.ts";
import {type FoundTable, findPipeTables} from "./pipe-table.ts";
import {findTabTables} from "./tab-table.ts";
import type {Line} from "./text-lines.ts";

/** Every table among lines, drawn with bars, tabs or commas, in order; where two meet, bars go before tabs, tabs before commas. */
export function findTables(text: string, lines: readonly Line[]): FoundTable[] {
  const found: FoundTable[] = [];
  for (const find of [findPipeTables, findTabTables, findCommaTables]) {
    const taken = new Set(found.flatMap(({from, to}) => range(from, to)));
    // A line of a table that is known stands as a blank one.
    const free = lines.map((line, i) => (taken.has(i) ? {...line, text: ""} : line));
    found.push(...find(text, free));
  }
  return found.sort((a, b) => a.from - b.from);
}

function range(from: number, to: number): number[] {
  return Array.from({length: to - from}, (_, i) => from + i);
}
