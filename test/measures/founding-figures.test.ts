import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {measure, postures} from "../../src/measures/index.ts";
import {parseWatch} from "../../src/sources/index.ts";
import {
  type DatasetId,
  day,
  type FactBook,
  type Gap,
  isGap,
  type Measured,
  membersOf,
  type Posture,
  type RowsEvidence,
  type Series,
} from "../../src/world/index.ts";
import {asOf, founding, realLedger, reference} from "./real-book.ts";

let house: Awaited<ReturnType<typeof realLedger>>;
let book: FactBook;
let series: Series[];
let places: Posture[];
beforeAll(async () => {
  house = await realLedger();
  book = await house.bookOf(founding);
  series = measure(book, founding, reference);
  places = postures(book, founding, reference);
});
afterAll(() => house.ledger.close());

function pointOf(id: string, period: string): Measured | Gap {
  const found = series.find((one) => one.id === id);
  const point = found?.points.find((one) => one.period === period);
  if (point === undefined) throw new Error(`no ${id} in ${period}`);
  return point.figure;
}
function figureOf(id: string, period: string): Measured {
  const figure = pointOf(id, period);
  if (isGap(figure)) throw new Error(`${id} ${period} is a gap: ${figure.why}`);
  return figure;
}
const measured = (all: readonly Series[]) =>
  all.flatMap(({id, points}) =>
    points.flatMap(({period, figure}) => (isGap(figure) ? [] : [{id, period, figure}])),
  );

describe("arms", () => {
  it("puts Russia at 47 % of Indonesia's deliveries in 2001-05 and 45 % of Malaysia's in 2006-10", () => {
    expect(figureOf("arms-stock-share/IDN/RUS", "2001-2005").value).toBeCloseTo(0.47, 2);
    expect(figureOf("arms-stock-share/MYS/RUS", "2006-2010").value).toBeCloseTo(0.45, 2);
  });

  it("puts Russia at none of either's deliveries since 2016, and says where it looked", () => {
    for (const state of ["IDN", "MYS"]) {
      for (const period of ["2016-2020", "2021-2025"]) {
        const figure = figureOf(`arms-stock-share/${state}/RUS`, period);
        expect(figure.value).toBe(0);
        expect(figure.evidence[0]?.kind).toBe("searched");
        expect(figure.evidence[1]?.kind).toBe("rows");
      }
    }
  });
});

describe("votes", () => {
  it("finds Indonesia and Malaysia alike on 23 votes on Ukraine: 7 yes, 16 abstentions, none with Russia", () => {
    for (const state of ["IDN", "MYS"]) {
      const name = state === "IDN" ? "Indonesia" : "Malaysia";
      const [evidence] = figureOf(
        `un-side-taking/${state}/RUS/against-EU-on-ukraine`,
        "2014-2025",
      ).evidence;
      expect(evidence?.quote).toBe(
        `${name} on the 23 votes of 2014-2025 on Ukraine on which Russia and the European Union opposed one another: 0 with Russia, 7 with the European Union, 16 abstained, 0 not voting.`,
      );
    }
  });

  it("does not take the United States for the West: once it voted no with Russia, against the EU", () => {
    const {coverage} = figureOf("un-side-taking/IDN/USA/against-RUS-on-ukraine", "2014-2025");
    expect(coverage).toMatch(/^21 of 23 recorded votes/);
    expect(figureOf("un-side-taking/IDN/EU/against-USA-on-ukraine", "2014-2025").coverage).toMatch(
      /^1 of 23 recorded votes/,
    );
  });

  it("finds Indonesia 495 to 47 with Russia on other votes since 2014 on which Russia and the United States opposed", () => {
    const figure = figureOf("un-side-taking/IDN/RUS/against-USA-elsewhere", "2014-2025");
    expect(figure.evidence[0]?.quote).toMatch(/495 with Russia, 47 with the United States/);
    expect(figure.interval?.low).toBeLessThan(figure.value);
    expect(figure.interval?.high).toBeGreaterThan(figure.value);
  });

  it("tells how much oftener than its region a state sides with a power, issue by issue", () => {
    const lean = figureOf("un-side-lean/IDN/RUS/against-USA-elsewhere", "2014-2025");
    const share = figureOf("un-side-taking/IDN/RUS/against-USA-elsewhere", "2014-2025");
    expect(lean.value).toBeLessThan(share.value);
    expect(Math.abs(lean.value)).toBeLessThan(0.3);
    expect(lean.interval?.low).toBeLessThan(lean.value);
    expect(lean.interval?.high).toBeGreaterThan(lean.value);
    for (const issue of ["middle-east", "nuclear", "disarmament", "human-rights", "economy"]) {
      const one = figureOf(`un-side-lean/IDN/RUS/against-USA-${issue}`, "2016-2025");
      const all = figureOf(`un-side-taking/IDN/RUS/against-USA-${issue}`, "2016-2025");
      expect(Math.abs(one.value), issue).toBeLessThanOrEqual(1);
      expect(all.coverage, issue).toMatch(/recorded votes/);
    }
  });

  it("tells on what two states agree: Indonesia with the United States hardly on the Middle East", () => {
    const on = (issue: string, partner: string) =>
      figureOf(
        `un-agreement-by-issue/IDN/${partner}/${issue}`,
        issue === "on-ukraine" ? "2014-2025" : "2016-2025",
      );
    expect(on("middle-east", "USA").value).toBeLessThan(0.1);
    expect(on("middle-east", "RUS").value).toBeGreaterThan(0.7);
    expect(on("on-ukraine", "RUS").value).toBeLessThan(0.5);
    for (const partner of ["USA", "RUS", "CHN", "EU"]) {
      const {value, interval} = on("human-rights", partner);
      expect(interval?.low).toBeLessThanOrEqual(value);
      expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeGreaterThan(0.01);
    }
  });

  it("gives an interval with width where all votes fell alike", () => {
    const {value, interval} = figureOf("un-side-taking/IDN/RUS/against-EU-on-ukraine", "2014-2025");
    expect(value).toBe(0);
    expect(interval?.high).toBeGreaterThan(0.05);
  });
});

