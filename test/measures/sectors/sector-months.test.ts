import {describe, expect, it} from "vitest";
import {negativeBinomial} from "../../../bench/simulated-watch.ts";
import {seedOf, standardDraws} from "../../../src/math/index.ts";
import {
  dealings,
  indexMonths,
  listSectorMonths,
  type SectorsTracked,
  sectorPostures,
  sectorRanks,
  sectorSeries,
  trackSectors,
} from "../../../src/measures/index.ts";
import {monthsOfMoves} from "../../../src/measures/sectors/months-of-moves.ts";
import {
  day,
  gap,
  isGap,
  type Move,
  type Participant,
  type SectorMonth,
  type Watch,
} from "../../../src/world/index.ts";
import {reference} from "../real-book.ts";

const watch: Watch = {
  name: "made",
  states: ["IDN", "MYS"],
  powers: ["RUS", "USA", "CHN"],
  optionalPowers: [],
  aggregates: [],
  sectors: ["trade", "defence"],
};
const others = ["THA", "VNM", "JPN", "AUS", "IND", "FRA"];
const everybody = [...watch.states, ...watch.powers, ...others];
const firstMonth = 2010 * 12;
const months = 36;
const sources = 4;

/**
 * Events of a made world: each source writes more of some states than of others; counts are negative binomial around what
 * the two sides' weights give, times what the pair has for itself. Conflict is a fifth of everything.
 */
function madeWorld({
  seed,
  between = () => 1,
  without,
}: {
  readonly seed: number;
  readonly between?: (source: string, target: string) => number;
  /** A source that is left out. */
  readonly without?: number;
}): SectorMonth[] {
  const random = standardDraws(seedOf("made world", seed));
  const taste = Array.from({length: sources}, () =>
    Object.fromEntries(everybody.map((state) => [state, Math.exp(0.3 * random.normal())])),
  );
  const rows: SectorMonth[] = [];
  for (const sector of watch.sectors)
    for (let at = 0; at < months; at++)
      for (const [source, likes] of taste.entries())
        for (const one of everybody)
          for (const other of everybody) {
            if (one === other) continue;
            const pair = between(one, other) * between(other, one);
            const mean = 0.6 * (likes[one] ?? 1) * (likes[other] ?? 1) * pair;
            const cooperation = negativeBinomial(0.8 * mean, 4, random);
            const conflict = negativeBinomial(0.2 * mean, 4, random);
            if (source === without) continue;
            for (const [from, to] of [
              [one, other],
              [one, ""],
              ["", other],
              ["", ""],
            ] as const)
              rows.push({
                month: firstMonth + at,
                sector,
                source: from,
                target: to,
                cooperation,
                conflict,
              });
          }
  return rows;
}

function track(rows: readonly SectorMonth[], of: Watch = watch): SectorsTracked {
  const events = indexMonths({firstMonth, months});
  events.add(rows);
  return trackSectors(events, {watch: of, reference});
}

/** Figures that are shown, by pair, sector and month. */
const shown = (tracked: SectorsTracked) =>
  new Map(
    listSectorMonths(tracked, "cooperation").flatMap(
      ({state, partner, sector, period, engagement}) =>
        engagement === null ? [] : [[`${state} ${partner} ${sector} ${period}`, engagement]],
    ),
  );

const warm = (one: string, other: string) => (one === "IDN" && other === "RUS" ? 3 : 1);
const told = track(madeWorld({seed: 1, between: warm}));

