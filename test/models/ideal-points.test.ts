import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {readVoteFiles, type VoteFiles} from "../../bench/vote-files.ts";
import {correlation, normalStream} from "../../src/math/index.ts";
import {
  drawIdealPoints,
  drawnFrom,
  firstOfRepeats,
  idealPoints,
  isRowOfPoints,
  keptBy,
  pointsInSession,
  sessionOf,
  type VoteRows,
  voteTable,
} from "../../src/models/index.ts";
import {day, isGap} from "../../src/world/index.ts";

/** An assembly whose states' places are known, in three sessions: the USA at one end, Russia towards the other. */
const places: Readonly<Record<string, number>> = {
  USA: 2.2,
  GBR: 1.4,
  FRA: 1.1,
  JPN: 0.6,
  BRA: 0,
  IND: -0.4,
  IDN: -0.8,
  MYS: -0.7,
  RUS: -1,
  CHN: -1.1,
  CUB: -1.6,
};

function simulated(votesASession: number, seed = 1): VoteRows {
  const random = normalStream(seed);
  const states = Object.keys(places);
  const [state, session, vote, choice]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let s = 70; s < 73; s++)
    for (let v = 0; v < votesASession; v++) {
      const slope = 1.5 * random.normal();
      const first = random.normal();
      const second = first + 0.5;
      states.forEach((code, at) => {
        const leaning = slope * (places[code] as number) + random.normal();
        state.push(at);
        session.push(s);
        vote.push(1000 * s + v);
        choice.push(leaning < first ? 1 : leaning < second ? 2 : 3);
      });
    }
  return {states, state, session, vote, choice};
}

const itself = (vote: number) => vote;
const plan = {sweeps: 300, burnIn: 100, keepEvery: 2, seed: 3};

describe("the rows behind the points", () => {
  const row = {state: "IDN", session: 60, year: 2005, onPart: false};

  it("leave out the nineteenth session, Zanzibar, and South Africa's one vote of the forty-eighth", () => {
    expect(isRowOfPoints(row)).toBe(true);
    expect(isRowOfPoints({...row, session: 19})).toBe(false);
    expect(isRowOfPoints({...row, state: "EAZ"})).toBe(false);
    expect(isRowOfPoints({...row, state: "ZAF", session: 48})).toBe(false);
    expect(isRowOfPoints({...row, state: "ZAF", session: 49})).toBe(true);
  });

  it("leave out votes on a part of a text after 1989, and keep older ones", () => {
    expect(isRowOfPoints({...row, onPart: true})).toBe(false);
    expect(isRowOfPoints({...row, onPart: true, session: 40, year: 1985})).toBe(true);
  });

  it("take a text that comes back for one vote, through all its returns", () => {
    const firstOf = firstOfRepeats([
      {first: 470, again: 512},
      {first: 512, again: 545},
      {first: 530, again: 545},
      {first: 600, again: 600},
    ]);
    expect([545, 512, 470, 530, 600, 7].map(firstOf)).toEqual([470, 470, 470, 530, 600, 7]);
  });

  it("drop a vote on which all chose alike, but only once its repeats are with it", () => {
    const rows: VoteRows = {
      states: ["USA", "IDN"],
      state: [0, 1, 0, 1, 0, 1],
      session: [1, 1, 1, 1, 2, 2],
      vote: [1, 1, 2, 2, 3, 3],
      choice: [1, 1, 3, 3, 1, 3],
    };
    expect(voteTable(rows, itself).seats).toEqual([
      {state: "IDN", session: 2, votes: 1},
      {state: "USA", session: 2, votes: 1},
    ]);
    const linked = voteTable(rows, firstOfRepeats([{first: 1, again: 2}]));
    expect(linked.votes).toEqual([1, 3]);
    expect(linked.seats.map(({votes}) => votes)).toEqual([2, 1, 2, 1]);
  });

  it("belong to the session that the symbol names, else to the one in course", () => {
    expect(sessionOf("A/RES/68/262", day("2014-03-27"))).toBe(68);
    expect(sessionOf("A/RES/3281(XXIX)", day("1974-12-12"))).toBe(29);
    expect(sessionOf("A/RES/ES-11/1", day("2022-03-02"))).toBe(76);
    expect(sessionOf("A/RES/ES-11/4", day("2022-10-12"))).toBe(77);
    expect(sessionOf("A/RES/1000(ES-I)", day("1956-11-05"))).toBe(11);
  });
});

