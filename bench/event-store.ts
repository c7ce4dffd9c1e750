import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {z} from "zod";
import {readReference} from "../src/cli/house.ts";
import {gdeltEvents} from "../src/sources/importers/gdelt-events.ts";
import {type Database, openDatabase} from "../src/store/database.ts";
import {eventPairMonths, eventWorldMonths} from "../src/store/events/event-months.ts";
import {eventTopMovers} from "../src/store/events/event-movers.ts";
import {importStaged} from "../src/store/events/import-events.ts";
import {rebuildEvents} from "../src/store/events/rebuild-events.ts";
import {standingRows} from "../src/store/events/standing-rows.ts";
import {makeTables} from "../src/store/ledger-tables.ts";
import {sqlList} from "../src/store/sql-text.ts";
import {type Day, day, type StateCode} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {stageMade} from "./stage-made.ts";

/** Ten years of events, a year an import. */
const years = Array.from({length: 10}, (_, at) => 2015 + at);
/** The day of the imports, and of the questions: the day after the newest event. */
const today: Day = day("2025-01-01");
const pair: readonly [StateCode, StateCode] = ["IDN" as StateCode, "RUS" as StateCode];
/** Asked so often; the middle one counts, so that a cold first does not. */
const times = 5;

/**
 * Made-up rows of a year, the same each time: states drawn so that a tenth of them has most of the events, as in GDELT; one
 * row in five without a second state; four events to an article's address.
 */
function madeRows(states: readonly string[], year: number, first: number, count: number): string {
  const draw = (salt: number) => `(hash(n * 31 + ${salt}) % 1000000 / 1000000.0)`;
  const state = (salt: number) =>
    `${sqlList(states)}[1 + CAST(floor(${states.length} * power(${draw(salt)}, 3)) AS INTEGER)]`;
  const quad = `CAST(1 + (hash(n * 31 + 5) % 10) // 3 AS TINYINT)`;
  return `SELECT CAST(n AS VARCHAR) AS event_id, DATE '${year}-01-01' + CAST(hash(n * 31 + 1) % 365 AS INTEGER) AS "day",
      ${state(2)} AS source, CASE WHEN ${draw(3)} < 0.8 THEN ${state(4)} END AS target,
      'ACTOR ' || hash(n * 31 + 6) % 5000 AS source_actor, 'ACTOR ' || hash(n * 31 + 7) % 5000 AS target_actor,
      'cameo' AS scheme, ['036', '042', '112', '190'][least(quad, 4)] AS code,
      ['AGREE', 'CONSULT', 'ACCUSE', 'ASSAULT'][least(quad, 4)] AS type, least(quad, 4) AS quad,
      round(CAST(hash(n * 31 + 8) % 200 AS DOUBLE) / 10 - 10, 1) AS goldstein,
      CAST(1 + hash(n * 31 + 9) % 10 AS INTEGER) AS mentions, CAST(1 + hash(n * 31 + 10) % 10 AS INTEGER) AS articles,
      1 AS sources_count, CAST(hash(n * 31 + 11) % 100000 AS DOUBLE) / 10000 - 5 AS tone, CAST(NULL AS INTEGER) AS fatalities,
      'Place ' || hash(n * 31 + 12) % 20000 AS place, CAST(hash(n * 31 + 13) % 180000 AS DOUBLE) / 1000 - 90 AS lat,
      CAST(hash(n * 31 + 14) % 360000 AS DOUBLE) / 1000 - 180 AS lon, 'https://news.example/' || (n // 4) AS url,
      CAST(NULL AS DATE) AS date_added, CAST(1 AS INTEGER) AS file, CAST(n - ${year * 1e8} AS INTEGER) AS line
    FROM (SELECT n, ${quad} AS quad FROM range(${year * 1e8 + first}, ${year * 1e8 + first + count}) t(n))`;
}

const elapsedMs = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) all.push(await elapsedMs(work));
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** One pair by month from the rows themselves, without the counts that the store keeps. */
async function pairFromRows(database: Database): Promise<unknown> {
  const rows = await standingRows(database, {table: "events", asOf: today});
  return database.rows(
    `SELECT month_number, count(*)::DOUBLE, sum(goldstein) FROM ${rows}
      WHERE source = $a AND target = $b GROUP BY month_number ORDER BY month_number`,
    {a: pair[0], b: pair[1]},
  );
}

