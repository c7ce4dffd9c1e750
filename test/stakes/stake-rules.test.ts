import {describe, expect, it} from "vitest";
import {stakeRules} from "../../src/stakes/index.ts";
import {datasetIds, sectors} from "../../src/world/index.ts";

describe("the catalogue of rules", () => {
  const all = sectors.flatMap((sector) => stakeRules[sector].map((rule) => ({sector, rule})));

  it("has rules for benefits and for risks in every sector that a dataset here measures", () => {
    expect(all.length).toBeGreaterThan(30);
    for (const sector of sectors.filter((one) => one !== "other"))
      expect(new Set(stakeRules[sector].map(({side}) => side)).size, sector).toBe(2);
  });

  it("names each rule once in a sector, the same record wherever it stands", () => {
    for (const sector of sectors) {
      const ids = stakeRules[sector].map(({id}) => id);
      expect(new Set(ids).size, sector).toBe(ids.length);
    }
    for (const {rule} of all)
      for (const {rule: other} of all) if (rule.id === other.id) expect(rule).toBe(other);
  });

  it("says of each what it looks at and when it speaks, with the origin of a threshold", () => {
    for (const {rule} of all) {
      expect(rule.version, rule.id).toBeGreaterThan(0);
      expect(rule.looksAt.length, rule.id).toBeGreaterThan(10);
      expect(rule.datasets.every((dataset) => datasetIds.includes(dataset))).toBe(true);
      if (/\d+ %|0\.\d+|years/.test(rule.speaksWhen))
        expect(rule.speaksWhen, rule.id).toMatch(/our choice|DoJ and FTC 2010/);
    }
  });
});
