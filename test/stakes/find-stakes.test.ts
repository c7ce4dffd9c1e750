import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {day, type Evidence, gap, type Move, type Series, sectors} from "../../src/world/index.ts";
import {order, rollCall, sanctionYear, smallBook} from "../ledger/small-book.ts";
import {smallMove} from "../options/small-world.ts";
import {
  cellsIn,
  figure,
  noFigure,
  reference,
  series,
  stakesOf,
  textsIn,
  watch,
} from "./small-series.ts";

const asOf = day("2026-11-24");
const nothing = "no quantified evidence";

describe("the table", () => {
  it("has a row for each watched state, power and sector, with both sides filled", () => {
    const stakes = stakesOf();
    expect(stakes).toHaveLength(watch.states.length * watch.powers.length * watch.sectors.length);
    for (const {benefits, risks} of stakes) {
      expect(benefits.length).toBeGreaterThan(0);
      expect(risks.length).toBeGreaterThan(0);
    }
  });

  it("has none of a state with itself", () => {
    const stakes = stakesOf({watch: {...watch, states: ["RUS", "IDN"]}});
    expect(stakes.filter(({country, partner}) => country === partner)).toEqual([]);
  });

  it("says where it looked, and why, where no evidence speaks", () => {
    const [cell] = cellsIn(stakesOf(), "IDN RUS energy", "benefits");
    expect(cell).toMatchObject({text: nothing, figure: null, grade: null});
    expect(cell?.gap?.why).toContain("trade-sections");
    expect(cell?.evidence).toEqual([
      expect.objectContaining({
        kind: "searched",
        datasets: expect.arrayContaining(["trade-sections", "energy-2020", "energy-russia"]),
      }),
    ]);
  });

  it("says what would show dependence, which shares are not", () => {
    const unknown = gap("dependence", "no output by sector is known", "industrial statistics");
    const dependence = series("dependence", {"2026": unknown}, {sector: "energy"});
    const [cell] = cellsIn(stakesOf({series: [dependence]}), "IDN RUS energy", "risks");
    expect(cell?.gap).toMatchObject({
      why: expect.stringContaining("dependence is unknown: no output by sector is known"),
      wouldFill: "industrial statistics",
    });
  });

  it("does not take a state for a partner of its own in a bloc", () => {
    const book = smallBook({asOf, armsOrders: [order({recipient: "DEU", supplier: "DEU"})]});
    const stakes = stakesOf({book, watch: {...watch, states: ["DEU"], powers: ["EU"]}});
    expect(textsIn(stakes, "DEU EU defence", "risks")).toEqual([nothing]);
  });

  it("says so where the ledger does not hold the dataset", () => {
    const book = smallBook({asOf, datasets: new Set(["arms-orders"])});
    const [cell] = cellsIn(stakesOf({book}), "IDN RUS defence", "benefits");
    expect(cell?.gap).toMatchObject({
      why: "the ledger did not hold arms-deliveries",
      wouldFill: "the dataset arms-deliveries",
    });
  });

  it("knows no measure of what no dataset here measures", () => {
    const stakes = stakesOf({watch: {...watch, sectors: ["other"]}});
    expect(cellsIn(stakes, "IDN RUS other", "benefits")[0]?.gap?.why).toMatch(/no dataset/);
  });
});

