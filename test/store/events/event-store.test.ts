import {mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {type EventValues, loadEventImporter} from "../../../src/sources/index.ts";
import {eventFolder} from "../../../src/store/events/event-folder.ts";
import {eventHealth} from "../../../src/store/events/event-health.ts";
import {namedFiles} from "../../../src/store/events/event-manifest.ts";
import {eventMentions} from "../../../src/store/events/event-mentions.ts";
import {eventPairMonths, eventWorldMonths} from "../../../src/store/events/event-months.ts";
import {eventTopMovers} from "../../../src/store/events/event-movers.ts";
import {eventRows} from "../../../src/store/events/event-rows.ts";
import {rebuildEvents} from "../../../src/store/events/rebuild-events.ts";
import {sweepEventFiles} from "../../../src/store/events/sweep-event-files.ts";
import {verifyEventFiles} from "../../../src/store/events/verify-event-files.ts";
import {day} from "../../../src/world/index.ts";
import {statementsOf} from "../statements-of.ts";
import {emptyLedger, eventOf, eventsFile, fileOf, jsonLines, takeIn} from "./event-ledger.ts";

const visit = eventOf({eventId: "1", source: "IDN", target: "RUS", articles: 3});
const page = {limit: 100, offset: 0};

describe("an import of events", () => {
  test("keeps new events, leaves alone what stands, and lets a correction take its place", async () => {
    const ledger = await emptyLedger();
    const first = await takeIn(
      ledger,
      jsonLines,
      "2024-06-01",
      eventsFile([visit, eventOf({eventId: "2"})]),
    );
    expect(first.receipt.events).toMatchObject({added: 2, superseded: 0, unchanged: 0});
    const second = await takeIn(
      ledger,
      jsonLines,
      "2024-07-01",
      eventsFile([{...visit, articles: 5}, eventOf({eventId: "2"}), eventOf({eventId: "3"})]),
    );
    expect(second.receipt.events).toMatchObject({added: 1, superseded: 1, unchanged: 1});
    const june = await eventRows(ledger, {asOf: day("2024-06-30"), ...page});
    const july = await eventRows(ledger, {asOf: day("2024-07-01"), ...page});
    const articlesOf = ({columns, rows}: typeof june) =>
      rows.map((row) => [row[columns.indexOf("event_id")], row[columns.indexOf("articles")]]);
    expect(articlesOf(june)).toEqual([
      ["1", 3],
      ["2", 1],
    ]);
    expect(articlesOf(july)).toEqual([
      ["1", 5],
      ["2", 1],
      ["3", 1],
    ]);
    await ledger.close();
  });

  test("lets the last of several rows with one number count, for all became known on one day", async () => {
    const ledger = await emptyLedger();
    const {receipt} = await takeIn(
      ledger,
      jsonLines,
      "2024-06-01",
      eventsFile([visit, visit, {...visit, articles: 9}]),
    );
    expect(receipt.events).toMatchObject({added: 1, collapsed: 2});
    const {columns, rows} = await eventRows(ledger, {asOf: day("2024-06-01"), ...page});
    expect(rows.map((row) => row[columns.indexOf("articles")])).toEqual([9]);
    await ledger.close();
  });

  test("takes the same file in once, and counts what it refused", async () => {
    const ledger = await emptyLedger();
    const file = fileOf(`${JSON.stringify(visit)}\nnonsense\n`);
    const first = await takeIn(ledger, jsonLines, "2024-06-01", file);
    expect(first.receipt).toMatchObject({rejected: 1, rejectsKept: 1});
    const again = await takeIn(ledger, jsonLines, "2024-06-02", file);
    expect(again).toEqual({receipt: first.receipt, again: true, rejects: []});
    expect(await ledger.rows("SELECT line, why, raw FROM reject")).toEqual([
      [2, "no JSON", "nonsense"],
    ]);
    await ledger.close();
  });

  test("is refused for a day before the newest, whose answers must stay as they were", async () => {
    const ledger = await emptyLedger();
    await takeIn(ledger, jsonLines, "2024-06-02", eventsFile([visit]));
    await expect(
      takeIn(ledger, jsonLines, "2024-06-01", eventsFile([{...visit, articles: 4}])),
    ).rejects.toThrow(/takes none for 2024-06-01/);
    await ledger.close();
  });

  test("keeps nothing at all of a file that breaks off", async () => {
    const ledger = await emptyLedger();
    const broken = {
      ...eventsFile([visit]),
      bytes: async function* () {
        yield Buffer.from(JSON.stringify(visit));
        throw new Error("the archive is broken");
      },
    };
    await expect(takeIn(ledger, jsonLines, "2024-06-01", broken)).rejects.toThrow(/broken/);
    expect(await namedFiles(ledger)).toEqual([]);
    expect(await verifyEventFiles(ledger)).toMatchObject({files: 0, unnamed: []});
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
    expect(await verifyEventFiles(ledger)).toMatchObject({files: 1, fault: null});
    await ledger.close();
  });

  test("writes the same bytes for the same rows", async () => {
    const events = Array.from({length: 500}, (_, at) =>
      eventOf({eventId: String(1000 - at), source: "IDN", target: at % 2 === 0 ? "RUS" : "CHN"}),
    );
    const written = await Promise.all(
      [1, 2].map(async () => {
        const ledger = await emptyLedger();
        await takeIn(ledger, jsonLines, "2024-06-01", eventsFile(events));
        await takeIn(
          ledger,
          jsonLines,
          "2024-06-02",
          eventsFile(events.map((event, at) => (at % 7 === 0 ? {...event, tone: at} : event))),
        );
        const files = await namedFiles(ledger);
        await ledger.close();
        return files;
      }),
    );
    expect(written[0]).toHaveLength(2);
    expect(written[0]).toEqual(written[1]);
  });
});

describe("the files of events", () => {
  test("lie in Hive's layout, and the manifest names them with hashes", async () => {
    const ledger = await emptyLedger();
    await takeIn(
      ledger,
      jsonLines,
      "2024-06-01",
      eventsFile([visit, {...visit, eventId: "2", day: day("2023-12-31")}]),
    );
    const manifest: unknown = JSON.parse(
      readFileSync(join(eventFolder(ledger.path), "manifest.json"), "utf8"),
    );
    expect(manifest).toMatchObject({
      files: [
        {file: "events/dataset=icews/year=2023/month=12/part-1-1.parquet", rows: 1},
        {file: "events/dataset=icews/year=2024/month=5/part-1-2.parquet", lastDay: "2024-05-17"},
      ],
    });
    await ledger.close();
  });

  test("that no transaction names are not there, and are taken away before the next import", async () => {
    const ledger = await emptyLedger();
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
    const left = "events/dataset=icews/year=2024/month=5/part-2-1.parquet";
    const place = join(eventFolder(ledger.path), left);
    mkdirSync(dirname(place), {recursive: true});
    writeFileSync(place, "half a file");
    expect((await eventRows(ledger, {asOf: day("2024-06-01"), ...page})).total).toBe(1);
    expect(await eventHealth(ledger)).toMatchObject({unnamed: 1, missing: 0});
    expect(await sweepEventFiles(ledger)).toEqual([left]);
    expect(await eventHealth(ledger)).toMatchObject({unnamed: 0, missing: 0});
    expect(await verifyEventFiles(ledger)).toMatchObject({files: 1, fault: null});
    await ledger.close();
  });

  test("of another ledger are neither taken away nor written among", async () => {
    const ledger = await emptyLedger();
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
    const files = await namedFiles(ledger);
    await ledger.run("DELETE FROM event_file");
    await ledger.run("DELETE FROM import");
    await expect(takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]))).rejects.toThrow(
      /holds events of another ledger/,
    );
    expect((await verifyEventFiles(ledger)).unnamed).toEqual(files.map(({file}) => file));
    await ledger.close();
  });

  test("that were altered are found, with the row where rows tell", async () => {
    const ledger = await emptyLedger();
    const events = ["1", "2", "3"].map((eventId) => ({...visit, eventId}));
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile(events));
    const [{file} = {file: ""}] = await namedFiles(ledger);
    const path = join(eventFolder(ledger.path), file);
    const whole = readFileSync(path);
    await ledger.run(
      `COPY (SELECT * REPLACE (CASE event_id WHEN '2' THEN 40 ELSE articles END AS articles)
        FROM read_parquet($path, hive_partitioning=false)) TO ($to) (FORMAT parquet)`,
      {path, to: `${path}.altered`},
    );
    writeFileSync(path, readFileSync(`${path}.altered`));
    expect((await verifyEventFiles(ledger)).fault).toBe(
      `the event file ${file} was altered in its row 2 (event 2)`,
    );
    writeFileSync(path, whole.subarray(0, whole.length - 3));
    expect((await verifyEventFiles(ledger)).fault).toBe(
      `the event file ${file} was altered and can no longer be read`,
    );
    writeFileSync(path, whole);
    expect((await verifyEventFiles(ledger)).fault).toBeNull();
    await ledger.close();
  });
});