describe("sector-months of a made world", () => {
  it("show more co-operation with whom there is more of it, and nothing of those that deal as all do", () => {
    const medians = (state: string, power: string) =>
      [...shown(told)].flatMap(([key, {median}]) =>
        key.startsWith(`${state} ${power}`) ? [median] : [],
      );
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(medians("IDN", "RUS").length).toBeGreaterThan(20);
    expect(mean(medians("IDN", "RUS"))).toBeGreaterThan(Math.log(2));
    for (const power of ["USA", "CHN"])
      expect(Math.abs(mean(medians("MYS", power)))).toBeLessThan(0.4);
  });

  it("show nothing in particular where dyads are shuffled", () => {
    const bands = [...shown(track(madeWorld({seed: 2}))).values()];
    expect(bands.length).toBeGreaterThan(100);
    const outside = bands.filter(({low, high}) => low > 0 || high < 0).length;
    expect(outside / bands.length).toBeLessThan(0.15);
  });

  it("take how much was reported as an offset: a press that triples moves no figure out of its band", () => {
    const calm = shown(told);
    const times = ({month}: SectorMonth) => (month >= firstMonth + 18 ? 3 : 1);
    const loud = shown(
      track(
        madeWorld({seed: 1, between: warm}).map((row) => ({
          ...row,
          cooperation: row.cooperation * times(row),
          conflict: row.conflict * times(row),
        })),
      ),
    );
    const late = [...calm].filter(([key]) => loud.has(key) && /2011-(0[7-9]|1)|2012/.test(key));
    expect(late.length).toBeGreaterThan(20);
    const inside = late.filter(([key, {low, high}]) => {
      const median = loud.get(key)?.median ?? Number.NaN;
      return low <= median && median <= high;
    });
    expect(inside.length / late.length).toBeGreaterThan(0.9);
  });

  it("hold within their bands when any one source is left out, and the bands widen", () => {
    const all = shown(told);
    for (let without = 0; without < sources; without++) {
      const rest = shown(track(madeWorld({seed: 1, between: warm, without})));
      const both = [...rest].filter(([key]) => all.has(key));
      expect(both.length).toBeGreaterThan(50);
      let [inside, wider] = [0, 0];
      for (const [key, {low, median, high}] of both) {
        const whole = all.get(key);
        if (whole === undefined) continue;
        if (whole.low <= median && median <= whole.high) inside += 1;
        if (high - low > whole.high - whole.low) wider += 1;
      }
      expect(inside / both.length).toBeGreaterThan(0.9);
      expect(wider / both.length).toBeGreaterThan(0.7);
    }
  });

  it("are not shown where nothing is known of what both do with others", () => {
    const alone = madeWorld({seed: 1}).filter(
      ({source, target}) =>
        [source, target].every((one) => ["IDN", "RUS"].includes(one)) && source !== "",
    );
    const margins = alone.flatMap((row) => [
      row,
      {...row, target: ""},
      {...row, source: ""},
      {...row, source: "", target: ""},
    ]);
    for (const dealing of dealings) expect(listSectorMonths(track(margins), dealing)).toEqual([]);
  });
});

describe("posture by sector", () => {
  const places = sectorPostures(told);

  it("tilts to whom there is more co-operation, sector by sector", () => {
    for (const sector of watch.sectors) {
      const place = places.find(
        (one) => one.state === "IDN" && one.a === "RUS" && one.b === "USA" && one.sector === sector,
      );
      expect(place?.tilt.low).toBeGreaterThan(0);
      expect(place?.dual.map(({bar}) => bar)).toEqual([0.8, 1, 1.25]);
      expect(place?.dualUnderPrior).toBe(0.0625);
    }
  });

  it("is negated to the last bit when two powers are swapped", () => {
    const swapped = sectorPostures(
      track(madeWorld({seed: 1, between: warm}), {...watch, powers: [...watch.powers].reverse()}),
    );
    expect(swapped).toHaveLength(places.length);
    for (const {state, a, b, sector, tilt, reading} of places) {
      const other = swapped.find(
        (one) => one.state === state && one.a === b && one.b === a && one.sector === sector,
      );
      expect(other?.tilt.median).toBe(-tilt.median || 0);
      expect(other?.tilt.low).toBe(-tilt.high || 0);
      expect(other?.reading).toBe(reading);
    }
  });

  it("ranks the powers over all weightings of the sectors", () => {
    const ranks = sectorRanks(told).filter(({state}) => state === "IDN");
    const [russia] = ranks;
    expect(russia).toMatchObject({power: "RUS", rank: {median: 1, high: 1}, missing: []});
    expect(Object.keys(russia?.bySector ?? {})).toEqual(["defence", "trade"]);
    expect(ranks.reduce((sum, {nearest}) => sum + nearest, 0)).toBeLessThanOrEqual(1);
  });

  it("gives no place where no month says enough of both", () => {
    expect(sectorPostures(track([]))).toEqual([]);
    expect(sectorRanks(track([]))).toEqual([]);
  });
});

