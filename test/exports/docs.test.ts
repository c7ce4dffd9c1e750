import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {exportItems} from "../../src/pipeline/index.ts";

const page = readFileSync("docs/exports.md", "utf8");
const words = new Set([...page.matchAll(/`([^`]+)`/g)].map(([, word]) => word));

describe("docs/exports.md", () => {
  it("tells of every file of an answer, every format and every thing that can be exported", () => {
    const files = exportItems.filter(({dataset}) => dataset === null);
    expect(files.length).toBeGreaterThan(20);
    for (const {what, format, name} of files)
      for (const word of [what, format, name]) expect(words).toContain(word);
  });

  it("names no file that does not exist", () => {
    const names = new Set(exportItems.map(({name}) => name));
    const said = [...words].filter((word) => /^[a-z-]+(\.[a-z]+)+$/.test(word ?? ""));
    expect(said.filter((word) => !names.has(word ?? ""))).toEqual(["datapackage.json"]);
  });
});
