import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {measuresPage} from "../../src/exports/index.ts";
import {recipes} from "../../src/measures/index.ts";
import {reference} from "../sources/real-reference.ts";

describe("docs/measures.md", () => {
  it("is the one that the recipes write (else run: node --import tsx scripts/write-measures.ts)", () => {
    expect(readFileSync("docs/measures.md", "utf8")).toBe(
      measuresPage(recipes, reference.datasets),
    );
  });

  it("has a section for each recipe that says all there is to say, and no id twice", () => {
    const ids = recipes.map(({id, unit}) => `${id} ${unit}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const {card} of recipes)
      for (const words of Object.values(card)) expect(words.length).toBeGreaterThan(4);
  });

  it("refuses a unit that it does not explain: a bug of ours", () => {
    const [one] = recipes;
    if (one === undefined) throw new Error("no recipe");
    expect(() => measuresPage([{...one, unit: "furlong"}], [])).toThrow(/furlong/);
  });
});
