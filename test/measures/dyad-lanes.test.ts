import {describe, expect, it} from "vitest";
import {dyadLanes, tellValidity, valenceSurvival} from "../../src/measures/index.ts";
import {gap, type Series} from "../../src/world/index.ts";

function series(measure: string, partner: string | null, figures = 1): Series {
  const method = {id: measure, version: 1};
  return {
    id: `${measure}/IDN/${partner ?? "-"}`,
    title: measure,
    state: "IDN",
    partner,
    sector: null,
    unit: "share",
    method,
    note: "",
    points: [2012, 2013, 2014].map((year, at) => ({
      period: String(year),
      figure:
        at >= figures
          ? gap(measure, "no row", "a row")
          : {
              kind: "measured",
              value: 0.5,
              unit: "share",
              interval: null,
              intervalNote: "complete",
              method,
              coverage: "",
              vintage: "2012",
              evidence: [],
            },
    })),
  };
}

describe("what is measured of a pair", () => {
  it("is all of the pair and nothing of others, in lanes by kind", () => {
    const lanes = dyadLanes(
      [
        series("un-agreement", "RUS"),
        series("un-agreement", "USA"),
        series("military-spending", null),
        series("arms-stock-share", "RUS"),
        series("trade-import-share", "RUS"),
      ],
      "IDN",
      "RUS",
    );
    expect(lanes.map(({lane, rows}) => [lane, rows.map((row) => row.series.id)])).toEqual([
      ["votes", ["un-agreement/IDN/RUS"]],
      ["trade", ["trade-import-share/IDN/RUS"]],
      ["arms", ["arms-stock-share/IDN/RUS"]],
    ]);
  });

  it("puts chances of a change beside the series whose level they are of, never alone", () => {
    const [events] = dyadLanes(
      [series("icews-conflict-change", "RUS"), series("icews-conflict", "RUS")],
      "IDN",
      "RUS",
    );
    expect(events?.rows.map((row) => [row.series.method.id, row.changes?.method.id])).toEqual([
      ["icews-conflict", "icews-conflict-change"],
    ]);
  });

  it("keeps a series of which nothing is known, after those of which something is", () => {
    const [votes] = dyadLanes(
      [series("un-side-lean", "RUS", 0), series("un-agreement", "RUS", 3)],
      "IDN",
      "RUS",
    );
    expect(votes?.rows.map((row) => row.series.method.id)).toEqual([
      "un-agreement",
      "un-side-lean",
    ]);
  });
});

describe("what a correlation says", () => {
  it.each([
    [{spearman: 0.2, low: -0.01, high: 0.4}, "not told from none"],
    [{spearman: 0.2, low: 0.1, high: 0.3}, "goes along, weakly"],
    [{spearman: -0.4, low: -0.5, high: -0.3}, "goes against, moderately"],
    [{spearman: 0.7, low: 0.6, high: 0.8}, "goes along, strongly"],
  ])("of %j is %s", (one, says) => {
    expect(tellValidity(one)).toBe(says);
  });

  it("is that valence survives only where its order stays the same down to its interval's end", () => {
    const weighted = (low: number) => ({
      axis: "co-operative share" as const,
      poles: ["USA", "RUS"] as const,
      yardstick: "mean of Goldstein's scale" as const,
      spearman: 0.97,
      low,
      high: 0.99,
      states: 100,
      years: 13,
    });
    const found = [weighted(0.95), weighted(0.7), {...weighted(0.95), axis: "volume" as const}];
    expect(valenceSurvival(found).map(({survives}) => survives)).toEqual([true, false]);
  });
});
