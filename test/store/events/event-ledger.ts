import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  type AnyEventImporter,
  type EventValues,
  type ImportedEvent,
  loadCameoCodes,
  loadStateCodeSpans,
  type RejectedRow,
} from "../../../src/sources/index.ts";
import {type Database, openDatabase} from "../../../src/store/database.ts";
import {
  type EventFile,
  type EventsTaken,
  importEvents,
} from "../../../src/store/events/import-events.ts";
import {makeTables} from "../../../src/store/ledger-tables.ts";
import {day} from "../../../src/world/index.ts";

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
export const codes = {states: loadStateCodeSpans(disk, "."), types: loadCameoCodes(disk, ".")};

/** A ledger without datasets, in a folder of its own. */
export async function emptyLedger(): Promise<Database> {
  const path = join(mkdtempSync(join(tmpdir(), "demarche-events-")), "ledger.duckdb");
  const database = await openDatabase(path, false);
  await database.write(async (writer) => {
    for (const statement of makeTables) await writer.run(statement);
  });
  return database;
}

/** A file of these bytes. */
export function fileOf(bytes: Uint8Array | string, name = "events.txt"): EventFile {
  const whole = Buffer.from(bytes);
  return {
    name,
    sha256: createHash("sha256").update(whole).digest("hex"),
    bytes: async function* () {
      yield whole;
    },
  };
}

export function takeIn(
  database: Database,
  importer: AnyEventImporter,
  recordedOn: string,
  ...files: readonly EventFile[]
): Promise<EventsTaken> {
  return importEvents(database, {
    importer,
    files,
    recordedOn: day(recordedOn),
    codes,
    progress: () => {},
  });
}

/** An event about which only what matters to a test is said. */
export function eventOf(said: Partial<EventValues> & {readonly eventId: string}): EventValues {
  return {
    day: day("2024-05-17"),
    source: null,
    target: null,
    sourceActor: null,
    targetActor: null,
    scheme: "cameo",
    code: "036",
    type: "AGREE",
    quad: 1,
    goldstein: 4,
    mentions: null,
    articles: 1,
    sourcesCount: null,
    tone: null,
    fatalities: null,
    place: null,
    lat: null,
    lon: null,
    url: null,
    dateAdded: null,
    ...said,
  };
}

/** An importer that reads events from JSON lines; a line that is none is a reject. */
export const jsonLines: AnyEventImporter = {
  id: "json-lines",
  version: 1,
  title: "events of a test",
  reads: "JSON lines",
  citation: "none",
  licence: "none",
  commercialUse: true,
  datasets: [],
  whole: false,
  scope: {},
  publisher: "icews",
  eventTable: "events",
  readEvents: async function* (file) {
    const parts: Uint8Array[] = [];
    for await (const part of file.bytes()) parts.push(part);
    const lines = Buffer.concat(parts).toString("utf8").split("\n");
    yield lines.flatMap((raw, at): (ImportedEvent | RejectedRow)[] => {
      const line = at + 1;
      if (raw === "") return [];
      if (!raw.startsWith("{")) return [{kind: "reject", line, column: null, why: "no JSON", raw}];
      return [{kind: "event", line, values: JSON.parse(raw) as EventValues}];
    });
  },
};

/** A file of these events for `jsonLines`. */
export function eventsFile(events: readonly EventValues[], name = "events.jsonl"): EventFile {
  return fileOf(events.map((event) => JSON.stringify(event)).join("\n"), name);
}