/** The physical floor: one column of all the files, read and added up. */
async function scanColumn(database: Database): Promise<unknown> {
  const rows = await standingRows(database, {table: "events", asOf: today});
  return database.rows(`SELECT CAST(sum(articles) AS DOUBLE) FROM ${rows}`);
}

/** Takes so many made-up rows in, as of a day that the ledger may still take, by the store's own path, a year at a time; and how long that and the making took. */
export async function takeIn(
  database: Database,
  count: number,
  recordedOn: Day = today,
): Promise<{importMs: number; stagingMs: number}> {
  const states = readReference().states.map(({code}) => code);
  let stagingMs = 0;
  const importMs = await elapsedMs(async () => {
    for (const year of years) {
      const made = {name: String(year), sha256: String(year), bytes: async function* () {}};
      await importStaged(
        database,
        {
          importer: gdeltEvents,
          files: [made],
          recordedOn,
          codes: {states: [], types: new Map()},
          progress: () => {},
        },
        async (staging) => {
          stagingMs += await elapsedMs(() =>
            stageMade(staging, count / years.length, (first, rows) =>
              madeRows(states, year, first, rows),
            ),
          );
        },
      );
    }
  });
  return {importMs, stagingMs};
}

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), "demarche-events-"));
  const database = await openDatabase(join(folder, "ledger.duckdb"), false);
  try {
    await database.write(async (writer) => {
      for (const statement of makeTables) await writer.run(statement);
    });
    const {importMs, stagingMs} = await takeIn(database, count);
    const rollupMs = await elapsedMs(() => rebuildEvents(database));
    return {
      keptRowsPerSecond: (count / (importMs - stagingMs)) * 1000,
      rollupSeconds: rollupMs / 1000,
      pairFromRowsMs: await medianMs(() => pairFromRows(database)),
      pairMs: await medianMs(() => eventPairMonths(database, ...pair, today)),
      worldMs: await medianMs(() => eventWorldMonths(database, today)),
      moversMs: await medianMs(() => eventTopMovers(database, {asOf: today, days: 30, limit: 20})),
      scanMs: await medianMs(() => scanColumn(database)),
    };
  } finally {
    await database.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * The event store at its size (`data` is a JSON file with two counts of rows): rows made in the database, taken in a year at a time by the store's own path, then asked.
 * Each answer stands beside a plain scan of one column, which no answer from the rows can be much quicker than.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const {rows} = z
    .strictObject({rows: z.tuple([z.int(), z.int()])})
    .parse(JSON.parse(readFileSync(data, "utf8")));
  const [small, large] = [await measure(rows[0]), await measure(rows[1])];
  const figures = {
    pairFromRowsSeconds: large.pairFromRowsMs / 1000,
    rollupSeconds: large.rollupSeconds,
    pairSeconds: large.pairMs / 1000,
    worldSeconds: large.worldMs / 1000,
    moversSeconds: large.moversMs / 1000,
    keptRowsPerSecond: large.keptRowsPerSecond,
    pairFromRowsToScan: large.pairFromRowsMs / large.scanMs,
    moversToScan: large.moversMs / large.scanMs,
    /** How many times longer it takes with so many times the rows (see `rowsGrowth`). */
    rowsGrowth: rows[1] / rows[0],
    pairFromRowsGrowth: large.pairFromRowsMs / small.pairFromRowsMs,
    rollupGrowth: large.rollupSeconds / small.rollupSeconds,
    pairGrowth: large.pairMs / small.pairMs,
    worldGrowth: large.worldMs / small.worldMs,
    moversGrowth: large.moversMs / small.moversMs,
  };
  return {
    bench: "event-store",
    figures,
    floors: {
      "pairFromRowsSeconds scan-of-one-column": large.scanMs / 1000,
      "moversSeconds scan-of-one-column": large.scanMs / 1000,
    },
    peers: {},
    n: rows[1],
  };
}