describe("trade", () => {
  it("adds up the EU of 2005 from the 25 members that it then had", () => {
    const figure = figureOf("trade-section-import-share/IDN/EU/technology", "2005");
    const members = membersOf(reference, "EU", day("2005-07-01"));
    expect(members).toHaveLength(25);
    const rows = figure.evidence[0] as RowsEvidence;
    const named = rows.where.flatMap((one) =>
      "in" in one && one.column === "exporter" ? one.in : [],
    );
    expect(members).toEqual(expect.arrayContaining(named));
    expect(figure.coverage).toMatch(/24 of 25 members/);
    const reach = rows.reaches.find(({party}) => party === "EU");
    expect(reach).toMatchObject({how: "member-of", by: expect.stringMatching(/EU in 2005/)});
  });

  it("keeps two compilations of one flow apart, because they differ", () => {
    const cow = figureOf("trade-import-share/IDN/RUS/trade-cow", "2012");
    const matrix = figureOf("trade-import-share/IDN/RUS/trade-matrix", "2012");
    expect(cow.evidence[0]).toMatchObject({dataset: "trade-cow"});
    expect(matrix.evidence[0]).toMatchObject({dataset: "trade-matrix"});
    expect(cow.value).not.toBe(matrix.value);
  });

  it("never takes a partner that is not listed for one without trade", () => {
    const figure = pointOf("top-partner-share/IDN/RUS/imports", "2023");
    expect(isGap(figure) && figure.why).toMatch(/below the listed/);
  });

  it("says why dependence is not known", () => {
    const figure = pointOf("dependence/IDN/RUS/energy", "2026");
    expect(isGap(figure) && figure.why).toMatch(/output by sector/);
  });
});

