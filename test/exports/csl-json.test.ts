import "@citation-js/plugin-csl";
import {Cite} from "@citation-js/core";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {CslItem} from "../../src/exports/csl-json.ts";
import {hostileWords} from "./hostile-words.ts";
import {madeText} from "./make-export.ts";
import {smallMatter} from "./matters.ts";

const itemsOf = async (words?: string) =>
  JSON.parse(await madeText("sources.csl.json", smallMatter(words))) as CslItem[];

const bibliography = (items: readonly CslItem[]) =>
  new Cite(items).format("bibliography", {format: "text", template: "apa", lang: "en-US"});

describe("CSL-JSON", () => {
  it("is taken in whole by citation.js and formatted by citeproc, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(hostileWords, async (words) => {
        const items = await itemsOf(words);
        const {data} = new Cite(items);
        expect(data.map(({id, type}) => ({id, type}))).toEqual(
          items.map(({id, type}) => ({id, type})),
        );
        expect(bibliography(items).trimEnd().split("\n").length).toBeGreaterThanOrEqual(
          items.length,
        );
      }),
      {numRuns: 30},
    );
  });

  it("makes a citation that a reader can use of an article and of a dataset", async () => {
    const printed = bibliography(await itemsOf("Talks in Jakarta"));
    expect(printed).toContain("(2025, May 30)");
    expect(printed).toContain("Talks in Jakarta");
    expect(printed).toMatch(/Correlates of War/i);
  });

  it("cites each source once: articles, datasets, and the documents behind the reference tables", async () => {
    const items = await itemsOf();
    expect(new Set(items.map(({id}) => id)).size).toBe(items.length);
    expect(new Set(items.map(({type}) => type))).toEqual(
      new Set(["article-newspaper", "dataset", "document"]),
    );
  });

  it("says how a dataset wants to be cited and under which licence, and leaves out what is not known", async () => {
    const items = await itemsOf();
    const dataset = items.find(({id}) => id === "dataset-trade-cow");
    expect(dataset?.note).toMatch(/^Cite as: .+ Licence: .+/);
    const article = items.find(({id}) => id.startsWith("article-"));
    expect(article).not.toHaveProperty("author");
    expect(article).not.toHaveProperty("URL");
    expect(article?.source).toBe("Demarche 0.1.0, as of 2026-06-01");
  });

  it("gives no path of the machine away", async () => {
    expect(JSON.stringify(await itemsOf())).not.toContain("someone");
  });
});
