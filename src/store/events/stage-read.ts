import {rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import type {EventCodes, EventImporter, EventValues, ImportFile} from "../../sources/index.ts";
import {sqlText} from "../sql-text.ts";
import {type EventColumn, eventTables} from "./event-columns.ts";
import {keepReject, nextPart, partFormat, type Staging, stagedSql} from "./staging.ts";

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
      else lines.push(lineOf(one.values, fileNumber, one.line - lines.length));
    }
    if (lines.length < rowsAtOnce) continue;
    await stageLines(staging, lines);
    lines = [];
  }
  if (lines.length > 0) await stageLines(staging, lines);
}

/** `linesLost` is the line of the row less its place in the part (see `placeColumns`). */
function lineOf(values: EventValues, file: number, linesLost: number): string {
  const cells = Object.values(fieldOf).map((field) => {
    const value = values[field];
    return typeof value === "string" ? value.replaceAll(/[\t\n\r\0]+/g, " ") : (value ?? "");
  });
  return `${cells.join("\t")}\t${file}\t0\t${linesLost}\n`;
}

async function stageLines(staging: Staging, lines: readonly string[]): Promise<void> {
  const text = join(staging.folder, "piece.tsv");
  await writeFile(text, lines.join(""));
  const types = [...Object.keys(fieldOf), "file", "first_line", "lines_lost"].map((name) => {
    const type = name in fieldOf ? eventTables.events.columns[name as EventColumn] : "INTEGER";
    return `'${name}': '${type}'`;
  });
  await staging.scratch.run(
    `COPY (${stagedSql(
      staging.table,
      `SELECT *, CAST(NULL AS VARCHAR) AS why_column, CAST(NULL AS VARCHAR) AS why, CAST(NULL AS VARCHAR) AS raw
        FROM read_csv(${sqlText(text)}, delim='\t', quote='', escape='', header=false, auto_detect=false, nullstr='',
          columns={${types.join(", ")}})`,
    )}) TO ${sqlText(nextPart(staging))} ${partFormat}`,
  );
  staging.accepted += lines.length;
  await rm(text);
}
