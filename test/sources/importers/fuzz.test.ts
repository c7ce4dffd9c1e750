import {mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {importMutated, memoryDisk} from "../../../bench/import-mutated.ts";
import {mutateFile} from "../../../bench/mutate-file.ts";
import {
  type Imported,
  type Importer,
  InputError,
  importerIds,
  loadImporter,
  openImportFile,
  realImportDisk,
} from "../../../src/sources/index.ts";
import {stateCodes} from "./import-real-file.ts";

const inputs = "test/input/importers";
const mutations = 200;
/** `demarche` must be killed in the worst case after so long; a file of a few kilobytes takes milliseconds. */
const hangMs = 600_000;

function filesOf(id: string): Readonly<Record<string, Uint8Array>> {
  const names = readdirSync(join(inputs, id)).filter((name) => name !== "README.md");
  return Object.fromEntries(
    names.sort().map((name) => [name, readFileSync(join(inputs, id, name))]),
  );
}

async function importAll(importer: Importer, files: Readonly<Record<string, Uint8Array>>) {
  const [first, ...beside] = await Promise.all(
    Object.keys(files).map((name) => openImportFile(name, memoryDisk(files))),
  );
  const found: Imported[] = [];
  if (first !== undefined)
    for await (const batch of importer.read({...first, beside}, stateCodes)) found.push(...batch);
  return found;
}

describe(`${mutations} mutated files are imported in part or refused in one line, and never more`, () => {
  it.each(importerIds)(
    "%s",
    async (id) => {
      const importer = await loadImporter(id);
      const files = filesOf(id);
      const outcomes = [];
      for (let nth = 0; nth < mutations; nth += 1)
        outcomes.push(await importMutated(importer, files, nth, stateCodes, () => 0));
      // A fuzzer whose every file is refused at the door has not been inside.
      expect(outcomes.filter((one) => one.rows > 0).length).toBeGreaterThan(mutations / 40);
      expect(outcomes.filter((one) => one.refused || one.rejects > 0).length).toBeGreaterThan(
        mutations / 10,
      );
    },
    hangMs,
  );
});

const tables = importerIds.filter((id) =>
  Object.keys(filesOf(id)).every((name) => /\.(csv|json|tsv|txt)$/i.test(name)),
);

describe("a line that is none costs itself and no other, and is counted", () => {
  it.each(tables)("%s", async (id) => {
    const importer = await loadImporter(id);
    const all = filesOf(id);
    const calls =
      importer.joinsFiles === true
        ? [all]
        : Object.entries(all).map(([name, bytes]) => ({[name]: bytes}));
    let tried = 0;
    for (const files of calls) {
      const [name = "", bytes = new Uint8Array()] = Object.entries(files).at(-1) ?? [];
      const text = Buffer.from(bytes)
        .toString("latin1")
        .replace(/\r?\n$/, "");
      // Behind the last line, outside every quote.
      if ((text.match(/"/g) ?? []).length % 2 === 1) continue;
      const longer = Buffer.from(`${text}\nthis is no record\n`, "latin1");
      const before = await importAll(importer, files).catch((fault: unknown) => fault);
      if (before instanceof InputError) continue;
      const [plain, more] = [
        before as Imported[],
        await importAll(importer, {...files, [name]: longer}),
      ];
      const rowsOf = (found: readonly Imported[]) => found.filter((one) => one.kind === "row");
      expect(rowsOf(more)).toEqual(rowsOf(plain));
      expect(more.length).toBe(plain.length + 1);
      tried += 1;
    }
    expect(tried).toBeGreaterThan(0);
  });
});

it("whatever an archive calls its file, nothing is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "demarche-fuzz-"));
  const inbox = join(folder, "in", "box");
  mkdirSync(inbox, {recursive: true});
  const list = () => readdirSync(folder, {recursive: true}).sort();
  const importer = await loadImporter("un-list");
  const [seed = new Uint8Array()] = Object.values(filesOf("un-list"));
  let climbing = 0;
  for (let nth = 0; climbing < 12; nth += 1) {
    const {bytes, how} = mutateFile(seed, nth);
    if (!how.endsWith("that climbs")) continue;
    climbing += 1;
    const path = join(inbox, `${climbing}.zip`);
    writeFileSync(path, bytes);
    const there = list();
    try {
      const file = await openImportFile(path, realImportDisk);
      for await (const batch of importer.read(file, stateCodes)) expect(batch).toBeDefined();
    } catch (fault) {
      expect(fault).toBeInstanceOf(InputError);
    }
    expect(list()).toEqual(there);
  }
});
