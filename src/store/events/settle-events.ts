import {statSync} from "node:fs";
import {join} from "node:path";
import type {EventPublisher} from "../../sources/index.ts";
import type {Day} from "../../world/index.ts";
import type {Database, Scalar, Session, Values} from "../database.ts";
import {sqlFile, sqlFiles, sqlText} from "../sql-text.ts";
import {fileColumns} from "./event-columns.ts";
import {eventFolder, sha256Of} from "./event-folder.ts";
import {countedSql, pairMonthsSql, rollupColumns, worldMonthsSql} from "./rollup-sql.ts";
import {eventFileFormat, type ImportMark, type StagedPart, type Staging} from "./staging.ts";

/** A Parquet file that is written and not yet in its place. */
export interface WrittenFile {
  readonly path: string;
  readonly monthNumber: number;
  readonly rowCount: number;
  readonly byteCount: number;
  readonly sha256: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly firstId: string;
  readonly lastId: string;
}

/** What an import changes, worked out and written in the working folder. */
export interface Settled {
  readonly files: readonly WrittenFile[];
  /** Parquet files of rows for the ledger's tables of the same names; null where there are none. */
  readonly superseded: string | null;
  readonly pairMonths: string | null;
  readonly worldMonths: string | null;
  readonly added: number;
  readonly supersededCount: number;
  readonly unchanged: number;
  /** Rows that another row of the same import with the same number took the place of. */
  readonly collapsed: number;
}

/** Statements of the ledger in this file, by what they are for: bound against the real schema in the tests. */
export const settleStatements = {
  filesThatMayHold: `SELECT file FROM event_file WHERE event_table = $table AND publisher = $publisher
    AND last_id >= $firstId AND first_id <= $lastId ORDER BY file`,
  supersededBefore:
    "COPY (SELECT event_id, import_entry FROM event_superseded WHERE publisher = $publisher) TO ($file) (FORMAT parquet)",
} as const;

/**
 * Rows that a staged part of one month must have to become a file of the store as it is; those of smaller parts, and of
 * parts that lose a row, are gathered into one file of their month. Our choice: a tenth of a row group (DuckDB 122,880).
 */
const rowsToStand = 12_288;

/**
 * Compares staged rows with what stands. Of several rows with one number the last counts, for they became known on the
 * same day. A number that is new is added; one that stands with the same content is left alone; one that stands with other
 * content is superseded.
 */
export async function settleEvents(
  ledger: Database,
  staging: Staging,
  publisher: EventPublisher,
  mark: ImportMark,
): Promise<Settled> {
  if (staging.parts.length === 0) return nothingSettled;
  return staging.scratch.session(async (session) => {
    const work = new Settling(session, staging, publisher, mark);
    await work.openStaged();
    const collapsed = await work.findDoubles();
    const standing = await work.findStanding(ledger);
    const {unchanged, changed} = standing ? await work.compare() : {unchanged: 0, changed: 0};
    await work.makeFresh(collapsed > 0, standing);
    const whole = await work.wholeParts(collapsed > 0 || standing);
    const parts = [...whole, ...(await work.gather(whole))];
    const said = await work.saidOf(parts);
    // Node hashes what is written while the database counts it.
    const [files, rollups] = await Promise.all([
      aboutFiles(parts, said),
      work.writeRollups(changed > 0),
    ]);
    const written = files.reduce((sum, file) => sum + file.rowCount, 0);
    return {
      files,
      superseded: changed === 0 ? null : await work.writeSuperseded(),
      ...rollups,
      added: written - changed,
      supersededCount: changed,
      unchanged,
      collapsed,
    };
  });
}

/** What an import without a row changes. */
export const nothingSettled: Settled = {
  files: [],
  superseded: null,
  pairMonths: null,
  worldMonths: null,
  added: 0,
  supersededCount: 0,
  unchanged: 0,
  collapsed: 0,
};

class Settling {
  readonly #session: Session;
  readonly #staging: Staging;
  readonly #publisher: EventPublisher;
  readonly #mark: ImportMark;
  readonly #id: string;
  #tests: readonly string[] = [];

  constructor(session: Session, staging: Staging, publisher: EventPublisher, mark: ImportMark) {
    this.#session = session;
    this.#staging = staging;
    this.#publisher = publisher;
    this.#mark = mark;
    this.#id = staging.table.id.join(", ");
  }

