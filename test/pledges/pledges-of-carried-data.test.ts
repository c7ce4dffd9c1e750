import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type PledgeRate, type PledgeRates, pledgeRates} from "../../src/measures/index.ts";
import {
  choosePledges,
  type Gathered,
  gatherPledges,
  listPledges,
  type PledgeList,
} from "../../src/pledges/index.ts";
import {
  type ArmsOrder,
  type Commitments,
  day,
  isGap,
  type Pledge,
  yearOf,
} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const asOf = day("2026-11-24");

describe("pledges of the carried data", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let commitments: Commitments;
  let gathered: Gathered;
  let pledges: readonly Pledge[];
  let list: PledgeList;
  let rates: PledgeRates;
  beforeAll(async () => {
    house = await foundingLedger();
    commitments = await house.ledger.commitments(asOf);
    gathered = gatherPledges({commitments}, house.reference);
    pledges = gathered.pledges;
    list = listPledges(gathered, [], house.watch, house.reference);
    rates = pledgeRates(pledges, house.watch, house.reference);
  });
  afterAll(() => house?.ledger.close());

  /**
   * Ten deals, read by eye in SIPRI's trade register of 18 May 2026: recipient, supplier, year of order, designation,
   * number ordered and delivered, first and last year of delivery.
   */
  it.each([
    ["MYS", "RUS", 2003, "18 Su-30MK", 1, "kept", 6, 2007, 2009],
    ["IDN", "RUS", 2012, "6 Su-30MK", 1, "kept", 1, 2013, 2013],
    ["IDN", "RUS", 2008, "17 BMP-3", 1, "kept", 2, 2010, 2010],
    ["IDN", "RUS", 2008, "60 R-77", 1, "kept", 5, 2012, 2013],
    ["IDN", "RUS", 2001, "12 BTR-80A", 1, "kept", 1, 2002, 2002],
    ["MYS", "RUS", 1999, "17 N019ME Topaz", 1, "kept", 4, 2002, 2003],
    ["IDN", "FRA", 2022, "42 Rafale F-4", 3 / 42, "open", 3, 2025, 2025],
    ["IDN", "FRA", 2016, "80 MM-40-3 Exocet", 45 / 80, "open", 9, 2019, 2024],
    ["IDN", "USA", 1990, "38 aircraft engine", 32 / 38, "open", 35, 1994, 2019],
    ["MYS", "FRA", 2014, "5 Gowind-2500", 0, "open", 11, null, null],
  ] as const)("%s from %s, %i: %s", (to, by, year, what, part, standing, years, first, last) => {
    const found = pledges.filter(
      (one) =>
        one.kind === "arms-order" &&
        one.to[0] === to &&
        one.by[0] === by &&
        one.opened === `${year}-01-01` &&
        one.text.includes(` ordered ${what} `),
    );
    expect(found.map(({text}) => text)).toHaveLength(1);
    const [deal] = found;
    expect(deal).toMatchObject({standing, years});
    expect(deal?.part).toBeCloseTo(part, 12);
    const come = deal?.steps.filter(({stage}) => stage === "delivered") ?? [];
    const yearsOf = come.map(({when}) => (isGap(when) ? null : yearOf(when)));
    expect([yearsOf[0] ?? null, yearsOf.at(-1) ?? null]).toEqual([first, last]);
  });

  it("the ships that Malaysia ordered in 2014 are overdue, the Rafales of 2022 are not", () => {
    const overdue = choosePledges(list.pledges, {overdue: true}).map(({text}) => text);
    expect(overdue).toContain("Malaysia ordered 5 Gowind-2500 (frigate) from France.");
    expect(overdue.filter((text) => text.includes("Rafale"))).toEqual([]);
  });

  it("the Su-35 that SIPRI took out stands on its track: cancelled, and Russia says otherwise", () => {
    expect(commitments.armsOrders.filter(isSu35OfIndonesia)).toEqual([]);
    const [one] = list.pledges.filter(({text}) => text.includes("Su-35"));
    expect(one).toMatchObject({stage: "cancelled", standing: "ended", closed: "2021-12-22"});
    expect(one?.steps.at(-1)).toMatchObject({stage: null, when: "2025-10-29"});
    expect(one?.tracks).toEqual(["fighter-orders"]);
  });

  it("a bid that a track tells of and a membership are one pledge", () => {
    const bids = choosePledges(list.pledges, {track: "brics"});
    expect(bids.map(({text, stage, standing}) => [text, stage, standing])).toEqual([
      ["Indonesia wants to join BRICS.", "delivered", "kept"],
      ["Malaysia wants to join BRICS.", "memorandum", "open"],
    ]);
  });

  it("an agreement takes from its signature to its entry into force", () => {
    // The treaty of 6 May 2003, in force on 1 January 2004: 240 days.
    const [one] = pledges.filter(({text}) => text.includes("“Singapore US”"));
    expect(one?.standing).toBe("kept");
    expect(one?.years).toBeCloseTo(240 / 365.2425, 9);
  });

  it("sanctions are in force by years, change their kinds, and are eased where the panel says so", () => {
    const onRussia = pledges.filter(
      ({kind, by, to, steps}) =>
        kind === "sanction" &&
        by[0] === "USA" &&
        to[0] === "RUS" &&
        steps[0]?.evidence[0]?.kind === "rows",
    );
    expect(onRussia.length).toBeGreaterThan(0);
    const eased = pledges.filter(
      ({kind, steps}) => kind === "sanction" && steps.at(-1)?.text.endsWith("no longer in force."),
    );
    expect(eased.length).toBeGreaterThan(100);
    expect(new Set(eased.map(({standing}) => standing))).toEqual(new Set(["kept"]));
  });

  it("every step cites what tells of it, and every citation of a row can be opened", async () => {
    for (const {steps, text} of list.pledges)
      for (const step of steps) expect(step.evidence.length, text).toBeGreaterThan(0);
    const cited = list.pledges
      .slice(0, 200)
      .flatMap(({steps}) => steps.flatMap((one) => one.evidence));
    const rows = cited.flatMap((one) => (one.kind === "rows" ? [one] : []));
    expect(rows.length).toBeGreaterThan(50);
    for (const {dataset, where, count} of rows.slice(0, 12))
      expect((await house.ledger.rows({dataset, where, asOf, limit: 1, offset: 0})).total).toBe(
        count,
      );
  });

  it("a pledge of the list has a watched state and a power, or stands on a track", () => {
    for (const {states, partners, tracks, text} of list.pledges)
      expect(tracks.length > 0 || (states.length > 0 && partners.length > 0), text).toBe(true);
    expect(new Set(list.pledges.map(({id}) => id)).size).toBe(list.pledges.length);
  });

  it("another watch sees its own and no track of Indonesia's", () => {
    const other = listPledges(gathered, [], {...house.watch, states: ["KAZ"]}, house.reference);
    expect(other.tracks.map(({id}) => id)).toEqual(["votes-on-ukraine"]);
    expect(other.pledges.length).toBeGreaterThan(20);
    expect(other.pledges.flatMap(({states}) => states).every((one) => one === "KAZ")).toBe(true);
  });

  it("knows of no order before the day on which the register came, and of no row of a track before its own", async () => {
    const before = day("2022-01-01");
    const known = await house.ledger.commitments(before);
    expect(known.armsOrders).toEqual([]);
    const then = gatherPledges({commitments: known}, house.reference).pledges;
    const su35 = then.find(({text}) => text.includes("Su-35"));
    expect(su35).toMatchObject({stage: "cancelled"});
    expect(su35?.steps).toHaveLength(3);
    const earlier = gatherPledges(
      {commitments: await house.ledger.commitments(day("2021-12-21"))},
      house.reference,
    ).pledges;
    expect(earlier.find(({text}) => text.includes("Su-35"))).toMatchObject({
      stage: "contract",
      standing: "open",
    });
  });

  it("the same ledger and day give the same bytes", () => {
    const some = {...commitments, armsOrders: commitments.armsOrders.slice(0, 500)};
    const made = () => JSON.stringify(gatherPledges({commitments: some}, house.reference).pledges);
    expect(made()).toBe(made());
  });

  describe("how many are kept, and how long that takes", () => {
    const rateOf = (id: string): PledgeRate => {
      const found = rates.rates.find((rate) => rate.id === id);
      if (found === undefined) throw new Error(`no rate ${id}`);
      return found;
    };

    it.each(["RUS", "USA", "CHN"])(
      "is the life table of the register's rows, worked year by year: %s",
      (supplier) => {
        const orders = commitments.armsOrders.filter(
          (one) =>
            one.supplier === supplier && one.recipient !== supplier && (one.orderYear ?? 0) >= 1992,
        );
        const share = shareByHand(orders, 2025, 10);
        const {keptIn10} = rateOf(`arms-order/${supplier}/-`);
        expect(isGap(keptIn10) ? Number.NaN : keptIn10.value).toBeCloseTo(share, 9);
      },
    );

    it("is more than the naive share, which counts what is not due yet as broken", () => {
      const {keptIn10, open} = rateOf("arms-order/-/-");
      if (isGap(keptIn10)) throw new Error(keptIn10.why);
      const naive = 1 - open / Number(keptIn10.coverage.split(" ")[0]);
      expect(naive).toBeLessThan(keptIn10.value);
      expect(keptIn10.interval?.low).toBeLessThan(keptIn10.value);
      expect(keptIn10.interval?.high).toBeGreaterThan(keptIn10.value);
    });

    it("has the shares on which the rules of overdue rest", () => {
      const rules = house.reference.pledgeBook().rules;
      const since1950 = commitments.armsOrders.filter(
        ({supplier, recipient, orderYear}) => supplier !== recipient && (orderYear ?? 0) >= 1950,
      );
      const told = (kind: "arms-order" | "agreement") =>
        Number(/^(\d+) %/.exec(rules.get(kind)?.overdueAfter?.because ?? "")?.[1]);
      expect(Math.round(100 * shareByHand(since1950, 2025, 5))).toBe(told("arms-order"));
      expect(told("agreement")).toBe(86);
    });

    it("says why a kind has no rate", () => {
      expect(rates.unmeasured.map(({kind}) => kind)).toContain("membership");
      expect(rates.rates.map(({kind}) => kind)).not.toContain("membership");
    });
  });
});

const isSu35OfIndonesia = ({recipient, designation}: ArmsOrder) =>
  recipient === "IDN" && designation.startsWith("Su-35");

/** The product of yearly shares, from the rows alone: an order is kept in its last year of delivery when all have come. */
function shareByHand(orders: readonly ArmsOrder[], last: number, years: number): number {
  const lives = orders.map(({orderYear, ordered, delivered, deliveryYears}) => {
    const whole = ordered !== null && delivered === ordered && deliveryYears.length > 0;
    return {whole, time: (whole ? (deliveryYears.at(-1) ?? 0) : last) - (orderYear ?? 0)};
  });
  let waiting = 1;
  for (let year = 0; year <= years; year += 1) {
    const atRisk = lives.filter(({time}) => time >= year).length;
    const came = lives.filter(({time, whole}) => whole && time === year).length;
    if (atRisk > 0) waiting *= 1 - came / atRisk;
  }
  return 1 - waiting;
}
