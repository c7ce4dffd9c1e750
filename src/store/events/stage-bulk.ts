import {rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {
  type BulkImporter,
  type BulkLayout,
  type ImportFile,
  InputError,
} from "../../sources/index.ts";
import type {Session} from "../database.ts";
import {sqlText} from "../sql-text.ts";
import type {EventCodeTables} from "./bulk-sql.ts";
import {cutPieces, type Piece, type UnfitLine} from "./cut-pieces.ts";
import {
  gdeltEventColumns,
  gdeltEventsSql,
  gdeltMentionColumns,
  gdeltMentionsSql,
} from "./gdelt-sql.ts";
import {keepReject, nextPart, partFormat, partsSql, type Staging, stagedSql} from "./staging.ts";

/** Lines at the beginning of a file that are looked at to learn its layout. */
const linesToLookAt = 50;

/** How a file is to be read: the place of each column that is wanted. */
interface FoundLayout {
  readonly width: number;
  readonly places: ReadonlyMap<string, number>;
  readonly delimiter: "\t" | ",";
  readonly hasHeader: boolean;
}

/**
 * Stages a file of a publisher who writes millions of rows: it is cut into pieces of whole lines, and DuckDB reads each,
 * while the next one is unfolded. Every line of the file becomes a staged row or a reject.
 * @throws InputError when the file has none of the importer's layouts.
 */
export async function stageBulk(
  staging: Staging,
  importer: BulkImporter,
  file: ImportFile,
  fileNumber: number,
  codes: EventCodeTables,
): Promise<void> {
  const wanted = importer.eventTable === "events" ? gdeltEventColumns : gdeltMentionColumns;
  const select = (from: string) =>
    stagedSql(
      staging.table,
      importer.eventTable === "events" ? gdeltEventsSql(from, codes) : gdeltMentionsSql(from),
    );
  await staging.scratch.session(async (session) => {
    let layout: FoundLayout | null = null;
    let atWork: Promise<void> = Promise.resolve();
    try {
      for await (const piece of cutPieces(file.bytes())) {
        const isFirst = layout === null;
        layout ??= findLayout(file.name, piece, importer.layouts, wanted);
        await atWork;
        const part = new PiecePart(
          staging,
          session,
          fileNumber,
          layout,
          isFirst && layout.hasHeader,
        );
        atWork = part.stage(piece, select);
        // Its fault is told when it is waited for.
        atWork.catch(() => null);
      }
      if (layout === null) throw new InputError(`${file.name} is empty`, "download it again");
    } finally {
      await atWork;
    }
  });
}

/** The layout that one of the first lines has. */
function findLayout(
  name: string,
  {bytes}: Piece,
  layouts: readonly BulkLayout[],
  wanted: readonly string[],
): FoundLayout {
  const text = bytes
    .subarray(0, 1e6)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const start = text.split("\n", linesToLookAt);
  const header = start[0]?.includes("GLOBALEVENTID") === true ? start[0] : null;
  if (header !== null) {
    const delimiter = header.includes("\t") ? "\t" : ",";
    const columns = header.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    return {delimiter, hasHeader: true, ...placesOf(name, columns, wanted)};
  }
  const widths = start.map((line) => line.split("\t").length);
  const layout = layouts.find(({columns}) => widths.includes(columns.length));
  if (layout !== undefined)
    return {delimiter: "\t", hasHeader: false, ...placesOf(name, layout.columns, wanted)};
  const meant = layouts.map((one) => `${one.columns.length} (${one.name})`).join(" or ");
  throw new InputError(
    `${name} has lines of ${widths[0]} cells between tabs, where ${meant} are meant`,
    "check that the file is what this importer reads (`demarche import --list`)",
  );
}

function placesOf(name: string, columns: readonly string[], wanted: readonly string[]) {
  const places = new Map(wanted.map((column) => [column, columns.indexOf(column)]));
  const missing = wanted.find((column) => places.get(column) === -1);
  if (missing !== undefined)
    throw new InputError(
      `${name} has no column "${missing}"`,
      "check that the file is what this importer reads (`demarche import --list`)",
    );
  return {width: columns.length, places};
}

const whyUnfit: Readonly<Record<Exclude<UnfitLine, "blank">, string>> = {
  "too long": "a line of more than 65,536 bytes",
  NUL: "a NUL byte in the line",
};

/** One piece on its way into a file of staged rows. */
class PiecePart {
  readonly #staging: Staging;
  readonly #session: Session;
  readonly #fileNumber: number;
  readonly #layout: FoundLayout;
  /** Lines of the piece before its first row: the header, in a file's first piece. */
  readonly #skip: 0 | 1;

  constructor(
    staging: Staging,
    session: Session,
    fileNumber: number,
    layout: FoundLayout,
    hasHeader: boolean,
  ) {
    this.#staging = staging;
    this.#session = session;
    this.#fileNumber = fileNumber;
    this.#layout = layout;
    this.#skip = hasHeader ? 1 : 0;
  }

  async stage(piece: Piece, select: (from: string) => string): Promise<void> {
    const text = join(this.#staging.folder, "piece.tsv");
    await writeFile(text, piece.bytes);
    const part = nextPart(this.#staging);
    await this.#session.run("DROP TABLE IF EXISTS bad_line");
    await this.#session.run("DROP TABLE IF EXISTS bad_scan");
    await this.#session.run(
      `COPY (${select(this.#rowsSql(text, piece.firstLine))}) TO ${sqlText(part)} ${partFormat}`,
    );
    await rm(text);
    const bad = await this.#badLines(piece);
    if (bad > 0) await this.#countLostLines(part);
    const rows = await this.#keepUnfitRows(part);
    // Where cells may be in quotes, a record may span lines.
    if (this.#layout.delimiter === "\t" && rows + bad + this.#skip !== piece.lines)
      throw new Error(
        `of ${piece.lines} lines from ${piece.firstLine} on, ${rows} were read and ${bad} refused`,
      );
  }

  /** The rows of the piece with the columns that are wanted and their place. */
  #rowsSql(text: string, firstLine: number): string {
    const {width, places, delimiter} = this.#layout;
    const types = Array.from({length: width}, (_, at) => `'c${at}': 'VARCHAR'`).join(", ");
    const quotes = delimiter === "," ? `quote='"', escape='"'` : "quote='', escape=''";
    const columns = [...places].map(([name, at]) => `c${at} AS "${name}"`).join(", ");
    return `(SELECT ${columns}, CAST(${this.#fileNumber} AS INTEGER) AS file,
        CAST(${firstLine + this.#skip} AS INTEGER) AS first_line, CAST(0 AS INTEGER) AS lines_lost
      FROM read_csv(${sqlText(text)}, delim=${sqlText(delimiter)}, ${quotes}, header=false, skip=${this.#skip},
        auto_detect=false, nullstr='', columns={${types}}, store_rejects=true, rejects_table='bad_line',
        rejects_scan='bad_scan', rejects_limit=0))`;
  }

  /** Keeps the lines that DuckDB refused as rejects. @returns how many. */
  async #badLines(piece: Piece): Promise<number> {
    const lines = await this.#session.rows(
      `SELECT CAST(line AS INTEGER), any_value(error_type), any_value(left(csv_line, 500)),
        any_value(error_message) FROM bad_line GROUP BY line ORDER BY line`,
    );
    for (const [line, type, raw, message] of lines) {
      const number = piece.firstLine - 1 + Number(line);
      const unfit = piece.replaced.get(number);
      if (unfit === "blank") continue;
      const cells = `another number of cells than ${this.#layout.width}`;
      const why = String(type).includes("COLUMNS") ? cells : String(message);
      keepReject(this.#staging, this.#fileNumber, {
        kind: "reject",
        line: number,
        column: null,
        why: unfit === undefined ? why : whyUnfit[unfit],
        raw: unfit === undefined ? String(raw) : "",
      });
    }
    return lines.length;
  }

  /** Counts for each row of a part the bad lines before it. */
  async #countLostLines(part: string): Promise<void> {
    const counted = `${part}.counted`;
    const lost = `SELECT rows_before, CAST(max(lost) AS INTEGER) AS lost FROM (
        SELECT line - ${this.#skip} - row_number() OVER (ORDER BY line) AS rows_before,
          row_number() OVER (ORDER BY line) AS lost FROM (SELECT DISTINCT line FROM bad_line))
      GROUP BY rows_before`;
    await this.#session.run(
      `COPY (SELECT s.* EXCLUDE (file_row_number) REPLACE (coalesce(b.lost, 0) AS lines_lost)
        FROM read_parquet(${sqlText(part)}, file_row_number=true) s
        ASOF LEFT JOIN (${lost}) b ON s.file_row_number >= b.rows_before
        ORDER BY s.file_row_number) TO ${sqlText(counted)} ${partFormat}`,
    );
    await rename(counted, part);
  }

  /** Keeps the rows that are unfit as rejects. @returns how many rows there are, fit or not. */
  async #keepUnfitRows(part: string): Promise<number> {
    const [[rows = 0] = []] = await this.#session.rows(
      `SELECT CAST(count(*) AS DOUBLE) FROM read_parquet(${sqlText(part)})`,
    );
    const unfit = await this.#session.rows(
      `SELECT line, why_column, why, raw FROM ${partsSql(part)} WHERE why IS NOT NULL ORDER BY line`,
    );
    for (const [line, column, why, raw] of unfit)
      keepReject(this.#staging, this.#fileNumber, {
        kind: "reject",
        line: Number(line),
        column: String(column),
        why: String(why),
        raw: String(raw),
      });
    this.#staging.accepted += Number(rows) - unfit.length;
    return Number(rows);
  }
}