describe("ideal points", () => {
  const table = voteTable(simulated(60), itself);
  const draws = drawIdealPoints(table, plan);
  const points = idealPoints(table.seats, [draws, drawIdealPoints(table, {...plan, seed: 4})]);

  it("find again where the states of a made assembly stand, the USA on the right", () => {
    const found = table.seats.map((_, seat) => drawnFrom(points.pointsOf(seat)).value);
    const truth = table.seats.map(({state}) => places[state] as number);
    expect(correlation(found, truth)).toBeGreaterThan(0.96);
  });

  it("are standardised in every draw", () => {
    const n = table.seats.length;
    for (let draw = 0; draw < keptBy(plan); draw++) {
      const one = draws.subarray(draw * n, (draw + 1) * n);
      const mean = one.reduce((sum, point) => sum + point, 0) / n;
      const variance = one.reduce((sum, point) => sum + (point - mean) ** 2, 0) / (n - 1);
      expect(mean).toBeCloseTo(0, 5);
      expect(variance).toBeCloseTo(1, 5);
    }
  });

  it("are the same for the same seed", () => {
    expect(drawIdealPoints(table, plan)).toEqual(draws);
    expect(drawIdealPoints(table, {...plan, seed: 5})).not.toEqual(draws);
  });

  it("have a wider band where there are fewer votes", () => {
    const few = voteTable(simulated(8), itself);
    const fewPoints = idealPoints(few.seats, [drawIdealPoints(few, plan)]);
    const width = (all: typeof points) => {
      const widths = all.seats.map((_, seat) => {
        const {low, high} = drawnFrom(all.pointsOf(seat));
        return high - low;
      });
      return widths.reduce((sum, one) => sum + one, 0) / widths.length;
    };
    expect(width(fewPoints)).toBeGreaterThan(1.3 * width(points));
  });

  it("tell whether their chains met", () => {
    const worst = (all: typeof points) =>
      Math.max(...all.seats.map((_, seat) => all.convergenceOf(seat).rHat));
    const hasty = {sweeps: 20, burnIn: 0, keepEvery: 1, seed: 3};
    const chains = [3, 4].map((seed) => drawIdealPoints(table, {...hasty, seed}));
    expect(worst(points)).toBeLessThan(1.3);
    expect(worst(idealPoints(table.seats, chains))).toBeGreaterThan(1.5);
    const {effectiveSize} = points.convergenceOf(0);
    expect(effectiveSize).toBeGreaterThan(1);
    expect(effectiveSize).toBeLessThan(2 * points.draws);
  });

  it("end when they are told to, and say how far they are", () => {
    const heard: number[] = [];
    const stop = new Error("enough");
    expect(() =>
      drawIdealPoints(table, plan, (done) => {
        heard.push(done);
        if (done === 3) throw stop;
      }),
    ).toThrow(stop);
    expect(heard).toEqual([1, 2, 3]);
  });

  it("never take chains of other seats for their own", () => {
    expect(() => idealPoints(table.seats, [draws.subarray(1)])).toThrow(/seats/);
  });

  describe("of one session", () => {
    const session = pointsInSession(points, 72);
    const known = <Value>(value: Value) => {
      if (isGap(value)) throw new Error(value.why);
      return value as Exclude<Value, {kind: "gap"}>;
    };

    it("put Indonesia nearer to Russia than to the United States, and rank from the right", () => {
      expect(session.nearer("IDN", "RUS", "USA")).toBe(1);
      expect(known(session.tilt("IDN", "RUS", "USA")).value).toBeGreaterThan(0.8);
      expect(known(session.rank("USA")).value).toBeLessThan(1.5);
      expect(known(session.rank("CUB")).low).toBeGreaterThan(6);
    });

    it("negate tilt when the two are swapped, and keep it within one", () => {
      const one = known(session.tilt("JPN", "USA", "RUS"));
      const other = known(session.tilt("JPN", "RUS", "USA"));
      expect(other.value).toBeCloseTo(-one.value, 12);
      expect(other.low).toBeCloseTo(-one.high, 12);
      expect(Math.max(Math.abs(one.low), one.high)).toBeLessThanOrEqual(1 + 1e-12);
    });

    it("measure a distance with its band, none to oneself", () => {
      const {value, low, high} = known(session.distance("USA", "RUS"));
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(known(session.distance("IDN", "IDN")).value).toBe(0);
    });

    it("have a gap for a state that was not there", () => {
      for (const missing of [
        session.point("TLS"),
        session.distance("IDN", "TLS"),
        session.rank("TLS"),
        session.nearer("TLS", "USA", "RUS"),
        pointsInSession(points, 5).point("USA"),
      ])
        expect(isGap(missing)).toBe(true);
    });
  });
});

const folder = "../shared/gold/votes";
describe.skipIf(!existsSync(folder))("the published file (needs ../shared)", () => {
  let files: VoteFiles;
  beforeAll(() => {
    files = readVoteFiles(folder);
  });

  it("gives every country-session as many votes as were published", () => {
    const {seats} = voteTable(files.rows, firstOfRepeats(files.repeats));
    const key = ({state, session}: {state: string; session: number}) => `${state} ${session}`;
    const ours = new Map(seats.map((seat) => [key(seat), seat.votes]));
    const told = new Map(files.published.map((one) => [key(one), one.votes]));
    expect(ours.size).toBe(10_469);
    expect(ours).toEqual(told);
  });

  it("gives points near the published ones already from four sessions and a few sweeps", () => {
    const {rows, published} = files;
    const within = Array.from(rows.session, (session, at) => ({session, at})).filter(
      ({session}) => session >= 71,
    );
    const pick = (column: ArrayLike<number>) => within.map(({at}) => column[at] as number);
    const table = voteTable(
      {
        states: rows.states,
        state: pick(rows.state),
        session: pick(rows.session),
        vote: pick(rows.vote),
        choice: pick(rows.choice),
      },
      firstOfRepeats(files.repeats),
    );
    const quick = {sweeps: 80, burnIn: 40, keepEvery: 2, seed: 1};
    const points = idealPoints(table.seats, [drawIdealPoints(table, quick)]);
    const pairs = table.seats.flatMap(({state, session}, seat) => {
      const of = published.find((one) => one.state === state && one.session === session);
      return of ? [[of.point, drawnFrom(points.pointsOf(seat)).value] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(700);
    expect(
      correlation(
        pairs.map(([point]) => point),
        pairs.map(([, ours]) => ours),
      ),
    ).toBeGreaterThan(0.97);
  });
});
