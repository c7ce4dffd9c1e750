import {InputError} from "../input-error.ts";
import type {FlowTable} from "./read-flow-table.ts";

const howDomestic =
  "give a row with the same exporter and importer: gross output less exports, in the unit of the flows";

/**
 * Refuses a matrix on which no equilibrium stands: a state without domestic trade, a sector that nobody makes, a state
 * that exports a sector and does not say what of it is sold at home. Where the flows are `fitted` from costs, those
 * given do not matter.
 *
 * @throws InputError that names the state or sector and the line in which it first stands.
 */
export function checkFlowTable(table: FlowTable, {fitted = false} = {}): void {
  const {name, states, sectors, values, lines, hasSectors} = table;
  const n = states.length;
  if (n < 2) throw new InputError(`${name} holds ${n} state`, "a matrix has two states or more");
  if (fitted) return;
  const atHome = new Float64Array(n);
  for (let s = 0; s < sectors.length; s++) {
    let made = 0;
    for (let i = 0; i < n; i++) {
      let exported = 0;
      let exportLine = 0;
      for (let j = 0; j < n; j++) {
        const k = (s * n + i) * n + j;
        made += values[k] as number;
        if (i === j || !((values[k] as number) > 0)) continue;
        exported += values[k] as number;
        if (exportLine === 0) exportLine = lines[k] as number;
      }
      const own = (s * n + i) * n + i;
      atHome[i] = (atHome[i] as number) + (values[own] as number);
      if (hasSectors && exported > 0 && lines[own] === 0)
        throw new InputError(
          `${name}: ${states[i]} exports ${sectors[s]} (line ${exportLine}) but has no domestic trade in it`,
          howDomestic,
        );
    }
    if (!(made > 0))
      throw new InputError(
        `${name}: nobody makes ${sectors[s]} (line ${firstLine(table, s)}): every flow of it is 0`,
        "leave the sector out, or give its flows",
      );
  }
  for (let i = 0; i < n; i++) {
    if ((atHome[i] as number) > 0) continue;
    const line = lineOf(table, i);
    throw new InputError(
      `${name}: ${states[i]} (line ${line}) has no domestic trade, so what it makes is not known`,
      howDomestic,
    );
  }
}

function firstLine({lines, states}: FlowTable, s: number): number {
  const block = lines.subarray(s * states.length ** 2, (s + 1) * states.length ** 2);
  return block.find((line) => line > 0) ?? 0;
}

/** The first line that names a state. */
function lineOf({lines, states}: FlowTable, state: number): number {
  const n = states.length;
  let first = Number.POSITIVE_INFINITY;
  for (const [k, line] of lines.entries()) {
    const named = k % n === state || Math.floor(k / n) % n === state;
    if (named && line > 0) first = Math.min(first, line);
  }
  return first;
}
