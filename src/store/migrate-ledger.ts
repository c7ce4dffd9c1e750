import {
  type Article,
  type Capture,
  type CodedEvent,
  type DatasetId,
  type Day,
  datasetIds,
  type Judgement,
  type Recoded,
} from "../world/index.ts";
import {type EntryAppender, entryAppender} from "./append-entries.ts";
import {appendReading, type Reading} from "./articles.ts";
import {attachOld, detachOld, oldLedger} from "./attach-old.ts";
import {buildBeside} from "./build-beside.ts";
import {keepCapture} from "./captures.ts";
import type {Scalar, Writer} from "./database.ts";
import {appendJudgement} from "./judgements.ts";
import {makeImportedTables, makeTables, schemaVersion} from "./ledger-tables.ts";
import {sealGenesis} from "./seal-genesis.ts";

/** The first layout that was released: four tables of entries, no chain, no imports. */
export const firstVersion = "1";

/**
 * Brings a ledger of the first layout forward to ours. The new one is built beside it and takes its place by one rename.
 * Carried rows and what was kept of each day stay as they were known; from then on all is chained. The ledger must not
 * be open, and its log must have been brought into its file.
 */
export async function migrateLedger(path: string): Promise<void> {
  await buildBeside(path, async (database) => {
    await attachOld(database, path);
    await database.write(async (writer) => {
      for (const statement of makeTables) await writer.run(statement);
      const datasets = await oldDatasets(writer);
      for (const id of datasets)
        await writer.run(
          `CREATE TABLE "${id}" AS SELECT * FROM ${oldLedger}."${id}" ORDER BY "row"`,
        );
      await makeImportedTables(writer);
      const meta = await writer.rows(`SELECT name, value FROM ${oldLedger}.ledger_meta`);
      await sealGenesis(writer, datasets, {
        ...Object.fromEntries(meta.map(([name, value]) => [String(name), String(value)])),
        schema_version: String(schemaVersion),
      });
      await bringEntries(writer);
    });
    await detachOld(database);
  });
}

async function oldDatasets(writer: Writer): Promise<readonly DatasetId[]> {
  const rows = await writer.rows(
    `SELECT table_name FROM duckdb_tables() WHERE database_name = '${oldLedger}'`,
  );
  const names = new Set(rows.map(([name]) => name));
  return datasetIds.filter((id) => names.has(id));
}

/** Something that was kept at once, with its place among all that was kept. */
interface Kept {
  readonly day: Day;
  readonly entry: number;
  readonly bring: () => Promise<void>;
}

async function bringEntries(writer: Writer): Promise<void> {
  const appender = await entryAppender(writer);
  const kept = [
    ...(await oldCaptures(writer, appender)),
    ...(await oldReadings(writer, appender)),
    ...(await oldJudgements(writer, appender)),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry - b.entry));
  for (const {bring} of kept) await bring();
  await appender.seal();
}

/** Ledgers of the first layout were filled by the first reader. */
const firstReading: Reading = {reader: {id: "reader", version: 1}, licence: null};

const entriesOf = (writer: Writer, table: string, more: string) =>
  writer.rows(`SELECT entry, CAST(recorded_on AS VARCHAR), content${more} FROM ${oldLedger}.${table}
    ORDER BY recorded_on, entry`);

const placeOf = ([entry, day]: readonly Scalar[]) => ({
  entry: Number(entry),
  day: String(day) as Day,
});

async function oldCaptures(writer: Writer, appender: EntryAppender): Promise<readonly Kept[]> {
  const rows = await entriesOf(writer, "capture", "");
  return rows.map((row) => ({
    ...placeOf(row),
    bring: async () => {
      const [[hex = ""] = []] = await writer.rows(
        `SELECT hex(bytes) FROM ${oldLedger}.capture WHERE entry = $entry`,
        {entry: row[0] ?? null},
      );
      const about = JSON.parse(String(row[2])) as Omit<Capture, "bytes">;
      await keepCapture(writer, appender, {...about, bytes: Buffer.from(String(hex), "hex")}, null);
    },
  }));
}

/**
 * In the first layout an article stood once, and each coder's events beside it. Here each coder's work is a version, so
 * that as of each day the same events are read as before.
 */
async function oldReadings(writer: Writer, appender: EntryAppender): Promise<readonly Kept[]> {
  const events = await entriesOf(writer, "coded_event", ", article_id, coder");
  const articles = await entriesOf(writer, "article", "");
  return articles.flatMap((row) => {
    const article = JSON.parse(String(row[2])) as Article;
    const first = placeOf(row);
    const readings: {place: typeof first; coder: string | null; events: CodedEvent[]}[] = [
      {place: first, coder: null, events: []},
    ];
    for (const event of events) {
      const [, , content, articleId, coder] = event;
      if (articleId !== article.id) continue;
      const place = placeOf(event);
      let reading = readings.at(-1);
      if (reading?.coder === null && place.day === first.day) reading.coder = String(coder);
      if (reading?.coder !== coder) {
        reading = {place, coder: String(coder), events: []};
        readings.push(reading);
      }
      reading?.events.push(JSON.parse(String(content)) as CodedEvent);
    }
    return readings.map(({place, events: coded}) => ({
      ...place,
      bring: () => appendReading(appender, article, coded, firstReading, place.day),
    }));
  });
}

/** A judgement of the first layout: what was to become of moves had other names. */
interface OldJudgement {
  readonly id: string;
  readonly kind: "accept" | "reject" | "merge" | "split" | "recode";
  readonly about: readonly string[];
  readonly author: string;
  readonly recordedOn: Day;
  readonly reason: string;
  readonly change: Readonly<Record<string, string | readonly string[]>> | null;
}

async function oldJudgements(writer: Writer, appender: EntryAppender): Promise<readonly Kept[]> {
  const rows = await entriesOf(writer, "judgement", "");
  return rows.map((row) => ({
    ...placeOf(row),
    bring: async () => {
      for (const judgement of judgementsOf(JSON.parse(String(row[2])) as OldJudgement))
        await appendJudgement(appender, judgement);
    },
  }));
}

/** The same decision in today's words; a recode of several fields is one decision for each. */
function judgementsOf({kind, change, ...old}: OldJudgement): readonly Judgement[] {
  const said = {...old, follows: null};
  if (kind !== "recode")
    return [{...said, kind: kind === "merge" ? "same-move" : kind === "split" ? "not-same" : kind}];
  return Object.entries(change ?? {}).map(([field, value], at) => ({
    ...said,
    id: at === 0 ? old.id : `${old.id}-${at + 1}`,
    kind,
    change: {field, value} as Recoded,
  }));
}
