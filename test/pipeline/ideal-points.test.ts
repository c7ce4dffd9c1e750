import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {normalStream} from "../../src/math/index.ts";
import {type IdealPoints, pointsInSession} from "../../src/models/index.ts";
import {
  compareToPublished,
  idealPointsKnown,
  type PointsQuestion,
} from "../../src/pipeline/index.ts";
import {day, type Gap, isGap, type RollCall, type VoteChoice} from "../../src/world/index.ts";

const asOf = day("2026-01-01");
const places = {USA: 2, GBR: 1.2, JPN: 0.5, IND: -0.4, IDN: -0.8, MYS: -0.7, RUS: -1, CUB: -1.6};

/** Votes of two sessions by states whose places are known. */
function rollCalls(count: number): RollCall[] {
  const random = normalStream(2);
  return Array.from({length: count}, (_, at) => {
    const [slope, first] = [1.5 * random.normal(), random.normal()];
    const votes = Object.entries(places).map(([state, place]): [string, VoteChoice] => {
      const leaning = slope * place + random.normal();
      return [state, leaning < first ? "yes" : leaning < first + 0.4 ? "abstain" : "no"];
    });
    const session = at % 2 === 0 ? 78 : 79;
    return {
      row: at,
      recordedOn: asOf,
      recordId: at,
      symbol: `A/RES/${session}/${at}`,
      date: day(session === 78 ? "2023-12-04" : "2024-12-04"),
      title: "",
      votes: new Map(votes),
    };
  });
}

const all = rollCalls(80);
function question(more: Partial<PointsQuestion> = {}): PointsQuestion {
  return {
    ledger: {rollCalls: async () => all},
    ledgerPath: join(mkdtempSync(join(tmpdir(), "demarche-points-")), "ledger.duckdb"),
    repeated: [],
    asOf,
    plan: {sweeps: 60, burnIn: 20, keepEvery: 1, seed: 1},
    chains: 2,
    work: true,
    ...more,
  };
}
const known = (points: IdealPoints | Gap): IdealPoints => {
  if (isGap(points)) throw new Error(points.why);
  return points;
};
const placesIn = (points: IdealPoints) =>
  Array.from(points.seats, (_, seat) => Array.from(points.pointsOf(seat)));

describe("ideal points of a ledger's votes", () => {
  it("are worked out by chains in threads, told of as they go, and kept beside the ledger", async () => {
    const heard: number[] = [];
    const asked = question({progress: (done) => heard.push(done)});
    const first = known(await idealPointsKnown(asked));
    expect(first.draws).toBe(80);
    expect(heard.at(-1)).toBe(120);
    const usa = pointsInSession(first, 79).rank("USA");
    expect(isGap(usa) ? 0 : usa.value).toBeLessThan(2);

    heard.length = 0;
    const again = known(await idealPointsKnown({...asked, work: false}));
    expect(heard).toEqual([]);
    expect(placesIn(again)).toEqual(placesIn(first));
    const elsewhere = known(await idealPointsKnown(question()));
    expect(placesIn(elsewhere)).toEqual(placesIn(first));
  });

  it("are worked out anew where a vote was added, or what was kept is not whole", async () => {
    const asked = question();
    await idealPointsKnown(asked);
    const fewer = {...asked, ledger: {rollCalls: async () => all.slice(1)}, work: false};
    expect(isGap(await idealPointsKnown(fewer))).toBe(true);
    const file = `${asked.ledgerPath}.ideal-points`;
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    writeFileSync(file, bytes);
    expect(isGap(await idealPointsKnown({...asked, work: false}))).toBe(true);
  });

  it("are a gap that says what to run, where nobody may wait for them", async () => {
    const found = await idealPointsKnown(question({work: false}));
    expect(isGap(found) && found.wouldFill).toMatch(/demarche ideal-points/);
  });

  it("are a gap where there is no vote, or one on which all chose alike", async () => {
    const alike: RollCall = {
      ...(all[0] as RollCall),
      votes: new Map([
        ["USA", "yes"],
        ["IDN", "yes"],
      ]),
    };
    for (const none of [[], [alike]]) {
      const found = await idealPointsKnown(question({ledger: {rollCalls: async () => none}}));
      expect(isGap(found) && found.why).toMatch(/no recorded vote/);
    }
  });

  it("are numbers from a single vote too, if wide ones", async () => {
    const one: RollCall = {
      ...(all[0] as RollCall),
      votes: new Map([
        ["USA", "no"],
        ["IDN", "yes"],
      ]),
    };
    const points = known(
      await idealPointsKnown(question({ledger: {rollCalls: async () => [one]}, chains: 1})),
    );
    expect(points.seats).toHaveLength(2);
    for (const place of placesIn(points).flat()) expect(Number.isFinite(place)).toBe(true);
  });

  it("stop when they are told to", async () => {
    const stopping = new AbortController();
    const reason = new Error("enough");
    const asked = question({
      plan: {sweeps: 1_000_000, burnIn: 999_999, keepEvery: 1, seed: 1},
      signal: stopping.signal,
      progress: () => stopping.abort(reason),
    });
    await expect(idealPointsKnown(asked)).rejects.toBe(reason);
    expect(isGap(await idealPointsKnown({...asked, work: false}))).toBe(true);
  });

  it("are held against published points series by series, and a gap where there are none", async () => {
    const points = known(await idealPointsKnown(question()));
    const columns = ["state", "year", "series", "point", "low", "high"];
    const rows = Object.entries(places).map(([state, place]) => [
      state,
      2024,
      "all",
      place,
      place - 1,
      place + 1,
    ]);
    const ledger = (some: typeof rows) => ({
      rows: async () => ({columns, rows: some, total: some.length}),
    });
    const found = await compareToPublished(points, ledger(rows), asOf);
    if (isGap(found)) throw new Error(found.why);
    expect(found).toMatchObject([{series: "all", seats: 8, firstYear: 2024, lastYear: 2024}]);
    expect(found[0]?.correlation).toBeGreaterThan(0.9);
    expect(isGap(await compareToPublished(points, ledger([]), asOf))).toBe(true);
  });
});
