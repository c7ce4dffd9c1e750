import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {InputError} from "../../src/sources/index.ts";
import {type Article, isGap, type Stretch} from "../../src/world/index.ts";
import {type Kind, readText} from "./capture-text.ts";

const piece = fc.constantFrom(
  "Country | Focus | Moves |",
  "---|---|---|",
  "| --- | --- |",
  "Chad | Energy | Talks held |",
  "Chad | Energy | Chad | Energy | Talks held |",
  "| a | | ",
  "|",
  "||",
  "with a rest | open",
  "# Heading",
  "A Short Line",
  "- item",
  "  * item over",
  "> quoted",
  "By Jane Doe",
  "3 March 2025",
  "according to a report by Nikkei Asia.",
  "“We agreed. It is done,” the minister said, adding that he met Reuters yesterday. (AFP)",
  "Country\tFocus\tMoves",
  "Chad\tEnergy\tTalks",
  "Chad\t\tTalks\t",
  "Updated: 4 March 2025",
  "As an AI language model, I cannot provide this. Just let me know!",
  "[Insert date]",
  "**bold** and [a link](x) `code`",
  "<p>para <b>bold</b><br>line</p>",
  "<table><tr><th>a</th><th colspan=3>b</th></tr><tr><td rowspan=9>c</td><td> d </td></tr></table>",
  "<h2>Head</h2><ul><li>one<li>two</ul><blockquote>said</blockquote>",
  "<div><table><tr><td>x<td>y<tr><td>z</table>",
  "<script>let a = '<p>';</script><!-- no -->",
  "</div></p>",
  "e\u0301a\u00a0 \u2028 tail",
  "\r",
  "",
);
const page = fc.array(fc.oneof({weight: 4, arbitrary: piece}, fc.string()), {maxLength: 25});
const kind = fc.constantFrom<Kind>("text/plain", "text/markdown", "text/html");

/** `null` when there were no words to read. */
function readOrRefuse(text: string | Uint8Array, mediaType: Kind): Article | null {
  try {
    return readText(text, mediaType);
  } catch (error) {
    if (error instanceof InputError && /no words/.test(error.message)) return null;
    throw error;
  }
}

function expectInside(article: Article, {start, end}: Stretch) {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(article.text.length);
}

function expectExact(article: Article) {
  const {text, blocks, tables, flags, cites, attributions, days, credit} = article;
  expect(article.id).toBe(createHash("sha256").update(text).digest("hex").slice(0, 16));
  blocks.forEach((block, i) => {
    expectInside(article, block);
    const words = text.slice(block.start, block.end);
    // A table may begin or end with an empty cell.
    if (block.kind !== "table") expect(words.trim()).toBe(words);
    expect(block.start).toBeGreaterThanOrEqual(blocks[i - 1]?.end ?? 0);
    if (block.under !== null) {
      expect(block.under).toBeLessThan(i);
      expect(blocks[block.under]?.kind).toBe("heading");
    }
  });
  expect(blocks.filter(({kind: one}) => one === "table")).toHaveLength(tables.length);
  for (const table of tables) {
    expectInside(article, table);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    for (const cell of [...table.columns, ...table.rows.flat()]) {
      if (isGap(cell)) continue;
      expectInside(article, cell);
      expect(cell.start).toBeGreaterThanOrEqual(table.start);
      expect(cell.end).toBeLessThanOrEqual(table.end);
      expect(text.slice(cell.start, cell.end)).toBe(cell.text);
      expect(cell.text.trim()).toBe(cell.text);
    }
    expect(flags.some((flag) => flag.kind === "table-repaired" && flag.start === table.start)).toBe(
      table.repairs.length > 0,
    );
  }
  for (const flag of flags) {
    expectInside(article, flag);
    expect(flag.note).not.toBe("");
  }
  for (const stretch of [...attributions, ...days, ...(isGap(credit) ? [] : [credit])]) {
    expectInside(article, stretch);
    expect(text.slice(stretch.start, stretch.end)).not.toBe("");
  }
  for (const cite of cites) expect(text.slice(cite.start, cite.end)).toBe(cite.words);
}

describe("whatever is read", () => {
  it("every block, cell, flag and cited source lies exactly in the kept text", () => {
    fc.assert(
      fc.property(page, kind, (lines, mediaType) => {
        const article = readOrRefuse(lines.join("\n"), mediaType);
        if (article !== null) expectExact(article);
      }),
      {numRuns: 300},
    );
  });

  it("bytes of any kind are read, and the same bytes give the same article", () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 400}), kind, (bytes, mediaType) => {
        const article = readOrRefuse(bytes, mediaType);
        if (article !== null) expectExact(article);
        expect(readOrRefuse(bytes, mediaType)).toEqual(article);
      }),
      {numRuns: 100},
    );
  });
});