describe("trade", () => {
  const exportShare = (share: number) =>
    stakesOf({series: [series("trade-export-share", {"2016": share})]});

  it("takes a large buyer for a market and for an exposure at once", () => {
    expect(textsIn(exportShare(0.24), "IDN RUS trade", "benefits")).toEqual([
      "Russia took 24 % of Indonesia's exports in 2016 (10 years old): a market that counts",
    ]);
    expect(textsIn(exportShare(0.24), "IDN RUS trade", "risks")[0]).toMatch(
      /exposed to its tariffs/,
    );
  });

  it("takes a small buyer for room to sell more, and for no risk", () => {
    expect(textsIn(exportShare(0.004), "IDN RUS trade", "benefits")[0]).toMatch(
      /^Russia took 0.4 % .*: room to sell more there$/,
    );
    expect(textsIn(exportShare(0.004), "IDN RUS trade", "risks")).toEqual([nothing]);
  });

  it("keeps to its bounds: 5 % counts, 10 % exposes, a quarter from one seller is reliance", () => {
    expect(textsIn(exportShare(0.05), "IDN RUS trade", "benefits")[0]).toMatch(/that counts$/);
    expect(textsIn(exportShare(0.0999), "IDN RUS trade", "risks")).toEqual([nothing]);
    expect(textsIn(exportShare(0.1), "IDN RUS trade", "risks")).toHaveLength(1);
    const buys = (share: number) =>
      textsIn(
        stakesOf({series: [series("trade-import-share", {"2016": share})]}),
        "IDN RUS trade",
        "risks",
      )[0];
    expect(buys(0.2499)).toBe(nothing);
    expect(buys(0.25)).toMatch(/reliance on one seller$/);
  });

  it("reads the newest figure, passing over gaps", () => {
    const told = textsIn(
      stakesOf({
        series: [series("trade-export-share", {"2010": 0.3, "2016": 0.02, "2020": noFigure})],
      }),
      "IDN RUS trade",
      "benefits",
    );
    expect(told).toEqual([expect.stringMatching(/^Russia took 2 % .* in 2016/)]);
  });

  it("prefers the list of largest partners where it is newer, in its own direction", () => {
    const both = [
      series("trade-export-share", {"2016": 0.02}),
      series("top-partner-share", {"2023": 0.09}, {detail: "exports"}),
      series("top-partner-share", {"2024": 0.5}, {detail: "imports"}),
    ];
    expect(textsIn(stakesOf({series: both}), "IDN RUS trade", "benefits")[0]).toBe(
      "Russia took 9 % of Indonesia's exports in 2023: a market that counts",
    );
  });

  it("calls concentration a risk above 0.25 and its absence a benefit below 0.15, of the state alone", () => {
    const hhi = (value: number) =>
      stakesOf({
        series: [
          series(
            "trade-partner-hhi",
            {"2016": value},
            {partner: null, detail: "imports-trade-matrix", unit: "index"},
          ),
        ],
      });
    const row = "IDN RUS trade";
    expect(textsIn(hhi(0.26), row, "risks")[0]).toMatch(/imports were concentrated .*, HHI 0.26$/);
    expect(textsIn(hhi(0.25), row, "risks")).toEqual([nothing]);
    expect(textsIn(hhi(0.15), row, "benefits")).toEqual([nothing]);
    const [spread] = cellsIn(hhi(0.07), row, "benefits");
    expect(spread?.text).toMatch(/spread over many partners/);
    expect(spread?.about).toEqual(["IDN"]);
  });

  it("tells agreements from their absence", () => {
    const count = (value: number) =>
      stakesOf({series: [series("agreements-in-force", {"2023": value}, {unit: "count"})]});
    expect(textsIn(count(2), "IDN RUS trade", "benefits")[0]).toContain("in 2023: 2, agreed");
    expect(textsIn(count(0), "IDN RUS trade", "risks")[0]).toMatch(/^No trade agreement between/);
  });

  it("reads a sector's goods from that sector's series only", () => {
    const food = series("trade-section-export-share", {"2015": 0.2}, {sector: "agriculture"});
    const stakes = stakesOf({series: [food]});
    expect(textsIn(stakes, "IDN RUS agriculture", "benefits")[0]).toContain(
      "farm and food exports",
    );
    expect(textsIn(stakes, "IDN RUS energy", "benefits")).toEqual([nothing]);
    expect(textsIn(stakes, "IDN RUS trade", "benefits")).toEqual([nothing]);
  });
});

describe("how a figure is told", () => {
  const told = (over: Parameters<typeof figure>[3], vintage = "2025") =>
    textsIn(
      stakesOf({
        series: [
          series("trade-export-share", {[vintage]: figure(0.0042, vintage, ["IDN", "RUS"], over)}),
        ],
      }),
      "IDN RUS trade",
      "benefits",
    )[0];

  it("has its interval and level", () => {
    expect(told({interval: {low: 0.0031, high: 0.0055, level: 0.9}})).toContain(
      "0.42 % of Indonesia's exports in 2025 (90 %: 0.31 to 0.55 %)",
    );
  });

  it("calls an interval of all by its name: bounds", () => {
    expect(told({interval: {low: 0.004, high: 0.005, level: 1}})).toContain(
      "(bounds 0.4 to 0.5 %)",
    );
  });

  it("does not speak where its interval leaves open whether it passes; an older one may", () => {
    const wide = figure(0.03, "2023", ["IDN", "RUS"], {
      interval: {low: 0.025, high: 0.43, level: 1},
    });
    const listed = series("top-partner-share", {"2023": wide}, {detail: "exports"});
    const benefits = (some: readonly Series[]) =>
      textsIn(stakesOf({series: some}), "IDN RUS trade", "benefits");
    expect(benefits([listed])).toEqual([nothing]);
    expect(benefits([listed, series("trade-export-share", {"2016": 0.18})])).toEqual([
      expect.stringMatching(/^Russia took 18 % .* in 2016/),
    ]);
  });

  it("is called old from five years on", () => {
    expect(told({}, "2015")).toContain("in 2015 (11 years old)");
    expect(told({}, "2022")).not.toContain("old");
  });
});

