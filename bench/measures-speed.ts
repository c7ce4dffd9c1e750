import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {readEventSectors, readReference, readWatch, today} from "../src/cli/house.ts";
import {measure, postures} from "../src/measures/index.ts";
import {type SectorsKnown, sectorsKnown} from "../src/pipeline/index.ts";
import {gdeltEvents} from "../src/sources/importers/gdelt-events.ts";
import {type Database, openDatabase} from "../src/store/database.ts";
import {
  eventSectorMonths,
  eventSpans,
  eventsChangedFrom,
} from "../src/store/events/event-sector-months.ts";
import {importStaged} from "../src/store/events/import-events.ts";
import {makeTables} from "../src/store/ledger-tables.ts";
import {sqlList} from "../src/store/sql-text.ts";
import {
  type Day,
  day,
  type EventSectors,
  membersOf,
  type Reference,
  type Sector,
  type Watch,
} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";
import {cpuMs} from "./median-ms.ts";
import {stageMade} from "./stage-made.ts";

/** The poles, as states. */
const powers = ["RUS", "USA", "CHN"] as const;
/** A made-up code of an event for each sector. */
const codeOf: Readonly<Partial<Record<Sector, string>>> = {
  energy: "061",
  defence: "062",
  trade: "063",
  agriculture: "064",
  technology: "071",
  diplomacy: "057",
};
const eventSectors: EventSectors = Object.entries(codeOf).map(([sector, code]) => ({
  scheme: "cameo",
  code,
  sector: sector as Sector,
}));
const firstYear = 2000;
const allMonths = 300;
const fewerMonths = 96;
/** About as many as make two events a pair, sector and month. */
const rowsAMonth = 14_000;
/** The day of the imports, and of the questions. */
const asOf: Day = day("2025-01-15");

/** How long something takes on a quiet machine, and the processor time of all threads, which what else runs hardly moves. */
interface Taken<Result> {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly result: Result;
}

async function taken<Result>(work: () => Promise<Result>): Promise<Taken<Result>> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const result = await work();
  return {
    seconds: (performance.now() - began) / 1000,
    processorSeconds: cpuMs(used) / 1000,
    result,
  };
}

/** Rows of some months, the same each time: half of them have a pole on one side, four in ten are conflict. */
function madeRows(
  states: readonly string[],
  {from, months}: {readonly from: number; readonly months: number},
) {
  return (first: number, count: number): string => {
    const draw = (salt: number, of: number) => `(hash(n * 31 + ${salt}) % ${of})`;
    const pick = (list: readonly string[], salt: number) =>
      `${sqlList(list)}[1 + CAST(${draw(salt, list.length)} AS INTEGER)]`;
    const base = (from + 1) * 1e8;
    return `SELECT CAST(n AS VARCHAR) AS event_id,
        CAST(make_date(CAST(${firstYear} + m // 12 AS BIGINT), CAST(1 + m % 12 AS BIGINT), CAST(1 + ${draw(1, 28)} AS BIGINT)) AS DATE) AS "day",
        CASE WHEN ${draw(2, 2)} = 0 THEN one ELSE other END AS source, CASE WHEN ${draw(2, 2)} = 0 THEN other ELSE one END AS target,
        'A' AS source_actor, 'B' AS target_actor, 'cameo' AS scheme, code, 'CONSULT' AS type,
        CAST(CASE WHEN ${draw(3, 10)} < 6 THEN 1 ELSE 3 END AS TINYINT) AS quad, 1.0 AS goldstein, CAST(1 AS INTEGER) AS mentions,
        CAST(1 AS INTEGER) AS articles, 1 AS sources_count, 0.0 AS tone, CAST(NULL AS INTEGER) AS fatalities,
        'Place' AS place, CAST(NULL AS DOUBLE) AS lat, CAST(NULL AS DOUBLE) AS lon, 'https://news.example/' || (n // 4) AS url,
        CAST(NULL AS DATE) AS date_added, CAST(1 AS INTEGER) AS file, CAST(n - ${base} AS INTEGER) AS line
      FROM (SELECT n, ${from} + CAST((n - ${base + 1}) % ${months} AS INTEGER) AS m, ${pick(states, 4)} AS one,
          CASE WHEN ${draw(5, 2)} = 0 THEN ${pick(powers, 6)} ELSE ${pick(states, 7)} END AS other,
          ${pick(Object.values(codeOf), 8)} AS code FROM range(${base + first}, ${base + first + count}) t(n))`;
  };
}

/** A ledger of made-up event files; months are taken in a year at a time, by the store's own path. */
async function madeLedger(folder: string, states: readonly string[], months: number) {
  const database = await openDatabase(join(folder, "ledger.duckdb"), false);
  await database.write(async (writer) => {
    for (const statement of makeTables) await writer.run(statement);
  });
  for (let from = 0; from < months; from += 12)
    await takeIn(database, states, from, Math.min(12, months - from));
  return database;
}

async function takeIn(
  database: Database,
  states: readonly string[],
  from: number,
  months: number,
): Promise<void> {
  const made = {name: String(from), sha256: String(from), bytes: async function* () {}};
  await importStaged(
    database,
    {
      importer: gdeltEvents,
      files: [made],
      recordedOn: asOf,
      codes: {states: [], types: new Map()},
      progress: () => {},
    },
    (staging) => stageMade(staging, rowsAMonth * months, madeRows(states, {from, months})),
  );
}