describe("every series", () => {
  it("is named once, speaks of a watched state or power, and has a point", () => {
    expect(new Set(series.map(({id}) => id)).size).toBe(series.length);
    for (const {id, state, partner, title, note, points} of series) {
      expect(id.split("/").slice(1, 3)).toEqual([state, partner ?? "-"]);
      expect(points.length, id).toBeGreaterThan(0);
      expect(title.length, id).toBeGreaterThan(10);
      expect(note.length, id).toBeGreaterThan(20);
      expect([...points].map(({period}) => period)).toEqual(
        points.map(({period}) => period).sort(),
      );
    }
  });

  it("carries evidence, vintage, coverage and an interval or why there is none", () => {
    const figures = measured(series);
    expect(figures.length).toBeGreaterThan(2000);
    for (const {id, period, figure} of figures) {
      const where = `${id} ${period}`;
      expect(figure.evidence.length, where).toBeGreaterThan(0);
      expect(figure.vintage, where).toMatch(/^\d{4}/);
      expect(figure.coverage, where).not.toBe("");
      expect(figure.intervalNote, where).not.toBe("");
      expect(Number.isFinite(figure.value), where).toBe(true);
      if (figure.interval === null) continue;
      expect(figure.interval.low, where).toBeLessThanOrEqual(figure.value);
      expect(figure.interval.high, where).toBeGreaterThanOrEqual(figure.value);
    }
  });

  it("keeps shares within [0, 1] and concentration within (0, 1]", () => {
    for (const {id, figure} of measured(series)) {
      if (figure.unit === "share") {
        expect(figure.value, id).toBeGreaterThanOrEqual(0);
        expect(figure.value, id).toBeLessThanOrEqual(1);
      }
      if (figure.unit === "index") {
        expect(figure.value, id).toBeGreaterThan(0);
        expect(figure.value, id).toBeLessThanOrEqual(1);
      }
    }
  });

  it("reaches its state, and its partner where it has one", () => {
    for (const one of series) {
      for (const {figure, period} of one.points) {
        if (isGap(figure)) continue;
        const reached = figure.evidence.flatMap(({reaches}) => reaches.map(({party}) => party));
        for (const party of [one.state, one.partner].filter((id) => id !== null))
          expect(reached, `${one.id} ${period}`).toContain(party);
      }
    }
  });

  it("opens rows that exist, as many as it counts, and that name whom it says they name", async () => {
    const newest = series.flatMap(({id, points}) => {
      const figure = points.findLast((point) => !isGap(point.figure))?.figure;
      return figure === undefined || isGap(figure)
        ? []
        : figure.evidence.flatMap((evidence) => (evidence.kind === "rows" ? [{id, evidence}] : []));
    });
    expect(newest.length).toBeGreaterThan(300);
    // Series of one split cite the same rows.
    const read = new Map<string, ReturnType<typeof house.ledger.rows>>();
    for (const {id, evidence} of newest) {
      const {dataset, where} = evidence;
      const key = JSON.stringify({dataset, where});
      read.set(
        key,
        read.get(key) ?? house.ledger.rows({dataset, where, asOf, limit: 1000, offset: 0}),
      );
      const found = (await read.get(key)) ?? {rows: [], total: Number.NaN};
      expect(found.total, `${id} ${evidence.quote}`).toBe(evidence.count);
      const text = JSON.stringify(found.rows);
      for (const {party, how, by} of evidence.reaches) {
        const codes =
          how === "member-of"
            ? membersOf(reference, party, day(`${by.slice(-4)}-07-01`))
            : how === "column"
              ? [party]
              : [];
        if (codes.length > 0)
          expect(
            codes.some((code) => text.includes(`"${code}"`)),
            `${id}: ${party}`,
          ).toBe(true);
      }
    }
  });

  it("draws press attention alone: no count, no interval", () => {
    const press = measured(series).filter(({id}) => id.startsWith("gdelt-attention/"));
    expect(press.length).toBeGreaterThan(100);
    expect(press.some(({figure}) => figure.value < 0)).toBe(true);
    for (const {figure} of press)
      expect(figure).toMatchObject({unit: "attention-and-tone", interval: null});
  });

  it("shows an aggregate only with the spread of its members", () => {
    const west = measured(series).filter(({id}) => id.split("/")[2] === "WEST");
    expect(west.length).toBeGreaterThan(100);
    const plain = west.filter(
      ({figure: {coverage}}) =>
        !/members|senders|agreements|one member|supplier-years/.test(coverage),
    );
    expect(plain.map(({id}) => id)).toEqual([]);
  });
});

