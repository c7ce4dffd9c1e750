import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {EventCodes, EventImporter, EventValues, ImportFile} from "../../sources/index.ts";
import {sqlFile, sqlText} from "../sql-text.ts";
import {type EventColumn, eventTables} from "./event-columns.ts";
import {eventFileFormat, fileRowsSql, keepReject, nextPart, type Staging} from "./staging.ts";

/** Rows that are handed to the database at once. */
const rowsAtOnce = 50_000;

const fieldOf: Readonly<Record<Exclude<EventColumn, "month_number">, keyof EventValues>> = {
  event_id: "eventId",
  day: "day",
  source: "source",
  target: "target",
  source_actor: "sourceActor",
  target_actor: "targetActor",
  scheme: "scheme",
  code: "code",
  type: "type",
  quad: "quad",
  goldstein: "goldstein",
  mentions: "mentions",
  articles: "articles",
  sources_count: "sourcesCount",
  tone: "tone",
  fatalities: "fatalities",
  place: "place",
  lat: "lat",
  lon: "lon",
  url: "url",
  date_added: "dateAdded",
};

/** Stages a file that an importer reads row by row. @throws InputError when the file is none of the publisher's. */
export async function stageRead(
  staging: Staging,
  importer: EventImporter,
  file: ImportFile,
  fileNumber: number,
  codes: EventCodes,
): Promise<void> {
  let lines: string[] = [];
  for await (const batch of importer.readEvents(file, codes)) {
    for (const one of batch) {
      if (one.kind === "reject") keepReject(staging, fileNumber, one);
      else lines.push(lineOf(one.values, fileNumber, one.line));
    }
    if (lines.length < rowsAtOnce) continue;
    await stageLines(staging, lines);
    lines = [];
  }
  if (lines.length > 0) await stageLines(staging, lines);
}

function lineOf(values: EventValues, file: number, line: number): string {
  const cells = Object.values(fieldOf).map((field) => {
    const value = values[field];
    return typeof value === "string" ? value.replaceAll(/[\t\n\r\0]+/g, " ") : (value ?? "");
  });
  return `${cells.join("\t")}\t${file}\t${line}\n`;
}

async function stageLines(staging: Staging, lines: readonly string[]): Promise<void> {
  const text = join(staging.folder, "piece.tsv");
  await writeFile(text, lines.join(""));
  const types = [...Object.keys(fieldOf), "file", "line"].map((name) => {
    const type = name in fieldOf ? eventTables.events.columns[name as EventColumn] : "INTEGER";
    return `'${name}': '${type}'`;
  });
  const part = nextPart(staging);
  const rows = `SELECT * FROM read_csv(${sqlFile(text)}, delim='\t', quote='', escape='', header=false, auto_detect=false,
    nullstr='', columns={${types.join(", ")}})`;
  await staging.scratch.run(
    `COPY (${fileRowsSql(staging, rows)}) TO ${sqlText(part)} (${eventFileFormat})`,
  );
  staging.parts.push({path: part, monthNumber: null, rows: lines.length});
  staging.accepted += lines.length;
  await rm(text);
}