describe("what the ledger keeps of the files", () => {
  test.each([
    ["UPDATE event_pair_month SET events = events + 1", /counts of icews IDN to RUS in 2024-05/],
    ["UPDATE event_world_month SET articles = 0", /counts of icews of the world in 2024-05/],
    ["DELETE FROM event_superseded", /superseded versions of icews event 1/],
    [
      "UPDATE event_file SET last_day = DATE '2020-01-01'",
      /what the ledger says of the event file/,
    ],
    ["DELETE FROM event_file WHERE import_entry = 2", /superseded versions of icews event 1/],
  ])("is found when altered by %s", async (alteration, told) => {
    const ledger = await emptyLedger();
    await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
    await takeIn(ledger, jsonLines, "2024-06-02", eventsFile([{...visit, articles: 5}]));
    expect((await verifyEventFiles(ledger)).fault).toBeNull();
    await ledger.run(alteration);
    expect((await verifyEventFiles(ledger)).fault).toMatch(told);
    await ledger.close();
  });
});

describe("counts by month", () => {
  const state = fc.constantFrom("IDN", "RUS", "CHN", null);
  const event: fc.Arbitrary<EventValues> = fc
    .record({
      eventId: fc.constantFrom("1", "2", "3", "4", "5", "6"),
      day: fc.constantFrom(day("2024-01-31"), day("2024-02-01"), day("2023-12-31")),
      source: state,
      target: state,
      quad: fc.constantFrom(1 as const, 4 as const, null),
      goldstein: fc.constantFrom(-2.5, 0, 7.4, null),
      articles: fc.constantFrom(1, 10, null),
    })
    .map(eventOf);
  const imports = fc.array(fc.array(event, {minLength: 1, maxLength: 8}), {
    minLength: 1,
    maxLength: 4,
  });

  test("are what a recount of the standing rows gives, on every day, for any sequence of imports", async () => {
    await fc.assert(
      fc.asyncProperty(imports, async (sequence) => {
        const ledger = await emptyLedger();
        const standing = new Map<string, EventValues>();
        for (const [at, events] of sequence.entries()) {
          const today = day(`2024-03-0${at + 1}`);
          await takeIn(ledger, jsonLines, today, eventsFile(events));
          for (const one of events) standing.set(one.eventId, one);
          const counted = await eventPairMonths(ledger, "IDN", "RUS", today);
          const world = await eventWorldMonths(ledger, today);
          expect(counted.map(tellMonth).sort()).toEqual(recount(standing, true));
          expect(world.map(tellMonth).sort()).toEqual(recount(standing, false));
          expect((await eventRows(ledger, {asOf: today, ...page})).total).toBe(standing.size);
        }
        const days = sequence.map((_, at) => day(`2024-03-0${at + 1}`));
        const all = () => Promise.all(days.map((asOf) => eventWorldMonths(ledger, asOf)));
        const pairs = () =>
          Promise.all(days.map((asOf) => eventPairMonths(ledger, "IDN", "RUS", asOf)));
        const before = [await all(), await pairs()];
        expect((await verifyEventFiles(ledger)).fault).toBeNull();
        for (const rowsAtOnce of [undefined, 1]) {
          await rebuildEvents(ledger, rowsAtOnce);
          expect((await verifyEventFiles(ledger)).fault).toBeNull();
          expect([await all(), await pairs()]).toEqual(before);
        }
        await ledger.close();
      }),
      {numRuns: 8},
    );
  });

  function tellMonth(one: {
    month: string;
    quad: number | null;
    source?: string;
    target?: string;
    events: number;
    goldsteinSum: number;
    articles: number;
  }): string {
    const {month, quad, source, target, events, goldsteinSum, articles} = one;
    return [month, quad, source, target, events, goldsteinSum.toFixed(3), articles].join(" ");
  }

  function recount(standing: ReadonlyMap<string, EventValues>, isPair: boolean): string[] {
    const counts = new Map<string, Parameters<typeof tellMonth>[0]>();
    for (const {day, source, target, quad, goldstein, articles} of standing.values()) {
      const pair = {source: source ?? "", target: target ?? ""};
      if (isPair && ![pair.source + pair.target].some((one) => ["IDNRUS", "RUSIDN"].includes(one)))
        continue;
      const month = day.slice(0, 7);
      const key = [month, quad, ...(isPair ? [pair.source, pair.target] : [])].join();
      const before = counts.get(key);
      counts.set(key, {
        month,
        quad,
        ...(isPair ? pair : {}),
        events: (before?.events ?? 0) + 1,
        goldsteinSum: (before?.goldsteinSum ?? 0) + (goldstein ?? 0),
        articles: (before?.articles ?? 0) + (articles ?? 0),
      });
    }
    return [...counts.values()].map(tellMonth).sort();
  }
});