describe("posture", () => {
  it("leaves a trail of the years with typed counts, and then says what is not known", () => {
    const trail = places.filter(({state, a, b}) => state === "IDN" && a === "RUS" && b === "USA");
    expect(trail.map(({period}) => period)).toEqual([
      ...Array.from({length: 13}, (_, at) => String(2002 + at)),
      "2015-2026",
    ]);
    const last = trail.at(-1);
    expect(isGap(last?.tilt) && last.tilt.why).toMatch(/end in 2014/);
    for (const place of trail.slice(0, -1))
      expect(place.note).toMatch(/^Volume is attention, not alignment/);
  });

  it("says of an aggregate that it is not one, and never sets it against its own members", () => {
    const west = places.filter(({a, b}) => a === "WEST" || b === "WEST");
    expect(new Set(west.map(({a, b}) => `${a}-${b}`))).toEqual(new Set(["RUS-WEST", "CHN-WEST"]));
    for (const {note, period} of west)
      if (period.length === 4) expect(note).toMatch(/is not one: log ratios of its \d+ members/);
  });

  it("negates tilt to the last bit when two powers are swapped", () => {
    const swapped = postures(
      book,
      {...founding, powers: [...founding.powers].reverse()},
      reference,
    );
    let compared = 0;
    for (const {state, a, b, period, tilt, reading} of places) {
      const other = swapped.find(
        (one) => one.state === state && one.a === b && one.b === a && one.period === period,
      );
      if (other === undefined || isGap(tilt) || isGap(other.tilt)) continue;
      expect(other.tilt.value).toBe(-tilt.value || 0);
      expect(other.tilt.interval?.low).toBe(-(tilt.interval?.high ?? Number.NaN) || 0);
      expect(other.reading).toBe(reading);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("does not call the Philippines of the Scarborough years a state that engages both sides", async () => {
    const text = "name: Philippines\nstates: [PHL]\npowers: [CHN, USA]\n";
    const watch = parseWatch(text, "test", reference);
    const found = postures(await house.bookOf(watch), watch, reference);
    for (const year of ["2012", "2013", "2014"])
      expect(found.find(({period}) => period === year)?.reading).toBe("contested");
  });

  it("keeps tilt within [−1, 1]", () => {
    for (const {tilt} of places) {
      if (isGap(tilt)) continue;
      expect(Math.abs(tilt.value)).toBeLessThanOrEqual(1);
      expect(tilt.interval?.low).toBeGreaterThanOrEqual(-1);
      expect(tilt.interval?.high).toBeLessThanOrEqual(1);
    }
  });
});

describe("what was not known", () => {
  it("turns each dataset that is taken away into series of one gap that name it", () => {
    const taken: readonly DatasetId[] = [
      "un-votes",
      "trade-sections",
      "arms-deliveries",
      "icews-pairs",
      "gdelt-pairs",
      "energy-russia",
    ];
    const poorer: FactBook = {
      ...book,
      datasets: new Set([...book.datasets].filter((dataset) => !taken.includes(dataset))),
      rollCalls: [],
      trade: book.trade.filter(({dataset}) => dataset !== "trade-sections"),
      armsDeliveries: [],
      eventCounts: [],
      worldEventsByYear: new Map(),
      attention: [],
      russianFuel: [],
    };
    const left = measure(poorer, founding, reference);
    const methods = new Set(left.map(({method}) => method.id));
    for (const {method} of series) expect(methods).toContain(method.id);
    for (const id of ["un-agreement", "arms-stock-share", "icews-cooperation", "russian-fuel"]) {
      const gone = left.filter(({method}) => method.id === id);
      expect(gone.length).toBeGreaterThan(0);
      for (const {points} of gone) {
        expect(points).toHaveLength(1);
        const figure = points[0]?.figure;
        expect(isGap(figure) && figure.why).toMatch(/did not hold/);
      }
    }
    const cited = measured(left).flatMap(({figure}) =>
      figure.evidence.flatMap((one) => (one.kind === "rows" ? [one.dataset] : [])),
    );
    expect(cited.filter((dataset) => taken.includes(dataset))).toEqual([]);
    for (const place of postures(poorer, founding, reference)) {
      expect(isGap(place.engagementA) && isGap(place.tilt)).toBe(true);
      expect(place.reading).toBe("unclear");
    }
  });

  it("knew in 2018 no figure of a dataset published later", async () => {
    const then = await house.bookOf(founding, day("2018-01-01"));
    const old = measure(then, founding, reference);
    const arms = old.filter(({method}) => method.id === "arms-stock-share");
    expect(arms.every(({points}) => points.every(({figure}) => isGap(figure)))).toBe(true);
    expect(measured(old).some(({id}) => id.startsWith("icews-cooperation/"))).toBe(true);
    // Who is a member is known on the day itself.
    for (const {id, figure} of measured(old))
      expect(figure.vintage < (id.startsWith("shared-bodies/") ? "2019" : "2018"), id).toBe(true);
  });

  it("answers for other states and powers likewise", async () => {
    const text = "name: Vietnam and Kazakhstan\nstates: [VNM, KAZ]\npowers: [RUS, CHN, EU]\n";
    const watch = parseWatch(text, "test", reference);
    const other = await house.bookOf(watch);
    const found = measured(measure(other, watch, reference));
    for (const state of ["VNM", "KAZ"])
      for (const method of ["un-agreement", "trade-import-share", "arms-stock-share", "tilt"]) {
        const ids =
          method === "tilt"
            ? postures(other, watch, reference).filter((one) => !isGap(one.tilt))
            : found.filter(({id}) => id.startsWith(`${method}/${state}/`));
        expect(ids.length, `${state} ${method}`).toBeGreaterThan(0);
      }
  });

  it("answers the same for the same book", () => {
    expect(JSON.stringify(measure(book, founding, reference))).toBe(JSON.stringify(series));
    expect(JSON.stringify(postures(book, founding, reference))).toBe(JSON.stringify(places));
  });
});
