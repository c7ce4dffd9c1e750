import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {describe, expect, it} from "vitest";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {
  type Article,
  type Attribution,
  type Dating,
  day,
  type Gap,
  gradeLabel,
  isGap,
  type Stretch,
} from "../../src/world/index.ts";

const inputs = resolve("test/input/reading");
const outputs = resolve("test/output/reading");
const readOn = day("2026-01-15");

const words = (value: string | Gap) => (isGap(value) ? `(gap: ${value.why})` : value);

/** An article as a person reads it over: words in place of offsets. Offsets are checked by the rules in offsets.test.ts. */
function shown(article: Article) {
  const slice = ({start, end}: Stretch) => article.text.slice(start, end);
  const from = (dating: Dating | Gap) =>
    isGap(dating) ? "" : ` (${dating.origin} "${dating.words}", ${dating.confidence})`;
  const said = ({voice, speaker, ...at}: Attribution) => `${voice} ${speaker ?? "-"}: ${slice(at)}`;
  return {
    title: words(article.title),
    language: article.language,
    published: `${words(article.published)}${from(article.publishedFrom)}`,
    updated: `${words(article.updated)}${from(article.updatedFrom)}`,
    outlet: words(article.outlet),
    author: words(article.author),
    credit: isGap(article.credit) ? words(article.credit) : article.credit.name,
    genre: isGap(article.genre)
      ? words(article.genre)
      : `${article.genre.kind}: ${article.genre.because}`,
    attributions: article.attributions.map(said),
    days: article.days.map((named) => `${slice(named)}: ${words(named.day)}`),
    cites: article.cites.map(({name, words}) => `${name}: ${words}`),
    grade: `${gradeLabel(article.grade)}: ${article.grade.reasons.join("; ")}`,
    flags: article.flags.map((flag) => ({kind: flag.kind, note: flag.note, words: slice(flag)})),
    blocks: article.blocks.map(
      (block, i) => `${i} ${block.kind} under ${block.under ?? "-"}: ${slice(block)}`,
    ),
    tables: article.tables.map(({columns, rows, repairs}) => ({
      columns: columns.map(({text}) => text),
      rows: rows.map((row) => row.map((cell) => (isGap(cell) ? `(gap: ${cell.why})` : cell.text))),
      repairs,
    })),
  };
}

describe("reading, case by case", () => {
  const cases = readdirSync(inputs);

  it("has cases to read", () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });

  it.each(cases)("%s", async (name) => {
    const folder = join(inputs, name);
    const source = readdirSync(folder).find((file) => file.startsWith("source.")) ?? "";
    const told = join(folder, "origin.txt");
    const origin = existsSync(told) ? readFileSync(told, "utf8").trim() : source;
    const bytes = readFileSync(join(folder, source));
    const article = readCapture(captureOf(bytes, origin, readOn, false));
    await expect(`${JSON.stringify(shown(article), null, 2)}\n`).toMatchFileSnapshot(
      join(outputs, `${name}.json`),
    );
  });
});
