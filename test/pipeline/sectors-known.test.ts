import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type SectorsKnown, sectorsKnown} from "../../src/pipeline/index.ts";
import type {EventValues} from "../../src/sources/index.ts";
import type {Database} from "../../src/store/database.ts";
import {
  eventSectorMonths,
  eventSpans,
  eventsChangedFrom,
  type SectorMonthsQuestion,
} from "../../src/store/events/event-sector-months.ts";
import {day, type Watch} from "../../src/world/index.ts";
import {reference} from "../measures/real-book.ts";
import {emptyLedger, eventOf, eventsFile, jsonLines, takeIn} from "../store/events/event-ledger.ts";

const watch: Watch = {
  name: "small",
  states: ["IDN"],
  powers: ["RUS"],
  optionalPowers: [],
  aggregates: [],
  sectors: ["diplomacy"],
};

/** [source, target, friendly events, others] of a month; in all 50 events, of which Indonesia and Russia have six. */
const dealings = [
  ["IDN", "RUS", 4, 0],
  ["IDN", "FRA", 6, 2],
  ["FRA", "RUS", 3, 1],
  ["RUS", "IDN", 2, 0],
  ["RUS", "FRA", 4, 0],
  ["FRA", "IDN", 8, 0],
  ["JPN", "AUS", 20, 0],
] as const;

function monthOf(month: string): EventValues[] {
  return dealings.flatMap(([source, target, friendly, others]) =>
    Array.from({length: friendly + others}, (_, at) =>
      eventOf({
        eventId: `${month} ${source} ${target} ${at}`,
        day: day(`${month}-03`),
        source,
        target,
        quad: at < friendly ? 1 : 3,
      }),
    ),
  );
}

let ledger: Database;
let asked: SectorMonthsQuestion[] = [];
const ask = (asOf: string, before: readonly SectorsKnown[] = []) => {
  asked = [];
  return sectorsKnown(
    {
      ledger: {
        eventSpans: (on) => eventSpans(ledger, on),
        eventsChangedFrom: (since, on) => eventsChangedFrom(ledger, since, on),
        eventSectorMonths: (question) => {
          asked.push(question);
          return eventSectorMonths(ledger, question);
        },
      },
      reference,
      watch,
      asOf: day(asOf),
      eventSectors: [],
    },
    before,
  );
};
const years = () => asked.map(({fromYear}) => fromYear);

beforeAll(async () => {
  ledger = await emptyLedger();
  const months = ["2022-11", "2023-03", "2023-04"].flatMap(monthOf);
  await takeIn(ledger, jsonLines, "2023-06-01", eventsFile(months, "first.jsonl"));
});
afterAll(() => ledger?.close());

describe("sector-months of imported event files", () => {
  it("are held against what both do with all others, worked out by hand", async () => {
    const [known] = await ask("2023-06-01");
    if (known === undefined) throw new Error("nothing known");
    expect(known.span).toMatchObject({firstMonth: 2022 * 12 + 10, lastMonth: 2023 * 12 + 3});
    const {engagement, cooperation, conflict} = known.counts;
    const march = 4;
    // There: (12 − 4)(8 − 4) / (50 − 8 − 4 − 4) = 32/34, a quarter of it conflict. Back: (6 − 2)(10 − 2) / 36.
    const [there, back] = [32 / 34, 32 / 36];
    expect(engagement.seen[march]).toBe(6);
    expect(engagement.expected[march]).toBeCloseTo(there + back, 12);
    expect(cooperation.seen[march]).toBe(6);
    expect(cooperation.expected[march]).toBeCloseTo(0.75 * there + back, 12);
    expect(conflict.seen[march]).toBe(0);
    expect(conflict.expected[march]).toBeCloseTo(0.25 * there, 12);
    // Nothing is coded in a month between: it is not followed, which is no zero.
    expect(engagement.expected[1]).toBe(0);
    for (const band of [known.tracked.cooperation.median, known.tracked.cooperation.high])
      expect(band[march]).toBeGreaterThan(0);
  });

  it("are none before any file was known", async () => {
    expect(await ask("2023-05-31")).toEqual([]);
  });

  it("read only the years that a later import touches, and give the same as all anew to the last bit", async () => {
    const before = await ask("2023-06-01");
    expect(years()).toEqual([2022, 2023]);
    expect(await ask("2023-12-31", before)).toEqual(before);
    expect(years()).toEqual([]);

    await takeIn(ledger, jsonLines, "2024-01-10", eventsFile(monthOf("2023-05"), "second.jsonl"));
    const added = await ask("2024-01-10", before);
    expect(years()).toEqual([2023]);
    const anew = await ask("2024-01-10");
    expect(added[0]?.counts).toEqual(anew[0]?.counts);
    expect(added[0]?.tracked.cooperation.median).toEqual(anew[0]?.tracked.cooperation.median);

    const [first] = monthOf("2022-11");
    if (first === undefined) throw new Error("no event");
    await takeIn(ledger, jsonLines, "2024-02-10", eventsFile([{...first, quad: 4}], "third.jsonl"));
    const corrected = await ask("2024-02-10", added);
    expect(years()).toEqual([2022, 2023]);
    expect(corrected[0]?.counts.conflict.seen[0]).toBe(1);
  });
});