const ledgerOf = (database: Database) => ({
  eventSpans: (on: Day) => eventSpans(database, on),
  eventSectorMonths: (question: Parameters<typeof eventSectorMonths>[1]) =>
    eventSectorMonths(database, question),
  eventsChangedFrom: (since: Parameters<typeof eventsChangedFrom>[1], on: Day) =>
    eventsChangedFrom(database, since, on),
});

function watchOf(states: readonly string[]): Watch {
  return {
    name: "made",
    states,
    powers,
    optionalPowers: [],
    aggregates: [],
    sectors: Object.keys(codeOf) as Sector[],
  };
}

/** Whether two workings-out have the same figures to the last bit. */
function same(one: readonly SectorsKnown[], other: readonly SectorsKnown[]): boolean {
  return one.every(({tracked}, at) =>
    Object.entries(tracked).every(([dealing, {median, low, high, share}]) => {
      const theirs = other[at]?.tracked[dealing as keyof typeof tracked];
      const equal = (a: Float64Array, b: Float64Array | undefined) =>
        a.length === b?.length && a.every((value, i) => value === b[i]);
      return (
        equal(median, theirs?.median) &&
        equal(low, theirs?.low) &&
        equal(high, theirs?.high) &&
        equal(share, theirs?.share)
      );
    }),
  );
}

/**
 * One size: all months but the last two at once, then the next on top, which must give what working out all anew gives; then
 * the last, which ends a calendar year: on it habits are learnt anew and nothing that was worked out before stands.
 */
export async function ofSize(reference: Reference, states: readonly string[], months: number) {
  if (months % 12 !== 0) throw new Error(`${months} months are no whole years`);
  const folder = mkdtempSync(join(tmpdir(), "demarche-measures-"));
  const database = await madeLedger(folder, states, months - 2);
  try {
    const question = {
      ledger: ledgerOf(database),
      reference,
      watch: watchOf(states),
      asOf,
      eventSectors,
    };
    const before = await sectorsKnown(question);
    await takeIn(database, states, months - 2, 1);
    const newMonth = await taken(() => sectorsKnown(question, before));
    const full = await taken(() => sectorsKnown(question));
    const again = await taken(() => sectorsKnown(question, newMonth.result));
    const cells = full.result.reduce((sum, one) => sum + one.counts.engagement.seen.length, 0);
    const isSame = same(newMonth.result, full.result);
    await takeIn(database, states, months - 1, 1);
    const newYear = await taken(() => sectorsKnown(question, newMonth.result));
    return {full, newMonth, newYear, again, same: isSame, cells};
  } finally {
    await database.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** The founding watch: facts read, every series and place worked out, and the sector-months (of which it has no file). */
async function founding(reference: Reference): Promise<number> {
  return withCarriedLedger(reference, async (ledger) => {
    const watch = readWatch(undefined, reference);
    const on = today();
    const {seconds} = await taken(async () => {
      const book = await ledger.readFacts(watch, reference, on);
      measure(book, watch, reference);
      postures(book, watch, reference);
      return sectorsKnown({ledger, reference, watch, asOf: on, eventSectors: readEventSectors()});
    });
    return seconds;
  });
}

/**
 * How long measures take: the founding watch from the carried ledger, and on a made-up ledger of event files all members of
 * the United Nations towards three poles in six sectors over 300 months, a new month on top of what was worked out, the
 * month that ends a year, and how it grows with states and months. The floor of a new month is working out all anew.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  const foundingSeconds = await founding(reference);
  const states = membersOf(reference, "UN", day("2024-01-01"));
  const third = states.filter((_, at) => at % 3 === 0);
  const whole = await ofSize(reference, states, allMonths);
  // Before the others leave theirs behind: the peak is the largest ledger's.
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const fewStates = await ofSize(reference, third, allMonths);
  const fewMonths = await ofSize(reference, states, fewerMonths);
  return {
    bench: "measures-speed",
    figures: {
      foundingSeconds,
      fullSeconds: whole.full.seconds,
      fullProcessorSeconds: whole.full.processorSeconds,
      newMonthSeconds: whole.newMonth.seconds,
      newYearSeconds: whole.newYear.seconds,
      nothingNewSeconds: whole.again.seconds,
      newMonthSameFigures: whole.same && fewStates.same && fewMonths.same ? 1 : 0,
      peakMb,
      statesGrowth: states.length / third.length,
      fullSecondsGrowthWithStates: whole.full.processorSeconds / fewStates.full.processorSeconds,
      newMonthSecondsGrowthWithStates:
        whole.newMonth.processorSeconds / fewStates.newMonth.processorSeconds,
      monthsGrowth: allMonths / fewerMonths,
      fullSecondsGrowthWithMonths: whole.full.processorSeconds / fewMonths.full.processorSeconds,
      newMonthSecondsGrowthWithMonths:
        whole.newMonth.processorSeconds / fewMonths.newMonth.processorSeconds,
    },
    floors: {"newMonthSeconds all-anew": whole.full.seconds},
    peers: {},
    n: whole.cells,
  };
}
