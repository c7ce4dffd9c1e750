import {describe, expect, it} from "vitest";
import {readReference} from "../../src/cli/house.ts";
import {witnessesAmong} from "../../src/ledger/index.ts";
import {told} from "../store/made-articles.ts";

const reference = readReference();
const text =
  "Indonesia and Russia signed a memorandum on the supply of fertiliser in Jakarta on Tuesday after three days of talks between their ministers of trade, who toured a plant in the port of Surabaya and spoke to farmers there about prices.";
const about = {recordedOn: "2026-11-30", published: "2026-11-29"};
const article = told({text, outlet: "Jakarta Courier", ...about}).article;
const another = (words: string, outlet: string) => told({text: words, outlet, ...about}).article;

describe("who may bear witness for an article", () => {
  const own = another(
    "The ministers of Indonesia and Russia met and signed papers on fertiliser, the ministry said.",
    "Moscow Herald Weekly",
  );
  const copy = another(`${text} More follows.`, "Straits Gazette");
  const same = another(
    "Indonesia's port of Surabaya was toured by guests from Russia.",
    "Jakarta Courier",
  );
  const isWitness = witnessesAmong([article, own, copy, same], reference)(article);

  it("another outlet in its own words may", () => expect(isWitness(own.id)).toBe(true));
  it("neither the article itself, nor a copy of its text, nor its own outlet", () => {
    expect(isWitness(article.id)).toBe(false);
    expect(isWitness(copy.id)).toBe(false);
    expect(isWitness(same.id)).toBe(false);
  });
  it("nor the outlet that it names as its source, nor who only passes on", () => {
    const citing = {
      ...article,
      id: "citing",
      cites: [{name: "Moscow Herald Weekly", words: "", start: 0, end: 9}],
    };
    expect(witnessesAmong([citing, own], reference)(citing)(own.id)).toBe(false);
    const passing = {
      ...own,
      id: "passing",
      flags: [{kind: "secondary" as const, note: "", start: 0, end: 1}],
    };
    expect(witnessesAmong([article, passing], reference)(article)("passing")).toBe(false);
  });
});
