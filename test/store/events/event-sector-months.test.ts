import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Database} from "../../../src/store/database.ts";
import {
  eventSectorMonths,
  eventSpans,
  eventsChangedFrom,
} from "../../../src/store/events/event-sector-months.ts";
import {day, type EventSectors, type SectorMonth} from "../../../src/world/index.ts";
import {emptyLedger, eventOf, eventsFile, jsonLines, takeIn} from "./event-ledger.ts";

const sectors: EventSectors = [
  {scheme: "cameo", code: "06", sector: "energy"},
  {scheme: "cameo", code: "0611", sector: "trade"},
];
const may = 2024 * 12 + 4;

const trade = eventOf({
  eventId: "a",
  day: day("2024-05-03"),
  source: "IDN",
  target: "RUS",
  code: "0611",
  quad: 2,
});
const threat = {...trade, eventId: "b", day: day("2024-05-20"), quad: 4 as const};
const events = [
  trade,
  threat,
  eventOf({eventId: "c", day: day("2024-05-21"), source: "RUS", target: "IDN", quad: 1}),
  // Of the margins alone: France is no side that is asked for.
  {...trade, eventId: "d", day: day("2024-05-22"), source: "FRA"},
  eventOf({
    eventId: "e",
    day: day("2024-06-01"),
    source: "RUS",
    target: "IDN",
    code: "0623",
    quad: 2,
  }),
  // None of these is an event between two states of which it is known whether it was friendly.
  {...trade, eventId: "f", target: "IDN"},
  {...trade, eventId: "g", source: null},
  {...trade, eventId: "h", quad: null},
  // Of a year that is not asked for.
  {...trade, eventId: "i", day: day("2023-12-31")},
];

let ledger: Database;
beforeAll(async () => {
  ledger = await emptyLedger();
  await takeIn(ledger, jsonLines, "2024-07-01", eventsFile(events, "first.jsonl"));
});
afterAll(() => ledger?.close());

const months = (asOf: string, [fromYear, toYear] = [2024, 2024]) =>
  eventSectorMonths(ledger, {
    asOf: day(asOf),
    publisher: "icews",
    fromYear: fromYear as number,
    toYear: toYear as number,
    states: ["IDN"],
    partners: ["RUS"],
    sectors,
  });
const told = (rows: readonly SectorMonth[]) =>
  rows.map(
    ({month, sector, source, target, cooperation, conflict}) =>
      `${month} ${sector} ${source}>${target} ${cooperation}/${conflict}`,
  );

describe("events by sector and month", () => {
  it("are counted between the sides asked for, with margins of all states, by the longest code that names a sector", async () => {
    expect(told(await months("2024-07-01")).sort()).toEqual(
      [
        // What no code names is diplomacy.
        `${may} diplomacy > 1/0`,
        `${may} diplomacy >IDN 1/0`,
        `${may} diplomacy RUS> 1/0`,
        `${may} diplomacy RUS>IDN 1/0`,
        `${may} trade > 2/1`,
        `${may} trade >RUS 2/1`,
        `${may} trade FRA> 1/0`,
        `${may} trade IDN> 1/1`,
        `${may} trade IDN>RUS 1/1`,
        `${may + 1} energy > 1/0`,
        `${may + 1} energy >IDN 1/0`,
        `${may + 1} energy RUS> 1/0`,
        `${may + 1} energy RUS>IDN 1/0`,
      ].sort(),
    );
  });

  it("are of the years asked for, and none where there are none", async () => {
    expect(told(await months("2024-07-01", [2023, 2023]))).toContain(
      `${2023 * 12 + 11} trade IDN>RUS 1/0`,
    );
    expect(await months("2024-07-01", [1990, 1999])).toEqual([]);
    expect(await months("2024-06-30")).toEqual([]);
  });

  it("span from the first month to the last, and nothing before they were known", async () => {
    expect(await eventSpans(ledger, day("2024-07-01"))).toEqual([
      {
        publisher: "icews",
        firstMonth: 2023 * 12 + 11,
        lastMonth: may + 1,
        newestImport: expect.any(Number),
      },
    ]);
    expect(await eventSpans(ledger, day("2024-06-30"))).toEqual([]);
    const bare = await emptyLedger();
    expect(await eventSpans(bare, day("2024-07-01"))).toEqual([]);
    const since = {publisher: "icews", newestImport: 0} as const;
    expect(await eventsChangedFrom(bare, since, day("2024-07-01"))).toBeNull();
    await bare.close();
  });

  it("change from the first year that a later import has events of; from the beginning where one was corrected", async () => {
    const [before] = await eventSpans(ledger, day("2024-07-01"));
    if (before === undefined) throw new Error("no span");
    expect(await eventsChangedFrom(ledger, before, day("2024-12-31"))).toBeNull();

    const later = [day("2025-02-03"), day("2026-01-04")].map((on, at) => ({
      ...trade,
      eventId: `later ${at}`,
      day: on,
    }));
    await takeIn(ledger, jsonLines, "2026-02-01", eventsFile(later, "second.jsonl"));
    expect(await eventsChangedFrom(ledger, before, day("2026-01-31"))).toBeNull();
    expect(await eventsChangedFrom(ledger, before, day("2026-02-01"))).toBe(2025);
    const [after] = await eventSpans(ledger, day("2026-02-01"));
    expect(after?.lastMonth).toBe(2026 * 12);
    expect(after?.newestImport).toBeGreaterThan(before.newestImport);

    await takeIn(
      ledger,
      jsonLines,
      "2026-03-01",
      eventsFile([{...threat, quad: 1}], "third.jsonl"),
    );
    expect(await eventsChangedFrom(ledger, after ?? before, day("2026-02-28"))).toBeNull();
    expect(await eventsChangedFrom(ledger, after ?? before, day("2026-03-01"))).toBe(0);
    expect(told(await months("2026-03-01"))).toContain(`${may} trade IDN>RUS 2/0`);
    expect(told(await months("2026-02-28"))).toContain(`${may} trade IDN>RUS 1/1`);
  });
});
