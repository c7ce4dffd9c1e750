import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {sectors} from "../../src/world/index.ts";

const rows = readFileSync("corpus/sectors/phrases.tsv", "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

describe("phrases of sectors", () => {
  it("speak of one of our sectors each, and of every one", () => {
    expect(new Set(rows.map(([sector]) => sector))).toEqual(new Set(sectors));
    expect(rows.every((row) => row.length === 2 && row[1] !== "")).toBe(true);
  });

  it("stand once, so that none speaks of two", () => {
    const met = rows.map(([, phrase]) => phrase?.toLowerCase());
    expect(met.filter((phrase, i) => met.indexOf(phrase) !== i)).toEqual([]);
  });
});
