import {existsSync, readdirSync} from "node:fs";
import {readFile, rename, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {
  type BulkImporter,
  type BulkLayout,
  ForeignFile,
  type ImportFile,
  type RejectedRow,
} from "../../sources/index.ts";
import type {Session} from "../database.ts";
import {onlyFile, sqlFile, sqlText} from "../sql-text.ts";
import type {EventCodeTables} from "./bulk-sql.ts";
import {cutPieces} from "./cut-pieces.ts";
import {type GdeltSelects, gdeltEvents, gdeltMentions} from "./gdelt-sql.ts";
import {type PieceFile, pieceFiles} from "./piece-files.ts";
import {type LineForm, type LostLine, type LostLines, siftLines} from "./sift-lines.ts";
import {
  eventFileFormat,
  fileRowsSql,
  keepReject,
  mostRejectsKept,
  type StagedPart,
  type Staging,
} from "./staging.ts";
import {withoutHeader} from "./without-header.ts";

/** Lines at the beginning of a file that are looked at to learn its layout. */
const linesToLookAt = 50;

/** How a file is to be read: the place of each column that is wanted. */
interface FoundLayout extends LineForm {
  readonly hasHeader: boolean;
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Stages a file of a publisher who writes millions of rows: it is cut into pieces of whole lines, and DuckDB reads two at
 * once, each on one thread, so that its rows keep their order, while the next one is unfolded. Every line of the file
 * becomes a staged row or a reject.
 * @throws InputError when the file has none of the importer's layouts.
 */
export async function stageBulk(
  staging: Staging,
  importer: BulkImporter,
  file: ImportFile,
  fileNumber: number,
  codes: EventCodeTables,
): Promise<void> {
  const selects = selectsOf(importer, codes);
  const {scratch, folder} = staging;
  const layout = await layoutOf(importer, file, selects);
  const cut = cutPieces(file.bytes());
  const rows = layout.hasHeader ? withoutHeader(cut) : cut;
  const pieces = pieceFiles(rows, join(folder, `file-${fileNumber}`));
  await scratch.run("SET threads = 1");
  await scratch.session((one) =>
    scratch.session(async (other) => {
      const lanes = [one, other];
      const atWork: Promise<StagedPiece>[] = [];
      try {
        for await (const piece of oneAhead(pieces)) {
          if (atWork.length === lanes.length) keepPiece(staging, fileNumber, await atWork.shift());
          const session = lanes[piece.nth % lanes.length] ?? one;
          const staged = new PieceStaging(staging, session, fileNumber, layout, selects, piece);
          const work = staged.stage();
          // Its fault is told when its turn has come.
          work.catch(() => null);
          atWork.push(work);
        }
        while (atWork.length > 0) keepPiece(staging, fileNumber, await atWork.shift());
      } finally {
        await Promise.allSettled(atWork);
      }
    }),
  );
  await scratch.run("SET threads = 2");
}

/** Asks for the next one before this one is dealt with: it is made ready meanwhile. */
async function* oneAhead<One>(all: AsyncGenerator<One>): AsyncGenerator<One> {
  let next = all.next();
  try {
    for (;;) {
      const {done, value} = await next;
      if (done === true) return;
      next = all.next();
      // Its fault is told when its turn has come.
      next.catch(() => null);
      yield value;
    }
  } finally {
    await all.return(undefined);
  }
}

/** Reads the beginning of a file, enough to learn its layout. @throws ForeignFile when it has none of the importer's. */
export async function* beginBulk(
  importer: BulkImporter,
  file: ImportFile,
  codes: EventCodeTables,
): AsyncGenerator<FoundLayout> {
  yield await layoutOf(importer, file, selectsOf(importer, codes));
}

async function layoutOf(
  importer: BulkImporter,
  file: ImportFile,
  {columns}: GdeltSelects,
): Promise<FoundLayout> {
  for await (const {bytes} of cutPieces(file.bytes()))
    return findLayout(file.name, bytes, importer.layouts, columns);
  throw new ForeignFile(`${file.name} is empty`, "download it again");
}

const selectsOf = ({eventTable}: BulkImporter, codes: EventCodeTables) =>
  eventTable === "events" ? gdeltEvents(codes) : gdeltMentions();

/** What became of the lines of a piece. */
interface StagedPiece {
  readonly parts: readonly StagedPart[];
  readonly accepted: number;
  /** All are counted, the first are kept. */
  readonly rejected: number;
  readonly rejects: readonly RejectedRow[];
}

/** Pieces are counted in their order, whichever was done first. */
function keepPiece(staging: Staging, fileNumber: number, piece: StagedPiece | undefined): void {
  if (piece === undefined) return;
  staging.parts.push(...piece.parts);
  staging.accepted += piece.accepted;
  for (const reject of piece.rejects) keepReject(staging, fileNumber, reject);
  staging.rejected += piece.rejected - piece.rejects.length;
}

/** The layout that one of the first lines has. */
function findLayout(
  name: string,
  bytes: Buffer,
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
  throw new ForeignFile(
    `${name} has lines of ${widths[0]} cells between tabs, where ${meant} are meant`,
    "check that the file is what this importer reads (`demarche import --list`)",
  );
}

function placesOf(name: string, columns: readonly string[], wanted: readonly string[]) {
  const places = new Map(wanted.map((column) => [column, columns.indexOf(column)]));
  const missing = wanted.find((column) => places.get(column) === -1);
  if (missing !== undefined)
    throw new ForeignFile(
      `${name} has no column "${missing}"`,
      "check that the file is what this importer reads (`demarche import --list`)",
    );
  return {width: columns.length, places};
}

/** Rows of a piece, told apart by where they go. */
type Bin = "month" | "rest" | "unfit";
type Bins = ReadonlyMap<Bin, {readonly path: string; readonly rows: number}>;
const noBins: Bins = new Map();

const rowsOf = (bins: Bins) => [...bins.values()].reduce((sum, {rows}) => sum + rows, 0);

/** A piece of whose lines more were left out; theirs are numbered among those that still stood. */
function withLost(piece: PieceFile, more: LostLines): PieceFile {
  const before = piece.lost.numbers;
  const lineOf = new Map<number, number>();
  let at = 0;
  for (const nth of more.numbers) {
    while (at < before.length && (before[at] as number) - piece.firstLine - at < nth) at += 1;
    lineOf.set(nth, piece.firstLine + nth - 1 + at);
  }
  const rejects = more.rejects.map((one) => ({...one, line: lineOf.get(one.line) ?? one.line}));
  return {
    ...piece,
    lost: {
      numbers: [...before, ...lineOf.values()].sort((a, b) => a - b),
      rejected: piece.lost.rejected + more.rejected,
      rejects: [...piece.lost.rejects, ...rejects],
    },
  };
}

const lostRow = ({line, why, raw}: LostLine): RejectedRow => ({
  kind: "reject",
  line,
  column: null,
  why,
  raw,
});

/** One piece on its way into files of staged rows. */
class PieceStaging {
  readonly #staging: Staging;
  readonly #session: Session;
  readonly #fileNumber: number;
  readonly #layout: FoundLayout;
  readonly #selects: GdeltSelects;
  #piece: PieceFile;

  constructor(
    staging: Staging,
    session: Session,
    fileNumber: number,
    layout: FoundLayout,
    selects: GdeltSelects,
    piece: PieceFile,
  ) {
    this.#staging = staging;
    this.#session = session;
    this.#fileNumber = fileNumber;
    this.#layout = layout;
    this.#selects = selects;
    this.#piece = piece;
  }

  async stage(): Promise<StagedPiece> {
    let {month, written} = await this.#rows();
    if (rowsOf(written) !== this.#linesMeant) {
      await this.#sift();
      ({month, written} = await this.#rows());
    }
    const {path, firstLine, lines, lost} = this.#piece;
    if (rowsOf(written) !== this.#linesMeant)
      throw new Error(
        `of ${lines} lines from ${firstLine} on, ${rowsOf(written)} were read and ${lost.numbers.length} left out`,
      );
    if (lost.numbers.length > 0) {
      await this.#keepLost();
      for (const {path: part} of written.values()) await this.#countLostLines(part);
    }
    const unfitRows = written.get("unfit")?.rows ?? 0;
    const unfit = unfitRows === 0 ? [] : await this.#unfitRows();
    await rm(path);
    return {
      parts: (["month", "rest"] as const).flatMap((bin) => {
        const part = written.get(bin);
        return part === undefined ? [] : [{...part, monthNumber: bin === "month" ? month : null}];
      }),
      accepted: rowsOf(written) - unfitRows,
      rejected: lost.rejected + unfitRows,
      rejects: [...lost.rejects.map(lostRow), ...unfit]
        .toSorted((a, b) => a.line - b.line)
        .slice(0, mostRejectsKept),
    };
  }

  /** Lines of the piece's file. */
  get #linesMeant(): number {
    const {lines, lost} = this.#piece;
    return lines - lost.numbers.length;
  }

  /**
   * Leaves out of the piece's file the lines with another number of cells, which DuckDB passed over. (It could keep a record
   * of them, but keeps one for each cell that is missing, a thousand bytes each and beyond its limit of memory: two kilobytes
   * of gzip took twenty gigabytes.)
   */
  async #sift(): Promise<void> {
    const {path} = this.#piece;
    const {bytes, lost} = siftLines(await readFile(path), 1, this.#layout);
    await writeFile(path, bytes);
    this.#piece = withLost(this.#piece, lost);
  }

  /** Writes the rows into files, told apart by where they go. */
  async #rows(): Promise<{readonly month: number; readonly written: Bins}> {
    const month = usualMonth(this.#piece.start, this.#layout, this.#selects.dayColumn);
    const out = `${this.#piece.path}.staged`;
    await rm(out, {recursive: true, force: true});
    const bin = `CASE WHEN NOT is_fit THEN 'unfit' WHEN month_number = ${month} THEN 'month' ELSE 'rest' END AS bin`;
    const kept = fileRowsSql(this.#staging, this.#selects.rows(this.#linesSql()), bin);
    const order = [...this.#staging.table.order, "line"].join(", ");
    await this.#session.run(
      `COPY (${kept} ORDER BY ${order}) TO ${sqlText(out)} (${eventFileFormat}, PARTITION_BY (bin))`,
    );
    return {month, written: await this.#written(out)};
  }

  /** The columns that are wanted, and the place of each row, as if no line had been left out. */
  #linesSql(): string {
    const {width, places, delimiter} = this.#layout;
    const types = Array.from({length: width}, (_, at) => `'c${at}': 'VARCHAR'`).join(", ");
    const quotes = delimiter === "," ? `quote='"', escape='"'` : "quote='', escape=''";
    const columns = [...places].map(([name, at]) => `c${at} AS "${name}"`).join(", ");
    return `SELECT ${columns}, CAST(${this.#fileNumber} AS INTEGER) AS file,
        CAST(row_number() OVER () + ${this.#piece.firstLine - 1} AS INTEGER) AS line
      FROM read_csv(${sqlFile(this.#piece.path)}, delim=${sqlText(delimiter)}, ${quotes}, header=false,
        skip=0, auto_detect=false, nullstr='', columns={${types}}, ignore_errors=true)`;
  }

  /** The files that were written, by what is in them. */
  async #written(folder: string): Promise<Bins> {
    // Where no row was read nothing is written, and DuckDB takes a pattern without files for a fault.
    if (!existsSync(folder) || readdirSync(folder).length === 0) return noBins;
    const found = await this.#session.rows(
      `SELECT file_name, CAST(num_rows AS DOUBLE) FROM parquet_file_metadata(${sqlText(join(onlyFile(folder), "*", "*.parquet"))})
        WHERE num_rows > 0 ORDER BY file_name`,
    );
    return new Map(
      found.map(([path, rows]) => {
        const bin = /bin=(month|rest|unfit)/.exec(String(path))?.[1];
        return [bin as Bin, {path: String(path), rows: Number(rows)}];
      }),
    );
  }

  /** Keeps how many lines were left out before so many rows. */
  async #keepLost(): Promise<void> {
    const {firstLine, lost} = this.#piece;
    const lostBefore = new Map(lost.numbers.map((line, nth) => [line - firstLine - nth, nth + 1]));
    await this.#session.run(
      "CREATE OR REPLACE TEMP TABLE lost_line (rows_before INTEGER, lost INTEGER)",
    );
    const appender = await this.#session.appender("lost_line", ["INTEGER", "INTEGER"]);
    appender.append([[...lostBefore.keys()], [...lostBefore.values()]]);
    appender.end();
  }

  /** Sets each row's line right: a row was numbered as if no line had been left out before it. */
  async #countLostLines(part: string): Promise<void> {
    const counted = `${part}.counted`;
    await this.#session.run(
      `COPY (${this.#withLostLines(`read_parquet(${sqlFile(part)}, hive_partitioning=false)`)})
        TO ${sqlText(counted)} (${eventFileFormat})`,
    );
    await rename(counted, part);
  }

  #withLostLines(rows: string): string {
    const {firstLine, lost} = this.#piece;
    if (lost.numbers.length === 0) return `SELECT * FROM ${rows}`;
    return `SELECT s.* REPLACE (CAST(s.line + coalesce(b.lost, 0) AS INTEGER) AS line)
      FROM ${rows} s ASOF LEFT JOIN lost_line b ON s.line - ${firstLine} >= b.rows_before`;
  }

  /** Rows that may not be kept, as rejects. The piece is read again for them: they are few or none. */
  async #unfitRows(): Promise<readonly RejectedRow[]> {
    const rows = this.#selects.unfit(this.#linesSql());
    const found = await this.#session.rows(
      this.#withLostLines(`(SELECT * FROM (${rows}) AS t(line, why_column, why, raw))`),
    );
    return found.slice(0, mostRejectsKept).map(([line, column, why, raw]) => ({
      kind: "reject",
      line: Number(line),
      column: String(column),
      why: String(why),
      raw: String(raw),
    }));
  }
}

/** The month that most of the first rows are of, as a month number; the others are few, or the rows are in no order. */
function usualMonth(start: Buffer, {places, delimiter}: FoundLayout, dayColumn: string): number {
  const at = places.get(dayColumn) ?? 0;
  const counts = new Map<number, number>();
  for (const line of start.toString("utf8").split("\n")) {
    const [, year, month] = /^"?(\d{4})(\d\d)/.exec(line.split(delimiter)[at] ?? "") ?? [];
    if (year === undefined || month === undefined) continue;
    const number = Number(year) * 12 + Number(month) - 1;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}
