import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {
  eventImporterIds,
  type Imported,
  InputError,
  importerIds,
  loadImporter,
} from "../../../src/sources/index.ts";
import {type ColumnType, datasetTables, isDay} from "../../../src/world/index.ts";
import {importFiles} from "./import-real-file.ts";

const inputs = "test/input/importers";
const outputs = resolve("test/output/importers");

/** The files of an importer's case, its README aside. */
const filesOf = (id: string) =>
  readdirSync(join(inputs, id))
    .filter((name) => name !== "README.md")
    .sort();

/** What an importer makes of its case, as a person reads it over: a line per row and reject, or the refusal of a file. */
async function shown(id: string) {
  const importer = await loadImporter(id);
  const names = filesOf(id);
  const calls = importer.joinsFiles === true ? [names] : names.map((name) => [name]);
  const told: Record<string, readonly string[]> = {};
  for (const [name = "", ...others] of calls) {
    const lines: string[] = [];
    const inCase = (one: string) => join(inputs, id, one);
    try {
      for await (const one of importFiles(importer, [inCase(name), ...others.map(inCase)])) {
        if (one.kind === "row") expect(importer.datasets).toContain(one.dataset);
        lines.push(lineOf(one));
      }
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      lines.push(`refused: ${fault.message}; ${fault.whatToDo}`);
    }
    told[[name, ...others].join(" + ")] = lines;
  }
  return told;
}

function lineOf(one: Imported): string {
  if (one.kind === "reject") return `${one.line} reject ${one.column ?? "-"}: ${one.why}`;
  fitsTable(one);
  const told = Object.entries(one.values).filter(([, value]) => value !== null);
  return `${one.line} ${one.dataset} ${told.map(([name, value]) => `${name}=${value}`).join(" | ")}`;
}

const fits: Readonly<Record<ColumnType, (value: unknown) => boolean>> = {
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  double: Number.isFinite,
  text: (value) => typeof value === "string",
  day: (value) => typeof value === "string" && isDay(value),
  truth: (value) => typeof value === "boolean",
};

/** A row has the columns of its dataset's table and no other, each of the column's type or null. */
function fitsTable({dataset, values}: Extract<Imported, {kind: "row"}>): void {
  const {columns} = datasetTables[dataset];
  for (const [name, value] of Object.entries(values)) {
    const type = columns[name];
    if (type === undefined) throw new Error(`${dataset} has no column ${name}`);
    if (value !== null && !fits[type](value))
      throw new Error(`${dataset}.${name} is ${type}, not ${JSON.stringify(value)}`);
  }
}

describe("a publisher's file gives these rows, and these rejects", () => {
  it("every importer has its case, with a word on where it comes from", () => {
    const ids = [...importerIds, ...eventImporterIds];
    expect(readdirSync(inputs).sort()).toEqual(ids.sort());
    for (const id of ids) expect(readdirSync(join(inputs, id))).toContain("README.md");
  });

  it.each(importerIds)("%s", async (id) => {
    await expect(`${JSON.stringify(await shown(id), null, 1)}\n`).toMatchFileSnapshot(
      join(outputs, `${id}.json`),
    );
  });
});
