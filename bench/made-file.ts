import {createHash} from "node:crypto";
import type {Imported} from "../src/sources/index.ts";
import type {ImportOrder} from "../src/store/index.ts";
import {day} from "../src/world/index.ts";

/** Day on which made files are recorded. */
export const madeDay = day("2026-12-01");

/** Rows of a made file: every third file is a large one, so that a kill meets an import at its work. */
export function madeRows(file: number): number {
  return file % 3 === 2 ? 10_000 : 300;
}

/**
 * A file of made figures. The first 100 rows of each correct those of the file before; the others are new and bear the
 * file's number in `basis`.
 */
export function madeFile(file: number): ImportOrder {
  return {
    card: {
      id: "made",
      version: 1,
      title: "Made figures",
      reads: "nothing",
      citation: "Made for a bench",
      licence: "CC0-1.0",
      commercialUse: true,
      datasets: ["gdp"],
      whole: false,
      scope: {},
    },
    fileName: `made-${file}.csv`,
    fileSha256: createHash("sha256").update(`made ${file}`).digest("hex"),
    recordedOn: madeDay,
    rows: rowsOf(file),
  };
}

async function* rowsOf(file: number): AsyncGenerator<readonly Imported[]> {
  const rows = madeRows(file);
  for (let from = 0; from < rows; from += 1000)
    yield Array.from({length: Math.min(1000, rows - from)}, (_, at): Imported => {
      const nth = from + at;
      const shared = nth < 100;
      return {
        kind: "row",
        dataset: "gdp",
        line: nth + 2,
        values: {
          state: "IDN",
          year: 10_000 + nth,
          usd: shared ? file : nth,
          basis: shared ? "made" : `made-${file}`,
        },
      };
    });
}
