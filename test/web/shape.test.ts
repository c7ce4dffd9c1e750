import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isWebAddress} from "../../src/web/safe-link.tsx";
import {addressOf, findNote} from "../../src/web/shape/cell-address.ts";
import {groupMoves, type ListedMove} from "../../src/web/shape/group-moves.ts";
import {groupStakes} from "../../src/web/shape/group-stakes.ts";
import {markSegments} from "../../src/web/shape/mark-segments.ts";
import {amount, dayWords, intervalWords, signed} from "../../src/web/shape/number-words.ts";
import {passageContext} from "../../src/web/shape/passage-context.ts";
import {periodTime} from "../../src/web/shape/period-time.ts";
import {spreadLabels, ticks} from "../../src/web/shape/scale.ts";
import {countsByYear, timelineLanes} from "../../src/web/shape/timeline-lanes.ts";
import {usualTariff} from "../../src/web/shape/usual-tariff.ts";
import {verdictCounts, verdictsInOrder} from "../../src/web/shape/verdict-order.ts";
import {whenWords} from "../../src/web/shape/when-words.ts";
import {type Answer, day, gap, type Measured, type Option} from "../../src/world/index.ts";
import {buildAnswer, placed} from "../briefs/build-answer.ts";

const all = {country: null, partner: null, sector: null};
const answer = buildAnswer("Talks", 30);

/** The same answer, knowing of one move the year alone. */
const yearOnly = (from: Answer, id: string): Answer => ({
  ...from,
  moves: from.moves.map((row) => ({
    ...row,
    moves: row.moves.map((move) =>
      move.moveId === id ? {...move, precision: "year" as const} : move,
    ),
  })),
});

describe("moves", () => {
  it("stand newest first, undated last", () => {
    const [group] = groupMoves(answer, all);
    const days = group?.moves.map(({cell}) => (typeof cell.when === "string" ? cell.when : ""));
    expect(days).toEqual([...(days ?? [])].sort().reverse());
  });

  it("keep a row in which nothing is known", () => {
    const energy = groupMoves(answer, {...all, sector: "energy"});
    expect(energy.map((group) => group.moves.length)).toEqual([0]);
    expect(energy[0]?.rows[0]?.focus.gap?.why).toBe("none found");
  });

  it("show one with each partner before the reader asks for more, and each move once", () => {
    const [head] = answer.moves;
    if (head === undefined) throw new Error("the answer has a first row");
    const shared = {...answer, moves: [head, {...head, partner: "USA"}]};
    const [group] = groupMoves(shared, all);
    expect(group?.moves).toHaveLength(head.moves.length);
    expect(group?.first).toHaveLength(1);
    expect(group?.first[0]?.partners).toEqual(["RUS", "USA"]);
  });

  it("show one that can be judged before a newer one that cannot", () => {
    const [head] = answer.moves;
    const [judged, newer, other] = head?.moves.filter(({specimen}) => !specimen) ?? [];
    if (head === undefined || judged === undefined || newer === undefined || other === undefined)
      throw new Error("the answer has three moves");
    const graded = (move: typeof judged, credibility: 2 | 6, when: string) => ({
      ...move,
      when: day(when),
      grade: {reliability: "C" as const, credibility, reasons: []},
    });
    const moves = [graded(newer, 6, "2024-01-01"), graded(judged, 2, "2012-01-01")];
    const rows = [
      {...head, moves},
      {...head, partner: "USA", moves: [graded(other, 2, "2020-01-01")]},
    ];
    const [group] = groupMoves({...answer, moves: rows}, all);
    const ids = (list: readonly ListedMove[] = []) => list.map(({cell}) => cell.moveId);
    expect(ids(group?.moves)).toEqual([newer.moveId, other.moveId, judged.moveId]);
    expect(ids(group?.first)).toEqual([other.moveId, judged.moveId]);
  });

  it("are dated no finer than they are known", () => {
    expect(whenWords({when: day("2013-01-01"), precision: "year"})).toBe("2013");
    expect(whenWords({when: day("2013-03-01"), precision: "month"})).toBe("March 2013");
    expect(whenWords({when: day("2013-03-09"), precision: "day"})).toBe("9 March 2013");
    expect(whenWords({when: gap("day", "none named", "a report"), precision: "unknown"})).toBe(
      "undated",
    );
  });

  it("stand on the axis or are counted beside it", () => {
    const timeline = timelineLanes(yearOnly(answer, "move-3"), all);
    const placed = timeline.lanes.flatMap(({strips}) => strips.flatMap(({ticks: own}) => own));
    const moves = new Set(answer.moves.flatMap((row) => row.moves.map((move) => move.moveId)));
    const shown = new Set(placed.map((tick) => tick.moveId));
    expect(shown.size + timeline.earlier + timeline.undated).toBe(moves.size);
    expect(placed.find((tick) => tick.moveId === "move-3")).toMatchObject({
      at: 2013.5,
      yearOnly: true,
    });
    const counted = countsByYear(timeline).flatMap(({counts}) => counts);
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(shown.size);
  });
});