describe("movers", () => {
  test("have the counts that a recount of the days gives, wherever the spans begin and end", async () => {
    const days = [
      "2023-05-31",
      "2023-06-01",
      "2023-06-14",
      "2023-12-31",
      "2024-01-01",
      "2024-05-31",
    ];
    const event = fc
      .record({
        eventId: fc.integer({min: 1, max: 40}).map(String),
        day: fc.constantFrom(...days, "2024-06-01", "2024-06-13", "2024-06-15").map(day),
        target: fc.constantFrom("RUS", "CHN", "IDN", null),
      })
      .map((one) => eventOf({source: "IDN", ...one}));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, {minLength: 1, maxLength: 30}), {minLength: 1, maxLength: 2}),
        fc.integer({min: 1, max: 60}),
        async (imports, length) => {
          const ledger = await emptyLedger();
          const standing = new Map<string, EventValues>();
          for (const events of imports) {
            await takeIn(ledger, jsonLines, "2024-06-15", eventsFile(events));
            for (const one of events) standing.set(one.eventId, one);
          }
          const asked = {asOf: day("2024-06-15"), days: length, limit: 99};
          const {movers, recent, before} = await eventTopMovers(ledger, asked);
          for (const {target, ...mover} of movers) {
            const of = [...standing.values()].filter((one) => one.target === target);
            const within = ({from, to}: typeof recent) =>
              of.filter((one) => from <= one.day && one.day <= to).length;
            expect([target, mover.recent, mover.before]).toEqual([
              target,
              within(recent),
              within(before),
            ]);
          }
          await ledger.close();
        },
      ),
      {numRuns: 12},
    );
  });

  test("are pairs whose last days stand out against their share of the year before", async () => {
    const ledger = await emptyLedger();
    let number = 0;
    const many = (count: number, target: string, on: string) =>
      Array.from({length: count}, () => {
        number += 1;
        return eventOf({eventId: String(number), source: "IDN", target, day: day(on)});
      });
    await takeIn(
      ledger,
      jsonLines,
      "2024-06-30",
      eventsFile([
        ...many(120, "CHN", "2024-02-10"),
        ...many(120, "RUS", "2024-02-10"),
        ...many(10, "CHN", "2024-06-20"),
        ...many(30, "RUS", "2024-06-20"),
      ]),
    );
    const {movers, recent} = await eventTopMovers(ledger, {
      asOf: day("2024-06-30"),
      days: 30,
      limit: 5,
    });
    expect(recent).toEqual({from: "2024-06-01", to: "2024-06-30"});
    expect(movers).toEqual([
      expect.objectContaining({target: "CHN", recent: 10, before: 120, expected: 20, ratio: 2 / 3}),
      expect.objectContaining({target: "RUS", recent: 30, before: 120, expected: 20, ratio: 4 / 3}),
    ]);
    await ledger.close();
  });
});

