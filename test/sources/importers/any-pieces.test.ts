import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {
  type Imported,
  type Importer,
  type ImportFile,
  InputError,
  importerIds,
  loadImporter,
} from "../../../src/sources/index.ts";
import {stateCodes} from "./import-real-file.ts";

const inputs = "test/input/importers";

/** A file of a fixture that arrives in pieces of a size. */
function arriving(id: string, name: string, pieceBytes: number): ImportFile {
  const bytes = readFileSync(join(inputs, id, name));
  return {
    name,
    bytes: async function* () {
      for (let at = 0; at < bytes.length; at += pieceBytes)
        yield bytes.subarray(at, at + pieceBytes);
    },
  };
}

/** All that is made of a file, or why nothing is. */
async function all(importer: Importer, files: readonly ImportFile[]) {
  const [file, ...beside] = files;
  if (file === undefined) throw new Error("a case without a file");
  const found: Imported[] = [];
  try {
    for await (const batch of importer.read({...file, beside}, stateCodes))
      for (const one of batch) found.push(one);
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return fault.message;
  }
  return found;
}

describe("a file gives the same rows however its bytes arrive", () => {
  it.each(importerIds)("%s", async (id) => {
    const importer = await loadImporter(id);
    const names = readdirSync(join(inputs, id))
      .filter((name) => name !== "README.md")
      .sort();
    const calls = importer.joinsFiles === true ? [names] : names.map((name) => [name]);
    for (const call of calls) {
      const arrived = (pieceBytes: number) =>
        all(
          importer,
          call.map((name) => arriving(id, name, pieceBytes)),
        );
      const whole = await arrived(1e9);
      for (const pieceBytes of [1, 7, 64]) expect(await arrived(pieceBytes)).toEqual(whole);
    }
  });
});
