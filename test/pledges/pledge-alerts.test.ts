import {describe, expect, it} from "vitest";
import {type ListedPledge, pledgeAlerts} from "../../src/pledges/index.ts";
import {day, type Pledge, type ToldStep} from "../../src/world/index.ts";
import {settlePledge, step, thread} from "./small-thread.ts";

/** A step that came to be known on a day of November 2026. */
const known = (on: number, one: ToldStep): ToldStep => ({
  ...one,
  knownOn: day(`2026-11-${String(on).padStart(2, "0")}`),
});
const listed = (over: Partial<Pledge>, ...steps: ToldStep[]): ListedPledge => {
  const pledge = settlePledge(thread(steps, {knownUntil: day("2026-11-24")}));
  if (pledge === null) throw new Error("it promises nothing");
  return {...pledge, ...over, states: [], partners: [], tracks: []};
};
const between = (before: ListedPledge[], after: ListedPledge[]) =>
  pledgeAlerts({
    since: day("2026-11-01"),
    until: day("2026-11-24"),
    changedOn: day("2026-11-20"),
    before,
    after,
  });
const told = (before: ListedPledge[], after: ListedPledge[]) =>
  between(before, after).map(({kind, text, on}) => [kind, text, on]);

const signed = step("contract", "2024-02");

describe("an alert", () => {
  it("is told of a pledge that was not known, on the day on which it became known", () => {
    expect(told([], [listed({}, known(9, signed))])).toEqual([
      ["opened", "New, at contract.", "2026-11-09"],
    ]);
  });

  it("is told when it comes further, and when more of it comes", () => {
    const before = [listed({}, step("said", "2023"))];
    expect(told(before, [listed({}, step("said", "2023"), known(3, signed))])).toEqual([
      ["advanced", "From said to contract.", "2026-11-03"],
    ]);
    const part = (share: number, on: number) => known(on, step("delivered", "2026", share));
    expect(told([listed({}, signed, part(0.4, 1))], [listed({}, signed, part(0.6, 5))])).toEqual([
      ["advanced", "From contract, 40 % come to contract, 60 % come.", "2026-11-05"],
    ]);
    expect(told([listed({}, signed)], [listed({}, signed, part(1, 7))])).toEqual([
      ["advanced", "From contract to delivered.", "2026-11-07"],
    ]);
  });

  it("is told when it ends, and when it is taken up again", () => {
    const ended = [listed({}, signed, known(4, step("cancelled", "2026-11-04")))];
    expect(told([listed({}, signed)], ended)).toEqual([
      ["ended", "From contract to cancelled.", "2026-11-04"],
    ]);
    expect(told(ended, [listed({}, signed)])).toEqual([
      ["set-back", "From cancelled to contract.", "2026-11-20"],
    ]);
  });

  it("is told on the day on which it falls overdue, or when its source reaches past that day", () => {
    const overdue = (since: string) => ({overdue: {since: day(since), because: "test"}});
    const before = [listed({overdue: null}, signed)];
    expect(told(before, [listed(overdue("2026-11-12"), signed)])).toEqual([
      ["overdue", "Overdue since 2026-11-12, still at contract.", "2026-11-12"],
    ]);
    expect(told(before, [listed(overdue("2020-01-01"), signed)])).toEqual([
      ["overdue", "Overdue since 2020-01-01, still at contract.", "2026-11-20"],
    ]);
    const late = [listed(overdue("2026-10-12"), signed)];
    expect(told(late, late)).toEqual([]);
  });

  it("is told of what its source no longer tells, as SIPRI takes cancelled orders out", () => {
    expect(told([listed({}, signed)], [])).toEqual([
      ["gone", "Its source, or people, no longer tell of it.", "2026-11-20"],
    ]);
  });

  it("is told of no specimen, and of nothing that stands as it stood", () => {
    const one = listed({}, signed);
    expect(told([one], [one])).toEqual([]);
    expect(told([], [listed({specimen: true}, signed)])).toEqual([]);
  });

  it("has the same id whichever earlier day is compared", () => {
    const after = [listed({}, step("said", "2023"), known(3, signed))];
    const [fromSaid] = between([listed({}, step("said", "2023"))], after);
    const [fromNothing] = between([], after);
    expect(fromSaid?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(fromSaid?.id).toBe(fromNothing?.id);
  });
});