const side = (party: string, on: Participant["side"], weight = 1): Participant => ({
  party,
  side: on,
  weight,
  through: [],
});
const move = (of: Partial<Move>): Move => ({
  id: "m",
  type: "CONSULT",
  mode: "done",
  sectors: ["trade"],
  sources: ["IDN"],
  targets: ["RUS"],
  participants: [side("IDN", "source"), side("RUS", "target")],
  summary: "",
  when: day("2024-05-03"),
  precision: "day",
  recordedOn: day("2024-05-03"),
  articles: 1,
  independentOrigins: 1,
  grade: {reliability: "B", credibility: 2, reasons: []},
  evidence: [],
  from: "article",
  specimen: false,
  ...of,
});
const weightOf = (one: Move, source: string, target: string) =>
  monthsOfMoves([one], reference.codebook)
    .flatMap(({rows}) => rows)
    .filter((row) => row.source === source && row.target === target)
    .map(({sector, cooperation, conflict}) => [sector, cooperation, conflict]);

describe("moves as counts by month", () => {
  it("count what was coded from texts, done or announced and dated, and nothing else", () => {
    const counted = (of: Partial<Move>) => monthsOfMoves([move(of)], reference.codebook).length;
    expect(counted({})).toBe(1);
    expect(counted({mode: "announced", precision: "month"})).toBe(1);
    expect(counted({from: "event-row"})).toBe(1);
    for (const of of [
      {mode: "denied"},
      {mode: "hypothetical"},
      {mode: "proposed"},
      {from: "vote"},
      {from: "arms"},
      {precision: "year"},
      {when: gap("when", "undated", "a date")},
      {type: null},
      {specimen: true},
    ] as const)
      expect(counted(of), JSON.stringify(of)).toBe(0);
  });

  it("keep co-operation and conflict apart, and share a move among its sectors", () => {
    expect(weightOf(move({}), "IDN", "RUS")).toEqual([["trade", 1, 0]]);
    expect(weightOf(move({type: "SANCTION"}), "IDN", "RUS")).toEqual([["trade", 0, 1]]);
    expect(weightOf(move({sectors: ["trade", "energy"]}), "IDN", "RUS")).toEqual([
      ["trade", 0.5, 0],
      ["energy", 0.5, 0],
    ]);
    expect(weightOf(move({sectors: []}), "IDN", "RUS")).toEqual([["other", 1, 0]]);
  });

  it("share an act of many among its pairs, and a joint one both ways", () => {
    const joint = move({participants: [side("IDN", "both", 0.5), side("RUS", "both", 0.5)]});
    expect(weightOf(joint, "IDN", "RUS")).toEqual([["trade", 0.5, 0]]);
    expect(weightOf(joint, "RUS", "IDN")).toEqual([["trade", 0.5, 0]]);
    const two = move({
      participants: [side("IDN", "source"), side("RUS", "target", 0.5), side("CHN", "target", 0.5)],
    });
    expect(weightOf(two, "IDN", "CHN")).toEqual([["trade", 0.5, 0]]);
  });

  it("become series of gaps that say why where little is coded", () => {
    const asOf = day("2024-12-31");
    const none = sectorSeries({moves: [], articles: [], asOf}, watch, reference);
    expect(none).toHaveLength(2 * 3 * 2 * 3);
    for (const {points} of none) expect(points).toHaveLength(1);
    const moves = [move({}), move({id: "n", when: day("2024-09-01")})];
    const few = sectorSeries({moves, articles: [], asOf}, watch, reference);
    const trade = few.find(({id}) => id === "sector-cooperation/IDN/RUS/trade");
    expect(trade?.points.map(({period}) => period)).toEqual([
      "2024-05",
      "2024-06 to 2024-08",
      "2024-09",
    ]);
    for (const {figure} of trade?.points ?? []) {
      expect(isGap(figure)).toBe(true);
      expect(isGap(figure) && figure.why).toMatch(/nothing/);
    }
  });
});
