import type {ImportFile} from "../importers/importer.ts";
import {RecordFault} from "../importers/table-record.ts";
import {openTable} from "../importers/table-rows.ts";
import {InputError} from "../input-error.ts";
import {meant} from "../nearest-name.ts";
import {lineFault, noCodes} from "./read-flow-table.ts";

const whatItIs =
  "an input table is CSV with state, sector, input and share: what a dollar of the sector's output spends on the input; state may be *";

/**
 * Cost shares of inputs for the states and sectors of a matrix: state × sector × input, 0 where there is no row. Rows for
 * the state "*" hold for every state that has no row of its own for the pair.
 *
 * @throws InputError that names the line: an unknown state or sector, a share outside −1 to 1, a pair given twice, or
 * shares that add up to more than 1.
 */
export async function readInputTable(
  file: ImportFile,
  states: readonly string[],
  sectors: readonly string[],
): Promise<Float64Array> {
  const layout = (delimiter: "," | ";" | "\t") => ({
    columns: ["state", "sector", "input", "share"],
    delimiter,
  });
  const {batches} = await openTable(file, [layout(","), layout(";"), layout("\t")], noCodes);
  const [n, m] = [states.length, sectors.length];
  const own = new Float64Array(n * m * m);
  const lines = new Uint32Array(n * m * m);
  const everywhere = new Map<number, number>();
  const stateAt = placesOf(states);
  const sectorAt = placesOf(sectors);
  for await (const batch of batches) {
    for (const record of batch) {
      if (record.kind === "reject")
        throw new InputError(`${file.name}: line ${record.line}: ${record.why}`, whatItIs);
      try {
        const pair =
          known(record.required("sector"), sectorAt, "sector") * m +
          known(record.required("input"), sectorAt, "sector");
        const share = record.number("share");
        if (!(share > -1 && share <= 1)) throw new RecordFault("share", `is ${share}`);
        const state = record.required("state");
        if (state === "*") {
          if (everywhere.has(pair)) throw new RecordFault("state", "* has this pair already");
          everywhere.set(pair, share);
          continue;
        }
        const k = known(state, stateAt, "state") * m * m + pair;
        if (lines[k] !== 0)
          throw new RecordFault("state", `${state} has this pair in line ${lines[k]} already`);
        own[k] = share;
        lines[k] = record.line;
      } catch (cause) {
        throw cause instanceof RecordFault ? lineFault(file.name, record, cause, whatItIs) : cause;
      }
    }
  }
  for (let i = 0; i < n; i++) {
    for (const [pair, share] of everywhere) {
      if (lines[i * m * m + pair] === 0) own[i * m * m + pair] = share;
    }
    for (let s = 0; s < m; s++) {
      const first = (i * m + s) * m;
      const cost = own.subarray(first, first + m).reduce((a, b) => a + b, 0);
      if (cost > 1 + 1e-6)
        throw new InputError(
          `${file.name}: the inputs of ${sectors[s]} in ${states[i]} add up to ${cost.toFixed(3)} of its output`,
          whatItIs,
        );
    }
  }
  return own;
}

const placesOf = (names: readonly string[]) => new Map(names.map((name, at) => [name, at]));

function known(name: string, places: ReadonlyMap<string, number>, what: string): number {
  const at = places.get(name);
  if (at !== undefined) return at;
  const near = meant(name, new Map([...places.keys()].map((one) => [one, one])));
  throw new RecordFault(what, `"${name.slice(0, 80)}" is not in the matrix${near}`);
}