  async #count(sql: string, values?: Values): Promise<number> {
    const [[count = 0] = []] = await this.#session.rows(
      `SELECT CAST(count(*) AS DOUBLE) ${sql}`,
      values,
    );
    return Number(count);
  }

  #same(a: string, b: string): string {
    return this.#staging.table.id.map((name) => `${a}.${name} = ${b}.${name}`).join(" AND ");
  }

  async openStaged(): Promise<void> {
    const paths = this.#staging.parts.map(({path}) => path);
    await this.#session.run(`CREATE OR REPLACE VIEW staged AS ${this.#rowsOf(paths)}`);
  }

  /** Rows of staged parts with their place in the import, and the part in `filename`. */
  #rowsOf(paths: readonly string[]): string {
    return `SELECT *, CAST(file AS BIGINT) << 32 | line AS nth
      FROM read_parquet(${sqlFiles(paths)}, hive_partitioning=false, filename=true)`;
  }

  /** @returns how many rows give way to a later one of the same number. */
  async findDoubles(): Promise<number> {
    await this.#session.run(
      `CREATE TABLE doubled AS SELECT ${this.#id}, max(nth) AS last, count(*) AS times FROM staged
        GROUP BY ${this.#id} HAVING count(*) > 1`,
    );
    const [[count = 0] = []] = await this.#session.rows(
      "SELECT CAST(coalesce(sum(times - 1), 0) AS DOUBLE) FROM doubled",
    );
    return Number(count);
  }

  /** Finds which of the staged numbers stand already. @returns whether any does. */
  async findStanding(ledger: Database): Promise<boolean> {
    const {table, folder} = this.#staging;
    const [[firstId, lastId] = []] = await this.#session.rows(
      "SELECT min(event_id), max(event_id) FROM staged",
    );
    const files = await ledger.rows(settleStatements.filesThatMayHold, {
      table: table.name,
      publisher: this.#publisher,
      firstId: String(firstId),
      lastId: String(lastId),
    });
    if (files.length === 0) return false;
    const paths = files.map(([file]) => join(eventFolder(ledger.path), String(file)));
    const before = join(folder, "superseded-before.parquet");
    await ledger.run(settleStatements.supersededBefore, {publisher: this.#publisher, file: before});
    await this.#session.run(
      `CREATE TABLE standing AS SELECT import_entry, ${Object.keys(table.columns).join(", ")}
        FROM read_parquet(${sqlFiles(paths)}, hive_partitioning=false) old
        WHERE (${this.#id}) IN (SELECT (${this.#id}) FROM staged)
          AND NOT EXISTS (SELECT 1 FROM read_parquet(${sqlFile(before)}) gone
            WHERE gone.event_id = old.event_id AND gone.import_entry = old.import_entry)`,
    );
    return (await this.#count("FROM standing")) > 0;
  }

  /** Tells staged rows that say what stands from those that say something else. */
  async compare(): Promise<{unchanged: number; changed: number}> {
    const {said, supersedes} = this.#staging.table;
    const alike = said.map((name) => `s."${name}" IS NOT DISTINCT FROM n."${name}"`);
    await this.#session.run(
      `CREATE TABLE met AS SELECT s.*, ${supersedes ? alike.join(" AND ") : "true"} AS is_same
        FROM standing s JOIN staged n ON ${this.#same("s", "n")}
        WHERE NOT EXISTS (SELECT 1 FROM doubled d WHERE ${this.#same("d", "n")} AND d.last <> n.nth)`,
    );
    return {
      unchanged: await this.#count("FROM met WHERE is_same"),
      changed: await this.#count("FROM met WHERE NOT is_same"),
    };
  }

  /** The rows that are to be kept. */
  async makeFresh(hasDoubles: boolean, hasStanding: boolean): Promise<void> {
    this.#tests = [
      ...(hasDoubles
        ? [`NOT EXISTS (SELECT 1 FROM doubled d WHERE ${this.#same("d", "s")} AND d.last <> s.nth)`]
        : []),
      ...(hasStanding
        ? [`NOT EXISTS (SELECT 1 FROM met m WHERE ${this.#same("m", "s")} AND m.is_same)`]
        : []),
    ];
    await this.#session.run(`CREATE OR REPLACE VIEW fresh AS ${this.#freshOf("staged")}`);
  }

  #freshOf(rows: string): string {
    const where = this.#tests.length === 0 ? "" : `WHERE ${this.#tests.join(" AND ")}`;
    return `SELECT * FROM ${rows} s ${where}`;
  }

  /** Parts that become files as they are: of one month, not small, with the right mark, and without a row that is not kept. */
  async wholeParts(mayLose: boolean): Promise<readonly StagedPart[]> {
    const {mark, parts} = this.#staging;
    if (mark.importEntry !== this.#mark.importEntry || mark.recordedOn !== this.#mark.recordedOn)
      return [];
    const large = parts.filter(
      ({monthNumber, rows}) => monthNumber !== null && rows >= rowsToStand,
    );
    if (!mayLose || large.length === 0) return large;
    const kept = await this.#session.rows(
      "SELECT filename, CAST(count(*) AS DOUBLE) FROM fresh GROUP BY filename",
    );
    const rowsKept = new Map(kept.map(([path, rows]) => [String(path), Number(rows)]));
    return large.filter(({path, rows}) => rowsKept.get(path) === rows);
  }

  /** Gathers the rows of all other parts into one file for each month. */
  async gather(whole: readonly StagedPart[]): Promise<readonly StagedPart[]> {
    const standing = new Set(whole.map(({path}) => path));
    const paths = this.#staging.parts.map(({path}) => path).filter((path) => !standing.has(path));
    if (paths.length === 0) return [];
    await this.#session.run(
      `CREATE OR REPLACE VIEW gathered AS ${this.#freshOf(`(${this.#rowsOf(paths)})`)}`,
    );
    const months = await this.#session.rows(
      "SELECT month_number, CAST(count(*) AS DOUBLE) FROM gathered GROUP BY 1 ORDER BY 1",
    );
    const gathered: StagedPart[] = [];
    for (const [month, rows] of months) {
      const monthNumber = Number(month);
      const path = join(this.#staging.folder, `month-${monthNumber}.parquet`);
      await this.#session.run(
        `COPY (SELECT ${this.#markedColumns()} FROM gathered WHERE month_number = ${monthNumber}
          ORDER BY ${[...this.#staging.table.order, "nth"].join(", ")})
          TO ${sqlText(path)} (${eventFileFormat})`,
      );
      gathered.push({path, monthNumber, rows: Number(rows)});
    }
    return gathered;
  }

  #markedColumns(): string {
    const made: Readonly<Record<string, string>> = {
      recorded_on: `DATE '${this.#mark.recordedOn}' AS recorded_on`,
      import_entry: `CAST(${this.#mark.importEntry} AS INTEGER) AS import_entry`,
    };
    return fileColumns(this.#staging.table)
      .map((name) => made[name] ?? `"${name}"`)
      .join(", ");
  }

  /** What the rows of each written file say of it, by its path. */
  async saidOf(parts: readonly StagedPart[]): Promise<ReadonlyMap<string, readonly Scalar[]>> {
    if (parts.length === 0) return new Map();
    const found = await this.#session.rows(
      `SELECT filename, CAST(count(*) AS DOUBLE), CAST(min("day") AS VARCHAR), CAST(max("day") AS VARCHAR),
        min(event_id), max(event_id)
        FROM read_parquet(${sqlFiles(parts.map(({path}) => path))}, hive_partitioning=false, filename=true)
        GROUP BY filename`,
    );
    return new Map(found.map(([path, ...said]) => [String(path), said]));
  }

  async writeSuperseded(): Promise<string> {
    const {recordedOn, importEntry} = this.#mark;
    const path = join(this.#staging.folder, "superseded.parquet");
    await this.#session.run(
      `COPY (SELECT ${sqlText(this.#publisher)} AS publisher, event_id, import_entry,
          CAST(${importEntry} AS INTEGER) AS by_import, DATE '${recordedOn}' AS recorded_on
        FROM met WHERE NOT is_same ORDER BY event_id) TO ${sqlText(path)} (FORMAT parquet)`,
    );
    return path;
  }

  /** Counts by month: what is added, less what no longer stands. */
  async writeRollups(hasChanged: boolean): Promise<Pick<Settled, "pairMonths" | "worldMonths">> {
    if (this.#staging.table.name !== "events") return {pairMonths: null, worldMonths: null};
    const rows = [
      `SELECT ${rollupColumns.join(", ")}, 1 AS sign FROM fresh`,
      ...(hasChanged
        ? [`SELECT ${rollupColumns.join(", ")}, -1 AS sign FROM met WHERE NOT is_same`]
        : []),
    ].join(" UNION ALL ");
    const signed = `(SELECT ${sqlText(this.#publisher)} AS publisher, DATE '${this.#mark.recordedOn}' AS recorded_on, * FROM (${rows}))`;
    const pairMonths = join(this.#staging.folder, "pair-months.parquet");
    const worldMonths = join(this.#staging.folder, "world-months.parquet");
    await this.#session.run(`CREATE OR REPLACE TEMP TABLE counted AS ${countedSql(signed)}`);
    await this.#session.run(
      `COPY (${pairMonthsSql("counted")}) TO ${sqlText(pairMonths)} (FORMAT parquet)`,
    );
    await this.#session.run(
      `COPY (${worldMonthsSql("counted")}) TO ${sqlText(worldMonths)} (FORMAT parquet)`,
    );
    return {pairMonths, worldMonths};
  }
}

/** What the ledger keeps of files each of one month, in the order of the months. */
async function aboutFiles(
  parts: readonly StagedPart[],
  saidOf: ReadonlyMap<string, readonly Scalar[]>,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const {path, monthNumber} of parts) {
    const said = saidOf.get(path);
    if (said === undefined) throw new Error(`${path} was written without a row`);
    const [rowCount, firstDay, lastDay, firstId, lastId] = said;
    written.push({
      path,
      monthNumber: Number(monthNumber),
      rowCount: Number(rowCount),
      byteCount: statSync(path).size,
      sha256: await sha256Of(path),
      firstDay: String(firstDay) as Day,
      lastDay: String(lastDay) as Day,
      firstId: String(firstId),
      lastId: String(lastId),
    });
  }
  return written.sort((a, b) => a.monthNumber - b.monthNumber);
}
