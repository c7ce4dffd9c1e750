import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {auditArticle, tellArticle} from "../../src/audit/index.ts";
import {readReference} from "../../src/cli/house.ts";
import {readArticle} from "../../src/pipeline/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day} from "../../src/world/index.ts";
import {book, watch} from "./build-world.ts";

const reference = readReference();
const asOf = day("2026-11-24");

async function audit(text: string) {
  const {article, events} = await readArticle(
    captureOf(Buffer.from(text), "test:input.txt", asOf, false),
    reference,
  );
  const verdicts = auditArticle({article, events, moves: [], series: [], book, watch, reference});
  return tellArticle(article, verdicts, article.grade, () => false);
}

/** Texts that tell nothing of what states do, and name them often: the bench counts the claims in all of them together. */
const eventFree = "bench/data/audit/event-free";

describe("what is no article about states", () => {
  it.each(readdirSync(eventFree).sort())("%s holds at most one claim", async (file) => {
    const {verdicts} = await audit(readFileSync(`${eventFree}/${file}`, "utf8"));
    expect(verdicts.map(({claim}) => claim.text).slice(1)).toEqual([]);
  });

  it.each([
    ["a recipe", "Toast the seeds. Add two cups of rice and stir.\n", /no claim to read back/],
    [
      "a language that is not read",
      readFileSync("test/input/audit/not-read.txt", "utf8"),
      /\(hu\)/,
    ],
  ])("%s is told in a plain sentence", async (_, text, sentence) => {
    const {nothing, verdicts} = await audit(text);
    expect(verdicts).toEqual([]);
    expect(nothing).toMatch(sentence);
  });

  it("an empty text is refused in one line", () => {
    expect(() => captureOf(Buffer.from(" \n"), "test:empty.txt", asOf, false)).toThrow(
      /empty|no text/i,
    );
  });

  it("a long text is read back, and what names no state claims nothing", async () => {
    const {verdicts} = await audit("The rain fell on the roof and the cat slept. ".repeat(4_000));
    expect(verdicts).toEqual([]);
  });

  it("a name that leaders of two states bear is nobody's until a state is named beside it", async () => {
    const {verdicts} = await audit("Lee was president in 2021.\n\nLee said that he admired Lee.\n");
    expect(verdicts).toEqual([]);
  });
});