describe("defence", () => {
  const withOrders = (...orders: Parameters<typeof order>[0][]) =>
    smallBook({asOf, armsOrders: orders.map((one, row) => order({row, ...one}))});
  const delivered = {orderYear: 2003, ordered: 2, delivered: 2, deliveryYears: [2003]};

  it("counts what was delivered and may still serve, beside a window in which nothing came", () => {
    const book = withOrders(delivered, {orderYear: 2012, deliveryYears: [2013]});
    const zero = series("arms-stock-share", {"2021-2025": 0}, {sector: "defence"});
    const [cell] = cellsIn(stakesOf({book, series: [zero]}), "IDN RUS defence", "risks");
    expect(cell?.text).toBe(
      "8 aircraft, ships and vehicles that Russia delivered in 2003-2013 may still serve in Indonesia and need its parts; none came in 2021-2025",
    );
    expect(cell?.figure).toMatchObject({value: 8, unit: "count"});
    expect(cell?.evidence).toHaveLength(2);
  });

  it("leaves out engines, missiles and what is older than a service life", () => {
    const book = withOrders(
      {...delivered, supplier: "CHN", description: "aircraft engine"},
      {...delivered, supplier: "CHN", description: "anti-ship missile"},
      {...delivered, supplier: "CHN", orderYear: 1960, deliveryYears: [1961, 1962]},
    );
    expect(textsIn(stakesOf({book}), "IDN CHN defence", "risks")).toEqual([nothing]);
  });

  it("takes a young order for capability to come, and an old one without delivery for a doubt, never both", () => {
    const waiting = {ordered: 42, delivered: null, deliveryYears: []};
    const young = stakesOf({book: withOrders({...waiting, orderYear: 2024})});
    expect(textsIn(young, "IDN RUS defence", "benefits")[0]).toMatch(/^1 arms order .* not fully/);
    expect(textsIn(young, "IDN RUS defence", "risks").join()).not.toMatch(/lapsed/);
    const old = stakesOf({book: withOrders({...waiting, orderYear: 2018})});
    expect(textsIn(old, "IDN RUS defence", "risks")[0]).toMatch(/may have lapsed$/);
    expect(textsIn(old, "IDN RUS defence", "benefits")).toEqual([nothing]);
  });

  it("names aircraft before their engines", () => {
    const waiting = {orderYear: 2024, delivered: 0, deliveryYears: []};
    const book = withOrders(
      {...waiting, designation: "AL-31", description: "turbofan"},
      {...waiting, designation: "Su-35", description: "fighter/ground-attack aircraft"},
    );
    expect(textsIn(stakesOf({book}), "IDN RUS defence", "benefits")[0]).toContain("(Su-35, AL-31)");
  });

  it("reaches a bloc by the members that delivered", () => {
    const book = withOrders({...delivered, supplier: "FRA"}, {...delivered, supplier: "DEU"});
    const [cell] = cellsIn(stakesOf({book}), "IDN EU defence", "risks");
    expect(cell?.about).toEqual(["IDN", "EU"]);
    expect(cell?.evidence[0]?.reaches[1]).toMatchObject({
      how: "member-of",
      by: expect.stringContaining("supplier: DEU, FRA"),
    });
  });
});

