import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {smallMatter} from "./matters.ts";

const linesOf = async (name: string, words?: string) =>
  (await madeText(name, smallMatter(words)))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("JSON Lines", () => {
  it("have one move a line, whole and with its evidence, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const {ledgerMoves} = smallMatter(words).answer;
        const lines = await linesOf("moves.jsonl", words);
        expect(lines).toHaveLength(ledgerMoves.length);
        lines.forEach((line, at) => {
          // A half of a surrogate pair comes back from JSON as it went in.
          expect(line).toMatchObject(JSON.parse(JSON.stringify(ledgerMoves[at])));
          expect(line.record).toBe("move");
          expect(line.evidence.length).toBeGreaterThan(0);
        });
      }),
      {numRuns: 50},
    );
  });

  it("say on every line what it cites, under which licence, which version wrote it and as of when", async () => {
    for (const name of ["moves", "events", "stakes", "options", "series", "verdicts"]) {
      const lines = await linesOf(`${name}.jsonl`);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatchObject({asOf: "2026-06-01", demarche: "0.1.0"});
        expect(line.cites).toBeInstanceOf(Array);
      }
    }
    const [series] = await linesOf("series.jsonl");
    expect(series.cites).toEqual([
      expect.objectContaining({id: "dataset-trade-cow", licence: expect.stringMatching(/./)}),
    ]);
  });

  it("quote an article by offsets into its text", async () => {
    const {articles} = smallMatter();
    for (const {evidence} of await linesOf("events.jsonl")) {
      const article = articles.find(({id}) => id === evidence.articleId);
      expect(article?.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  it("give no path of the machine away", async () => {
    expect(await madeText("moves.jsonl", smallMatter())).not.toContain("someone");
  });
});
