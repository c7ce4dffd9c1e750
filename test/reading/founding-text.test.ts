import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {type Article, day, type Flag, gradeLabel, isGap} from "../../src/world/index.ts";

const seed = "../shared/seed/000_ab535f622235b56c.txt";
const specimen = "data/specimen/specimen.txt";
const readFile = (path: string, isSpecimen: boolean) =>
  readCapture(captureOf(readFileSync(path), path, day("2026-11-24"), isSpecimen));
const kinds = (article: Article) => new Set(article.flags.map(({kind}) => kind));
const rowsOf = (article: Article, table: number) =>
  article.tables[table]?.rows.map((row) => row.map((cell) => (isGap(cell) ? null : cell.text)));

/** What both the founding text and the specimen that stands in for it must come out as. */
function expectFaultsFound(article: Article, more: Flag["kind"]) {
  expect(article.tables).toHaveLength(3);
  expect(article.tables.map(({columns}) => columns.length)).toEqual([3, 3, 3]);
  expect(gradeLabel(article.grade)).toBe("F6");
  const reasons = article.grade.reasons.join("; ");
  for (const word of ["secondary", "undated", "source not seen", "chatbot"])
    expect(reasons).toContain(word);
  expect(isGap(article.published)).toBe(true);
  expect(isGap(article.author)).toBe(true);
  expect(isGap(article.outlet)).toBe(true);
  expect(kinds(article)).toEqual(
    new Set([
      "machine-residue",
      "table-repaired",
      "no-date",
      "no-author",
      "secondary",
      "source-not-seen",
      "template-tables",
      more,
    ]),
  );
  expect(article.language).toBe("en");
}

describe.skipIf(!existsSync(seed))("the founding text", () => {
  it("comes out F6: secondary, undated, source not seen, with its three tables", () => {
    const article = readFile(seed, false);
    expectFaultsFound(article, "no-primary-source");
    expect(article.cites.map(({name}) => name)).toEqual(["Nikkei Asia"]);
    expect(article.specimen).toBe(false);
  });

  it("is an analysis that reports nobody's words but an outlet's, and names no day", () => {
    const {genre, attributions, days, credit} = readFile(seed, false);
    expect(genre).toMatchObject({kind: "analysis"});
    expect(attributions.map(({voice, speaker}) => [voice, speaker])).toEqual([
      ["paraphrased", "a report by Nikkei Asia"],
      ["paraphrased", "Analysts"],
    ]);
    expect(days).toEqual([]);
    expect(isGap(credit)).toBe(true);
  });

  it("has its broken row repaired into Defense, and the repair recorded", () => {
    const article = readFile(seed, false);
    expect(rowsOf(article, 1)?.[1]).toEqual([
      "Defense",
      "Advanced technology, stronger deterrence",
      "Geopolitical tensions, arms escalation",
    ]);
    expect(article.tables[1]?.repairs.join("; ")).toMatch(/row 2 held two rows; its cells 1-2/);
    expect(article.tables[0]?.repairs).toEqual([]);
    expect(article.tables[2]?.repairs).toEqual([]);
  });

  it("comes out the same when its file is called Markdown", () => {
    const plain = readFile(seed, false);
    const bytes = readFileSync(seed);
    const marked = readCapture(captureOf(bytes, "founding.md", day("2026-11-24"), false));
    expect({...marked, origin: plain.origin}).toEqual(plain);
  });

  it("has the chatbot's two sentences flagged, and nothing else", () => {
    const article = readFile(seed, false);
    const residue = article.flags.filter(({kind}) => kind === "machine-residue");
    expect(residue.map(({start, end}) => article.text.slice(start, end))).toEqual([
      article.text.split("\n").find((line) => line.includes("I can also help you")),
    ]);
  });
});

describe("the specimen", () => {
  it("has the founding text's faults, and is marked", () => {
    const article = readFile(specimen, true);
    expectFaultsFound(article, "no-person");
    expect(article.specimen).toBe(true);
    expect(rowsOf(article, 1)?.map(([sector]) => sector)).toEqual([
      "Energy",
      "Defence",
      "Trade",
      "Agriculture",
      "Diplomacy",
    ]);
    expect(rowsOf(article, 1)?.flat()).not.toContain(null);
  });
});