describe("the desk's first tariff", () => {
  const [judged] = answer.options;
  const option = (id: string, value: number): Option => {
    if (judged === undefined) throw new Error("the answer has an option");
    const [cell] = judged.outcomes;
    if (cell === undefined) throw new Error("the option has an outcome");
    const figure: Measured = {
      kind: "measured",
      value,
      unit: "percent",
      interval: null,
      intervalNote: "",
      method: {id: "trade-equilibrium", version: 1},
      coverage: "",
      vintage: "2016",
      evidence: cell.evidence,
    };
    return {...judged, ...placed(id), outcomes: [{...cell, figure}]};
  };

  it("is that of the power from which it would cost the first state most", () => {
    const options = [option("tariff-on-state:RUS", -0.01), option("tariff-on-state:USA", -0.2)];
    expect(usualTariff({...answer, options}).values).toEqual({
      by: ["USA"],
      on: ["IDN"],
      points: ["10"],
    });
  });

  it("is the first power's where none was worked out", () => {
    expect(usualTariff({...answer, options: []})).toMatchObject({
      values: {by: [answer.watch.powers[0]]},
    });
  });
});

describe("addresses of cells", () => {
  it("lead back to every cell, whatever stands in an id", () => {
    const odd = {...answer, options: answer.options.map((one) => ({...one, id: "a/b:RUS"}))};
    const addresses = [
      ...odd.moves.flatMap((row) => [
        addressOf.focus(row),
        ...row.moves.map((move) => addressOf.move(move.moveId)),
      ]),
      ...groupStakes(odd, all).flatMap((group) =>
        [...group.benefits, ...group.risks].map((placed) => placed.address),
      ),
      addressOf.action("a/b:RUS"),
      addressOf.outcome("a/b:RUS", 0),
      addressOf.claim("0123456789abcdef", 1),
    ];
    for (const address of addresses)
      expect(findNote(odd, {}, address)?.evidence.length, address).toBeGreaterThan(0);
  });

  it("find nothing for an address that is none", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(findNote(answer, {}, text)).toBeNull();
      }),
    );
  });
});

describe("a passage in its article", () => {
  it("is marked to the character, and no character is lost", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.nat(40), (text, a, b) => {
        const mark = {start: Math.min(a, b), end: Math.max(a, b)};
        const segments = markSegments(text, {start: 0, end: text.length}, [mark]);
        expect(segments.map((one) => one.text).join("")).toBe(text);
        const marked = segments.filter((one) => one.marked).map((one) => one.text);
        expect(marked.join("")).toBe(text.slice(mark.start, mark.end));
      }),
    );
  });

  it("shows bare where no block holds it", () => {
    const article = {blocks: [], text: "abc"} as unknown as Parameters<typeof passageContext>[0];
    expect(passageContext(article, {start: 1, end: 2}).blocks).toMatchObject([{start: 1, end: 2}]);
  });
});

describe("claims", () => {
  it("are counted by verdict; what is no claim is named, not judged", () => {
    const [article] = answer.verdicts;
    expect(verdictCounts(article?.verdicts ?? [])).toBe("1 stale; 1 passage named but not judged");
    expect(verdictsInOrder(article?.verdicts ?? [], all).map((one) => one.index)).toEqual([0, 1]);
  });
});

describe("numbers", () => {
  it("carry their unit and their sign", () => {
    expect(amount(0.4712, "share")).toBe("47.1 %");
    expect(amount(-0.0013, "percent")).toBe("0.00 %");
    expect(amount(1.26e9, "usd")).toBe("$1.3 bn");
    expect(signed(0.314, 2)).toBe("+0.31");
    expect(signed(-2.3, 1)).toBe("−2.3");
    expect(signed(0.0001, 2)).toBe("0.00");
    expect(dayWords("2026-11-24")).toBe("24 November 2026");
  });

  it("have an interval in their own unit, or none", () => {
    const figure = {value: 0.5, unit: "share"} as Parameters<typeof intervalWords>[0];
    expect(intervalWords({...figure, interval: {low: 0.4, high: 0.6, level: 0.9}})).toBe(
      "40.0 to 60.0 %",
    );
    expect(intervalWords({...figure, interval: null})).toBeNull();
  });

  it("stand on round ticks inside the axis, and labels apart from one another", () => {
    expect(ticks([0, 1], 4)).toEqual([0, 0.5, 1]);
    expect(ticks([1992, 2027], 8)).toEqual([1995, 2000, 2005, 2010, 2015, 2020, 2025]);
    const [a = 0, b = 0] = spreadLabels([10, 12], 13);
    expect(b - a).toBeCloseTo(13);
  });

  it("stand at their period", () => {
    expect(periodTime("2016")).toBe(2016.5);
    expect(periodTime("2001-2005")).toBe(2005.5);
    expect(periodTime("2016-07")).toBeCloseTo(2016.54, 2);
    expect(periodTime("spring")).toBeNull();
  });
});

describe("links", () => {
  it("are made of web addresses alone", () => {
    expect(isWebAddress("https://example.org/a?b=c")).toBe(true);
    for (const text of ["javascript:alert(1)", "data:text/html,x", "https://a b", "//x", "file:a"])
      expect(isWebAddress(text), text).toBe(false);
  });
});
