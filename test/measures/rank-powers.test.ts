import {describe, expect, it} from "vitest";
import {rankPowers} from "../../src/measures/index.ts";
import {gap, type Measured, type Series} from "../../src/world/index.ts";

const measured = (value: number, width = 0): Measured => ({
  kind: "measured",
  value,
  unit: "share",
  interval: width === 0 ? null : {low: value - width, high: value + width, level: 0.9},
  intervalNote: "",
  method: {id: "m", version: 1},
  coverage: "",
  vintage: "2020",
  evidence: [],
});

const seriesOf = (
  id: string,
  partner: string,
  figure: Series["points"][number]["figure"],
): Series => ({
  id: `${id}/IDN/${partner}`,
  title: "",
  state: "IDN",
  partner,
  sector: null,
  unit: "share",
  method: {id, version: 1},
  note: "",
  points: [{period: "2020", figure}],
});

const powers = ["RUS", "USA", "CHN"];
const across = (id: string, values: readonly number[], width = 0) =>
  values.map((value, at) => seriesOf(id, powers[at] ?? "", measured(value, width)));

describe("the powers ranked under every weighting", () => {
  it("are sure where all that ties them says the same", () => {
    const ranks = rankPowers(
      [...across("un-agreement", [0.7, 0.2, 0.5]), ...across("arms-stock-share", [0.6, 0.1, 0.3])],
      ["IDN"],
      powers,
    );
    expect(ranks.map(({power, rank}) => [power, rank.low, rank.median, rank.high])).toEqual([
      ["RUS", 1, 1, 1],
      ["USA", 3, 3, 3],
      ["CHN", 2, 2, 2],
    ]);
    expect(ranks[0]?.nearest).toBe(1);
    expect(ranks[0]?.byDimension).toEqual({votes: 1, arms: 1});
    expect(ranks[0]?.missing).toEqual(["imports", "exports", "co-operation in events"]);
  });

  it("are open where it depends on the weights, or on the error of a figure", () => {
    const [russia, america] = rankPowers(
      [...across("un-agreement", [0.9, 0.1, 0.5]), ...across("arms-stock-share", [0.1, 0.9, 0.5])],
      ["IDN"],
      powers,
    );
    expect(russia?.rank).toMatchObject({low: 1, high: 3});
    expect((russia?.nearest ?? 0) + (america?.nearest ?? 0)).toBeGreaterThan(0.6);
    const [vague] = rankPowers(
      [
        ...across("un-agreement", [0.52, 0.5, 0.51], 0.2),
        ...across("arms-stock-share", [0.3, 0.3, 0.3], 0.2),
      ],
      ["IDN"],
      powers,
    );
    expect(vague?.rank.high).toBeGreaterThan(1.5);
  });

  it("leave out what is a gap for one of them, and stand on two dimensions at least", () => {
    const some = [
      ...across("un-agreement", [0.9, 0.1, 0.5]),
      ...across("arms-stock-share", [0.1, 0.9, 0.5]).slice(1),
      seriesOf("arms-stock-share", "RUS", gap("arms", "none known", "a register")),
    ];
    expect(rankPowers(some, ["IDN"], powers)).toEqual([]);
    expect(rankPowers([], ["IDN"], powers)).toEqual([]);
  });
});