describe("energy", () => {
  it("takes each fuel by itself", () => {
    const fuel = (detail: string, share: number) =>
      series("energy-2020-share", {"2020": share}, {detail, sector: "energy"});
    const stakes = stakesOf({series: [fuel("imports-coal", 0.3), fuel("exports-lng", 0.12)]});
    expect(textsIn(stakes, "IDN RUS energy", "risks")).toEqual([
      expect.stringMatching(/sold 30 % of Indonesia's coal imports, by quantity, in 2020/),
      expect.stringMatching(/took 12 % of Indonesia's LNG exports, by quantity, in 2020/),
    ]);
  });

  it("tells tonnes bought as a floor, and leaves euro months alone", () => {
    const fuel = [
      series("russian-fuel", {"2022-11": 9e6}, {detail: "by-month", unit: "eur"}),
      series("russian-fuel", {"2021": 391_234}, {detail: "oil_products", unit: "tonne"}),
    ];
    expect(textsIn(stakesOf({series: fuel}), "IDN RUS energy", "benefits")).toEqual([
      "Indonesia bought at least 390,000 tonnes of oil products from Russia in 2021 (5 years old): a trade to build on",
    ]);
  });
});

describe("diplomacy", () => {
  it("names the power that may be alienated where a state sides against it more often than not", () => {
    const sided = (share: number) =>
      cellsIn(
        stakesOf({
          series: [
            series(
              "un-side-taking",
              {"2021-2025": figure(share, "2025", ["IDN", "RUS", "USA"])},
              {detail: "against-USA", sector: "diplomacy"},
            ),
          ],
        }),
        "IDN RUS diplomacy",
        "risks",
      );
    expect(sided(0.74)[0]?.text).toMatch(
      /where the United States opposed it: may alienate the United States$/,
    );
    expect(sided(0.74)[0]?.about).toEqual(["IDN", "RUS", "USA"]);
    expect(sided(0.49)[0]?.text).toBe(nothing);
  });

  it("counts votes on Ukraine in which both chose alike, of those in which both chose", () => {
    const votes = (IDN: "yes" | "abstain" | "absent", RUS: "no" | "yes") => ({IDN, RUS});
    const rollCalls = [
      rollCall("A/RES/ES-11/1", "", votes("yes", "no")),
      rollCall("A/RES/ES-11/22", "", votes("abstain", "no")),
      rollCall("A/RES/ES-11/333", "", votes("yes", "yes"), "2025-02-24"),
      rollCall("A/RES/ES-11/4444", "", votes("absent", "no")),
    ];
    const book = smallBook({asOf, rollCalls});
    const [cell] = cellsIn(stakesOf({book}), "IDN RUS diplomacy", "risks");
    expect(cell?.text).toBe("Indonesia chose as Russia did in 1 of 3 votes on Ukraine, 2022-2025");
    expect(cell?.grade).toMatchObject({reliability: "A", credibility: 1});
    expect(cell?.evidence[0]).toMatchObject({count: 6});
  });

  it("takes a bloc to stand as most of its members, and nowhere where they split evenly", () => {
    const even = rollCall("A/RES/ES-11/1", "", {IDN: "yes", DEU: "yes", HUN: "no"});
    const most = rollCall("A/RES/ES-11/22", "", {IDN: "yes", DEU: "yes", FRA: "yes", HUN: "no"});
    const book = smallBook({asOf, rollCalls: [even, most]});
    expect(textsIn(stakesOf({book}), "IDN EU diplomacy", "benefits")).toContain(
      "Indonesia chose as the European Union did in 1 of 1 vote on Ukraine, 2022",
    );
  });

  it("lists the bodies to which both belong on the day asked for, and no applicants", () => {
    const on = (when: string) =>
      textsIn(stakesOf({book: smallBook({asOf: day(when)})}), "IDN RUS diplomacy", "benefits")[0];
    expect(on("2024-12-31")).toMatch(/both belong to APEC \(1, as of 2024-12-31\)$/);
    expect(on("2025-02-01")).toMatch(/both belong to BRICS and APEC \(2/);
    const applied = {
      ...reference,
      memberships: reference.memberships.map((one) => ({...one, role: "applicant" as const})),
    };
    expect(textsIn(stakesOf({reference: applied}), "IDN RUS diplomacy", "benefits")).toEqual([
      nothing,
    ]);
  });

  it("tells a partner of a body from a member", () => {
    expect(textsIn(stakesOf(), "MYS RUS diplomacy", "benefits")).toContainEqual(
      expect.stringMatching(/^Malaysia and Russia meet as member and partner in BRICS \(1/),
    );
  });
});

describe("sanctions", () => {
  const sanctions = [
    sanctionYear("USA", "RUS", 2020, ["arms"]),
    {...sanctionYear("USA", "RUS", 2021, ["trade", "financial"]), row: 1},
    {...sanctionYear("EU", "RUS", 2021, ["trade", "arms"]), row: 2},
  ];
  const stakes = stakesOf({book: smallBook({asOf, sanctions})});

  it("of others on the partner are a risk of dealing with it, by name, year and kind", () => {
    expect(textsIn(stakes, "IDN RUS trade", "risks")).toEqual([
      "Trade and financial sanctions on Russia by the European Union and the United States in 2021 (5 years old): secondary measures possible",
    ]);
  });

  it("are not claimed of a kind that the newest year does not list", () => {
    const [cell] = cellsIn(stakes, "IDN RUS defence", "risks");
    expect(cell?.text).toMatch(/^Arms sanctions on Russia by the European Union in 2021/);
    expect(cell?.about).toEqual(["RUS", "EU"]);
  });

  it("between the two themselves stand in their own row", () => {
    const own = [sanctionYear("USA", "IDN", 2021, ["financial"])];
    const row = textsIn(
      stakesOf({book: smallBook({asOf, sanctions: own})}),
      "IDN USA trade",
      "risks",
    );
    expect(row).toEqual([
      "Financial sanctions on Indonesia by the United States in 2021 (5 years old)",
    ]);
  });
});

describe("moves of conflict", () => {
  const move = smallMove({
    type: "ACCUSE",
    sectors: ["diplomacy"],
    sources: ["IDN"],
    targets: ["CHN"],
    summary: "Indonesia accused China over a boat",
    when: day("2019-01-20"),
    evidence: [figure(1, "2019", ["IDN", "CHN"]).evidence[0] as Evidence],
  });
  const risks = (moves: readonly Move[], row: "IDN CHN" | "IDN RUS" = "IDN CHN") =>
    textsIn(stakesOf({moves}), `${row} diplomacy`, "risks");

  it("are told, the newest of them, in the words that nothing is quantified", () => {
    const earlier = {...move, id: "m0", when: day("2017-05-01"), summary: "earlier"};
    expect(risks([earlier, move])).toEqual([
      "Conflict recorded: Indonesia accused China over a boat (2019-01-20, newest of 2); no quantified evidence",
    ]);
  });

  it("are none of another pair, of a specimen, of co-operation, denied, or that cannot be judged", () => {
    expect(risks([move], "IDN RUS")).toEqual([nothing]);
    expect(risks([{...move, specimen: true}])).toEqual([nothing]);
    expect(risks([{...move, type: "CONSULT"}])).toEqual([nothing]);
    expect(risks([{...move, mode: "denied"}])).toEqual([nothing]);
    const unjudged = {reliability: "F", credibility: 6, reasons: []} as const;
    expect(risks([{...move, grade: unjudged}])).toEqual([nothing]);
  });
});

describe("whatever is measured", () => {
  const methods = [
    "trade-export-share",
    "trade-import-share",
    "trade-section-import-share",
    "trade-section-export-share",
    "arms-stock-share",
    "un-agreement",
    "icews-cooperative-share",
    "fdi-position",
  ];
  const anySeries: fc.Arbitrary<Series> = fc
    .record({
      method: fc.constantFrom(...methods),
      value: fc.double({min: 0, max: 1, noNaN: true}),
      year: fc.integer({min: 1995, max: 2025}),
      state: fc.constantFrom("IDN", "MYS"),
      partner: fc.constantFrom("RUS", "USA", "EU", "CHN"),
      sector: fc.constantFrom(...sectors),
      reachesPartner: fc.boolean(),
    })
    .map(({method, value, year, state, partner, sector, reachesPartner}) =>
      series(
        method,
        {
          [`${year}`]: figure(value, `${year}`, reachesPartner ? [state, partner] : [state], {
            interval: {low: value / 2, high: Math.min(1, value * 2), level: 0.9},
          }),
        },
        {state, partner, sector, detail: "from-partner"},
      ),
    );

  it("gives cells that are short, evidenced, and about nobody whom the evidence does not reach", () => {
    fc.assert(
      fc.property(fc.array(anySeries, {maxLength: 12}), (some) => {
        for (const {benefits, risks} of stakesOf({series: some}))
          for (const cell of [...benefits, ...risks]) {
            expect(cell.text.length).toBeLessThan(200);
            expect(cell.text).not.toMatch(/NaN|undefined|null|Infinity/);
            expect(cell.evidence.length).toBeGreaterThan(0);
            const reached = cell.evidence.flatMap(({reaches}) => reaches.map(({party}) => party));
            expect(cell.about.filter((party) => !reached.includes(party))).toEqual([]);
            expect(cell.figure === null).toBe(cell.gap !== null);
          }
      }),
      {numRuns: 50},
    );
  });

  it("answers the same for the same, whatever was asked before", () => {
    fc.assert(
      fc.property(fc.array(anySeries, {maxLength: 6}), (some) => {
        expect(stakesOf({series: some})).toEqual(stakesOf({series: some}));
      }),
      {numRuns: 10},
    );
  });
});
