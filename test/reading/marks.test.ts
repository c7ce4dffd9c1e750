import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {type Article, day} from "../../src/world/index.ts";

const inputs = resolve("test/input/reading-marks");

/** A case is a text and the flags that a careful reader would raise, which stand beside it one a line. */
function readCase(name: string): {article: Article; wanted: string[]} {
  const folder = join(inputs, name);
  const source = readdirSync(folder).find((file) => file.startsWith("source.")) ?? "";
  const told = join(folder, "origin.txt");
  const origin = existsSync(told) ? readFileSync(told, "utf8").trim() : source;
  const bytes = readFileSync(join(folder, source));
  const wanted = readFileSync(join(folder, "flags.txt"), "utf8").split("\n").filter(Boolean);
  return {article: readCapture(captureOf(bytes, origin, day("2026-01-15"), false)), wanted};
}

describe("marks of machine text and laundering", () => {
  const cases = readdirSync(inputs);
  const marked = cases.filter((name) => name.startsWith("marked-"));
  const clean = cases.filter((name) => name.startsWith("clean-"));

  it("have ten texts that bear them and ten that do not", () => {
    expect([marked.length, clean.length]).toEqual([10, 10]);
  });

  it.each(marked)("are found in %s, and no others", (name) => {
    const {article, wanted} = readCase(name);
    expect([...new Set(article.flags.map(({kind}) => kind))].sort()).toEqual(wanted);
    expect(article.grade.credibility).toBe(6);
    expect(article.grade.reasons.length).toBeGreaterThan(2);
  });

  it.each(clean)("are not found in %s", (name) => {
    const {article, wanted} = readCase(name);
    expect(article.flags).toEqual([]);
    expect(wanted).toEqual([]);
  });

  it.each(marked)("never assert that %s is false", (name) => {
    const {article} = readCase(name);
    for (const {note} of article.flags) expect(note).not.toMatch(/\b(?:false|untrue|lie|fake)\b/i);
  });
});