test("every statement that stands by itself is one that the real tables can answer", async () => {
  const ledger = await emptyLedger();
  await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
  const statements = Object.values(await statementsOf("src/store/events")).flat();
  expect(statements.length).toBeGreaterThan(12);
  // COPY needs the name of its file to be bound.
  for (const sql of statements)
    await ledger.bind(sql.replace("TO ($file)", "TO 'never-written.parquet'"));
  await ledger.close();
});

test("a question for a day that is none, or a page that is none, is refused", async () => {
  const ledger = await emptyLedger();
  await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
  const ask = (more: object) => eventRows(ledger, {asOf: day("2024-06-01"), ...page, ...more});
  await expect(ask({from: "2024-05-01' OR true --"})).rejects.toThrow(/is no day/);
  await expect(ask({limit: -1})).rejects.toThrow(/no page/);
  expect((await ask({from: "2024-05-18"})).total).toBe(0);
  expect((await ask({source: "IDN", target: "RUS", quad: 1, to: "2024-05-17"})).total).toBe(1);
  await ledger.close();
});

test("mentions are counted by event, each once however often it is imported", async () => {
  const ledger = await emptyLedger();
  const mention = (eventId: string, at: string, outlet: string) =>
    [eventId, at, at, "1", outlet, `https://${outlet}/a`, "1", "0", "0", "0", "1", "90", "9", "0"]
      .concat("", "")
      .join("\t");
  const first = [
    mention("7", "20240501100000", "a.example"),
    mention("8", "20240501100000", "b.example"),
  ];
  const more = [
    mention("7", "20240502100000", "a.example"),
    mention("7", "20240502100000", "c.example"),
  ];
  const importer = await loadEventImporter("gdelt-mentions");
  if (importer === null) throw new Error("no importer of mentions");
  await takeIn(ledger, importer, "2024-06-01", fileOf(first.join("\n")));
  const {receipt} = await takeIn(
    ledger,
    importer,
    "2024-06-02",
    fileOf([...first, ...more].join("\n")),
  );
  expect(receipt.events).toMatchObject({added: 2, unchanged: 2, superseded: 0});
  const counted = (asOf: string) => eventMentions(ledger, {asOf: day(asOf), eventIds: ["7", "9"]});
  expect(await counted("2024-06-01")).toMatchObject([{eventId: "7", mentions: 1, outlets: 1}]);
  expect(await counted("2024-06-02")).toMatchObject([
    {eventId: "7", mentions: 3, outlets: 2, firstDay: "2024-05-01", lastDay: "2024-05-02"},
  ]);
  await ledger.close();
});

test("the working folder of an import is gone when it has ended", async () => {
  const ledger = await emptyLedger();
  await takeIn(ledger, jsonLines, "2024-06-01", eventsFile([visit]));
  expect(readdirSync(eventFolder(ledger.path)).sort()).toEqual(["events", "manifest.json"]);
  await ledger.close();
});
