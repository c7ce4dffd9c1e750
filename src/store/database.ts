import {existsSync, realpathSync} from "node:fs";
import {resolve} from "node:path";
import {
  BOOLEAN,
  blobValue,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import {askedWrongly, exitLedger, LedgerHeld, StoreError, tellStoreError} from "./store-error.ts";

export type Scalar = string | number | boolean | null;
/** Values of a statement's `$name` parameters; they are bound, never written into the text. */
export type Values = Readonly<
  Record<string, Scalar | Uint8Array | readonly (string | null)[] | readonly number[]>
>;

/** A DuckDB file, open in this process. Reads run beside one another, writes one after another. */
export interface Database {
  readonly path: string;
  readonly readOnly: boolean;
  /** The result column by column: the fast way to many rows. */
  columns(sql: string, values?: Values): Promise<readonly (readonly Scalar[])[]>;
  rows(sql: string, values?: Values): Promise<readonly (readonly Scalar[])[]>;
  /** Runs a statement outside a transaction for what it does, as COPY writes a file; what it gives back is dropped. */
  run(sql: string, values?: Values): Promise<void>;
  /** Binds the statement against the schema without running it. */
  bind(sql: string): Promise<void>;
  /** Runs the work in one transaction: all of it stands, or none. */
  write<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
  /** Runs reads that must all see the same moment, whatever is written meanwhile. */
  snapshot<Result>(work: (reader: Pick<Writer, "rows">) => Promise<Result>): Promise<Result>;
  /** Lends a connection of its own, for work that stages much before it writes. */
  session<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Brings everything into the one file, so that it may be renamed. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

export interface Writer {
  run(sql: string, values?: Values): Promise<void>;
  rows(sql: string, values?: Values): Promise<readonly (readonly Scalar[])[]>;
}

/** A connection that nobody else uses: its temporary tables are seen by no one and are gone with it. */
export interface Session extends Writer {
  /** Opens a table of this connection for many rows, whose columns have these types. */
  appender(table: string, types: readonly StagedType[]): Promise<Appender>;
  /** Runs the work in one transaction of this connection, after the writes that were asked for before it. */
  write<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result>;
}

export type StagedType = "INTEGER" | "DOUBLE" | "VARCHAR" | "BOOLEAN";

export interface Appender {
  /** Adds rows, given column by column. */
  append(columns: readonly (readonly Scalar[])[]): void;
  /** Makes what was added readable. */
  end(): void;
}

/** Rows that an appender hands over at once: DuckDB's own vector size. */
const rowsAtOnce = 2048;

const stagedTypes: Readonly<Record<StagedType, DuckDBType>> = {INTEGER, DOUBLE, VARCHAR, BOOLEAN};

/**
 * Two threads and 700 MB keep the whole program under its gigabyte on two cores. Extensions are neither fetched nor
 * loaded: the ledger needs none, and must not reach for the network.
 */
const settings = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  threads: "2",
  memory_limit: "700MB",
};

/** Connections that read at once; more only queue for the two threads. */
const readers = 4;

/**
 * Files open in this process. The system's lock keeps other processes out, not a second opening by ourselves: that
 * would even drop the lock when closed (POSIX record locks), so it is barred here.
 */
const openHere = new Map<string, {instance: DuckDBInstance; readOnly: boolean; users: number}>();

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Whether this process has the file open. */
export function isOpenHere(path: string): boolean {
  return openHere.has(realPath(path));
}

async function instanceOf(path: string, readOnly: boolean, memoryLimit: string) {
  const real = realPath(path);
  const held = openHere.get(real);
  if (held !== undefined) {
    if (!held.readOnly || !readOnly) throw new LedgerHeld(path, "this very process");
    held.users += 1;
    return {real, held};
  }
  const instance = await DuckDBInstance.create(path, {
    ...settings,
    memory_limit: memoryLimit,
    ...(readOnly ? {access_mode: "READ_ONLY"} : {}),
  });
  const opened = {instance, readOnly, users: 1};
  openHere.set(realPath(path), opened);
  return {real: realPath(path), held: opened};
}

/**
 * Opens a DuckDB file.
 * @throws StoreError (LedgerHeld when another opening holds it), also for a path with "?": DuckDB looks for its log at
 * what stands before the sign.
 */
export async function openDatabase(
  path: string,
  readOnly: boolean,
  memoryLimit = settings.memory_limit,
): Promise<Database> {
  if (path.includes("?"))
    throw askedWrongly(
      `the path ${path} has a "?" in it, and no ledger can be kept there`,
      "Name a file with --ledger whose path has none.",
    );
  let instance: DuckDBInstance;
  let real: string;
  try {
    const opened = await instanceOf(path, readOnly, memoryLimit);
    instance = opened.held.instance;
    real = opened.real;
  } catch (error) {
    throw tellStoreError(error, path);
  }

  const idle: DuckDBConnection[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let sessions = 0;
  let closed = false;
  let lastWrite: Promise<unknown> = Promise.resolve();

  const closedError = () =>
    new StoreError(`the ledger ${path} was closed`, {
      status: 503,
      exitCode: exitLedger,
      whatToDo: "Open it again.",
    });

  /** Writes wait for one another. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const written = lastWrite.then(work);
    lastWrite = written.catch(() => null);
    return written;
  }

  async function withConnection<Result>(
    work: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result> {
    if (closed) throw closedError();
    if (busy >= readers) await new Promise<void>((free) => waiting.push(free));
    else busy += 1;
    try {
      const connection = idle.pop() ?? (await instance.connect());
      try {
        return await work(connection);
      } finally {
        idle.push(connection);
      }
    } catch (error) {
      throw tellStoreError(error, path);
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  }

  return {
    path,
    readOnly,
    columns: (sql, values) =>
      withConnection(async (connection) =>
        scalars(await (await run(connection, sql, values)).getColumns()),
      ),
    rows: (sql, values) =>
      withConnection(async (connection) =>
        scalars(await (await run(connection, sql, values)).getRows()),
      ),
    run: (sql, values) =>
      withConnection(async (connection) => void (await run(connection, sql, values))),
    bind: (sql) =>
      withConnection(async (connection) => {
        const statement = await connection.prepare(sql);
        statement.destroySync();
      }),
    write: (work) => inTurn(() => withConnection((connection) => inTransaction(connection, work))),
    snapshot: (work) => withConnection((connection) => inTransaction(connection, work)),
    session: async (work) => {
      if (closed) throw closedError();
      sessions += 1;
      try {
        const connection = await instance.connect();
        try {
          return await work(sessionOf(connection, path, inTurn));
        } finally {
          connection.closeSync();
        }
      } finally {
        sessions -= 1;
      }
    },
    checkpoint: () =>
      withConnection(async (connection) => void (await connection.run("FORCE CHECKPOINT"))),
    close: async () => {
      if (closed) return;
      await lastWrite;
      closed = true;
      while (busy + sessions > 0) await new Promise((soon) => setImmediate(soon));
      for (const connection of idle) connection.closeSync();
      const held = openHere.get(real);
      if (held === undefined) return;
      held.users -= 1;
      if (held.users > 0) return;
      openHere.delete(real);
      instance.closeSync();
    },
  };
}

/** Errors of the database are told as such; those of the work, such as a bad input file, pass through as they are. */
function sessionOf(
  connection: DuckDBConnection,
  path: string,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Session {
  const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw tellStoreError(error, path);
    }
  };
  return {
    run: (sql, values) => told(async () => void (await run(connection, sql, values))),
    rows: (sql, values) =>
      told(async () => scalars(await (await run(connection, sql, values)).getRows())),
    appender: (table, types) =>
      told(async () => {
        const appender = await connection.createAppender(table);
        // One chunk for all: its memory is the database's, and would wait for our garbage collector.
        const chunk = DuckDBDataChunk.create(types.map((type) => stagedTypes[type]));
        return {
          append: (columns) => {
            const count = columns[0]?.length ?? 0;
            for (let from = 0; from < count; from += rowsAtOnce) {
              const to = Math.min(count, from + rowsAtOnce);
              chunk.reset();
              chunk.rowCount = to - from;
              columns.forEach((values, at) => {
                chunk.setColumnValues(at, values.slice(from, to));
              });
              appender.appendDataChunk(chunk);
            }
          },
          end: () => appender.closeSync(),
        };
      }),
    write: (work) => inTurn(() => told(() => inTransaction(connection, work))),
  };
}

async function inTransaction<Result>(
  connection: DuckDBConnection,
  work: (writer: Writer) => Promise<Result>,
): Promise<Result> {
  await connection.run("BEGIN TRANSACTION");
  try {
    const result = await work({
      run: async (sql, values) => void (await run(connection, sql, values)),
      rows: async (sql, values) => scalars(await (await run(connection, sql, values)).getRows()),
    });
    await connection.run("COMMIT");
    return result;
  } catch (error) {
    try {
      await connection.run("ROLLBACK");
    } catch (failed) {
      // A fatal error (a full disk) has ended the transaction already; the first error tells why.
      if (!(failed instanceof Error)) throw failed;
    }
    throw error;
  }
}

function run(connection: DuckDBConnection, sql: string, values: Values = {}) {
  const bound: Record<string, DuckDBValue> = {};
  const types: Record<string, DuckDBType> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof Uint8Array) {
      bound[name] = blobValue(value);
    } else if (Array.isArray(value)) {
      bound[name] = listValue([...value]);
      types[name] = LIST(typeof value[0] === "number" ? DOUBLE : VARCHAR);
    } else {
      bound[name] = value as Scalar;
    }
  }
  return Object.keys(bound).length === 0 ? connection.run(sql) : connection.run(sql, bound, types);
}

/** Our statements cast what is no scalar (days, 64-bit counts) to one; anything else is a fault of ours. */
function scalars(values: readonly (readonly DuckDBValue[])[]): readonly (readonly Scalar[])[] {
  for (const column of values) {
    const sample = column[0];
    if (sample !== null && (typeof sample === "object" || typeof sample === "bigint"))
      throw new Error(`a statement gave ${typeof sample} where a plain value was meant`);
  }
  return values as readonly (readonly Scalar[])[];
}
