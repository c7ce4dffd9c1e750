import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {gatherPledges, type PledgesTold, pledgeSettler} from "../../src/pledges/index.ts";
import {judgementOf} from "../../src/sources/index.ts";
import {
  type ArmsOrder,
  type DatedAgreement,
  day,
  type Judgement,
  type Move,
  type SanctionYear,
} from "../../src/world/index.ts";
import {smallMove} from "../options/small-world.ts";
import {reference} from "../sources/real-reference.ts";

const asOf = day("2026-11-24");
const recordedOn = day("2026-05-18");
const states = ["IDN", "MYS", "RUS", "USA"] as const;
const state = fc.constantFrom(...states);

const order = (
  row: number,
  supplier: string,
  recipient: string,
  orderYear: number,
  come: number,
): ArmsOrder => ({
  row,
  recordedOn,
  recipient,
  supplier,
  orderYear,
  orderYearUncertain: false,
  ordered: 4,
  delivered: come,
  designation: "Su-30",
  description: "fighter",
  deliveryYears: come === 0 ? [] : [orderYear + 2],
  status: "New",
  comments: "",
  tivOrdered: 1,
  tivDelivered: 1,
});

/** Rows of a ledger are numbered as they come, and never change. */
const orders = fc
  .array(fc.tuple(state, state, fc.integer({min: 1995, max: 2020}), fc.integer({min: 0, max: 4})), {
    maxLength: 8,
  })
  .map((all) => all.map(([a, b, year, come], at) => order(at + 1, a, b, year, come)));
const agreements = fc
  .array(fc.tuple(state, state, fc.boolean()), {maxLength: 4})
  .map((all): DatedAgreement[] =>
    all.map(([a, b, inForce], at) => ({
      row: at + 1,
      recordedOn,
      id: `A${at}`,
      title: `Pact ${at}`,
      signed: day("2001-01-01"),
      inForce: inForce ? day("2002-01-01") : null,
      ended: null,
      members: [...new Set([a, b])],
      signedPrecision: "day",
      inForcePrecision: "day",
      collection: "DESTA",
    })),
  );
const sanctions = fc
  .array(fc.tuple(state, state, fc.integer({min: 2010, max: 2015})), {maxLength: 5})
  .map((all): SanctionYear[] =>
    all.map(([sender, target, year], at) => ({
      row: at + 1,
      recordedOn,
      sender,
      target,
      year,
      kinds: ["trade"],
    })),
  );
const moves = fc
  .array(fc.tuple(state, state, fc.integer({min: 1, max: 28})), {maxLength: 4})
  .map((all): Move[] =>
    all.map(([a, b, on], at) =>
      smallMove({
        id: `m${at}`,
        from: "article",
        type: "AGREE",
        mode: at % 2 === 0 ? "planned" : "done",
        sectors: ["energy"],
        sources: [a],
        targets: [b],
        summary: `They sign a contract for the floating reactor at Bangka, part ${at}.`,
        when: day(`2026-01-${String(on).padStart(2, "0")}`),
        precision: "day",
        specimen: false,
      }),
    ),
  );
const commitments = fc.record({
  asOf: fc.constantFrom(asOf, day("2026-11-25")),
  armsOrders: orders,
  agreements,
  sanctions,
});

/** People judge steps of pledges that stand: which, and how, is drawn. */
function judging(told: PledgesTold, picks: readonly number[]): PledgesTold {
  const steps = gatherPledges(told, reference).pledges.flatMap((one) => one.steps);
  const judgements = picks.flatMap((pick, at): Judgement[] => {
    const one = steps[pick % Math.max(1, steps.length)];
    const given = {author: `P${at % 2}`, reason: "test", about: one === undefined ? [] : [one.id]};
    return one === undefined
      ? []
      : [judgementOf({kind: pick % 2 === 0 ? "reject" : "accept", ...given}, asOf, String(at))];
  });
  return {...told, judgements};
}

describe("pledges settled again after new entries", () => {
  it("are those of a whole rebuild, whatever came, went or was judged", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(commitments, moves, fc.array(fc.nat({max: 400}), {maxLength: 3})), {
          minLength: 1,
          maxLength: 4,
        }),
        (days) => {
          const settle = pledgeSettler(reference);
          for (const [known, reports, picks] of days) {
            // Rows that were there on the day before are those same rows: only more may follow.
            const armsOrders = known.armsOrders.map((one) => ({
              ...one,
              row: one.row + 1000 * days.findIndex(([other]) => other === known),
            }));
            const told = judging(
              {commitments: {...known, armsOrders}, moves: reports, judgements: []},
              picks,
            );
            const {touched: _, ...again} = settle(told);
            const {touched: __, ...anew} = gatherPledges(told, reference);
            expect(again).toEqual(anew);
          }
        },
      ),
      {numRuns: 15},
    );
  });

  const nothing = {asOf, armsOrders: [], agreements: [], sanctions: []};
  const some = {
    ...nothing,
    armsOrders: [order(1, "RUS", "IDN", 2003, 4), order(2, "USA", "IDN", 2011, 1)],
  };

  it("touch none where nothing came, and one where one row or one judgement came", () => {
    const settle = pledgeSettler(reference);
    const told = {commitments: some, moves: [], judgements: []};
    const first = settle(told);
    expect(first.touched).toBeGreaterThan(10);
    expect(settle(told).touched).toBe(0);
    const more = {...some, armsOrders: [...some.armsOrders, order(3, "USA", "MYS", 2009, 0)]};
    expect(settle({...told, commitments: more}).touched).toBe(1);
    const about = first.pledges.find(({to}) => to[0] === "IDN")?.steps.map(({id}) => id) ?? [];
    const judgement = judgementOf(
      {kind: "reject", about: about.slice(0, 1), author: "Ana", reason: "test"},
      asOf,
      null,
    );
    expect(settle({...told, commitments: more, judgements: [judgement]}).touched).toBe(1);
    expect(settle({...told, commitments: more}).touched).toBe(1);
  });

  it("keep an order's id when a later register tells more of it in a row of its own", () => {
    const [was] = gatherPledges({commitments: some}, reference).pledges.filter(
      ({by}) => by[0] === "USA",
    );
    const later = {
      ...some,
      armsOrders: [order(1, "RUS", "IDN", 2003, 4), order(3, "USA", "IDN", 2011, 4)],
    };
    const [is] = gatherPledges({commitments: later}, reference).pledges.filter(
      ({by}) => by[0] === "USA",
    );
    expect([was?.standing, is?.standing]).toEqual(["open", "kept"]);
    expect(is?.id).toBe(was?.id);
  });
});
