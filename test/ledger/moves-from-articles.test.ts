import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {codeArticle} from "../../src/coding/index.ts";
import {movesFromEvents} from "../../src/ledger/index.ts";
import {readCapture} from "../../src/reading/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day, type Move} from "../../src/world/index.ts";
import {reference} from "../sources/real-reference.ts";

/** Texts as they come in, read and coded by the rooms before this one. */
function movesOf(...texts: (string | Uint8Array)[]): Move[] {
  const articles = texts.map((text, at) => {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    return readCapture(captureOf(bytes, `${at}.txt`, day("2025-03-10"), false));
  });
  const events = articles.flatMap((article) => codeArticle(article, reference));
  return movesFromEvents(articles, events, reference);
}

const wire = (credit: string, sentence: string) =>
  `JAKARTA, 3 March 2025 (${credit}) - ${sentence}\n\nNo further details were given by either side about the timetable for the work.\n`;
const talks = "Indonesia held talks with Russia on a nuclear reactor on Monday";

describe("articles as they come in", () => {
  it("count where the report begins with an official, not where it passes on an unread outlet", () => {
    const [official] = movesOf(wire("Antara", `${talks}, the foreign ministry said.`));
    expect(official).toMatchObject({articles: 1, independentOrigins: 1});
    const [passedOn] = movesOf(wire("Antara", `${talks}, according to a report by Nikkei Asia.`));
    expect(passedOn).toMatchObject({articles: 1, independentOrigins: 0});
  });

  it("are one move and one origin where two outlets print one text", () => {
    const moves = movesOf(
      wire("Antara", `${talks}, the foreign ministry said.`),
      wire("Bernama", `${talks}, the foreign ministry said.`),
    );
    expect(moves).toEqual([expect.objectContaining({articles: 2, independentOrigins: 1})]);
  });

  const seed = "../shared/seed/000_ab535f622235b56c.txt";
  it.skipIf(!existsSync(seed))("of one named source, unseen, count no independent origin", () => {
    const moves = movesOf(readFileSync(seed));
    expect(moves.length).toBeGreaterThan(3);
    expect(moves.every(({independentOrigins}) => independentOrigins === 0)).toBe(true);
    expect(moves.every(({grade}) => grade.reliability === "F" && grade.credibility === 6)).toBe(
      true,
    );
  });

  it.skipIf(!existsSync(seed))("copied by five sites are still not one confirmation", () => {
    const copies = Array.from({length: 5}, () => readFileSync(seed));
    const text = new TextDecoder().decode(copies[0]);
    const sites = copies.map((_, at) => `${text}\nPosted on site number ${at}.\n`);
    const moves = movesOf(...sites);
    expect(Math.max(...moves.map(({articles}) => articles))).toBe(5);
    expect(Math.max(...moves.map(({independentOrigins}) => independentOrigins))).toBe(0);
    expect(moves.every(({grade}) => grade.credibility === 6)).toBe(true);
  });
});
