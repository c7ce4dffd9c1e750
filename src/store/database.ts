import {existsSync, realpathSync} from "node:fs";
import {resolve} from "node:path";
import {
  blobValue,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import {exitLedger, LedgerHeld, StoreError, tellStoreError} from "./store-error.ts";

export type Scalar = string | number | boolean | null;
/** Values of a statement's `$name` parameters; they are bound, never written into the text. */
export type Values = Readonly<
  Record<string, Scalar | Uint8Array | readonly string[] | readonly number[]>
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
  /** Brings everything into the one file, so that it may be renamed. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

export interface Writer {
  run(sql: string, values?: Values): Promise<void>;
  rows(sql: string, values?: Values): Promise<readonly (readonly Scalar[])[]>;
}

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

async function instanceOf(path: string, readOnly: boolean) {
  const real = realPath(path);
  const held = openHere.get(real);
  if (held !== undefined) {
    if (!held.readOnly || !readOnly) throw new LedgerHeld(path, "this very process");
    held.users += 1;
    return {real, held};
  }
  const instance = await DuckDBInstance.create(path, {
    ...settings,
    ...(readOnly ? {access_mode: "READ_ONLY"} : {}),
  });
  const opened = {instance, readOnly, users: 1};
  openHere.set(realPath(path), opened);
  return {real: realPath(path), held: opened};
}

/** Opens a DuckDB file. @throws StoreError (LedgerHeld when another opening holds it). */
export async function openDatabase(path: string, readOnly: boolean): Promise<Database> {
  let instance: DuckDBInstance;
  let real: string;
  try {
    const opened = await instanceOf(path, readOnly);
    instance = opened.held.instance;
    real = opened.real;
  } catch (error) {
    throw tellStoreError(error, path);
  }

  const idle: DuckDBConnection[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;
  let lastWrite: Promise<unknown> = Promise.resolve();

  async function withConnection<Result>(
    work: (connection: DuckDBConnection) => Promise<Result>,
  ): Promise<Result> {
    if (closed)
      throw new StoreError(`the ledger ${path} was closed`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo: "Open it again.",
      });
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
    write: (work) => {
      const written = lastWrite.then(() =>
        withConnection((connection) => inTransaction(connection, work)),
      );
      lastWrite = written.catch(() => null);
      return written;
    },
    checkpoint: () =>
      withConnection(async (connection) => void (await connection.run("FORCE CHECKPOINT"))),
    close: async () => {
      if (closed) return;
      await lastWrite;
      closed = true;
      while (busy > 0) await new Promise((soon) => setImmediate(soon));
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
