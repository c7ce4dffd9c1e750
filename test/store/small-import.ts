import {createHash} from "node:crypto";
import type {Imported, ImporterCard} from "../../src/sources/index.ts";
import type {ImportOrder} from "../../src/store/index.ts";
import {type DatasetId, day} from "../../src/world/index.ts";

type Values = Readonly<Record<string, string | number | boolean | null>>;

export interface SmallFile {
  readonly on: string;
  /** A reject is a record whose year was wrong, a damaged line no record at all. */
  readonly rows: readonly (Values | {readonly reject: string} | {readonly damaged: string})[];
  readonly dataset?: DatasetId;
  readonly card?: Partial<ImporterCard>;
  readonly name?: string;
}

/** An import of a few rows, as if an importer had read them from a file; equal rows make an equal file. */
export function smallImport({
  on,
  rows,
  dataset = "gdp",
  card,
  name = "made.csv",
}: SmallFile): ImportOrder {
  return {
    card: {
      id: "made",
      version: 1,
      title: "Made for a test",
      reads: "nothing but tests",
      citation: "A test (2026)",
      licence: "CC0-1.0",
      commercialUse: true,
      datasets: [dataset],
      whole: false,
      scope: {},
      ...card,
    },
    fileName: name,
    fileSha256: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    recordedOn: day(on),
    rows: batches(
      rows.map((row, at): Imported => {
        const line = at + 2;
        const {reject, damaged} = row as Readonly<Record<string, unknown>>;
        if (reject !== undefined)
          return {kind: "reject", line, column: "year", why: String(reject), raw: "…"};
        if (damaged !== undefined)
          return {kind: "reject", line, column: null, why: String(damaged), raw: "…"};
        return {kind: "row", dataset, line, values: row};
      }),
    ),
  };
}

async function* batches(all: readonly Imported[]): AsyncGenerator<readonly Imported[]> {
  for (let at = 0; at < all.length; at += 3) yield all.slice(at, at + 3);
}
