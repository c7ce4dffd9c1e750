import {mkdtempSync, rmSync} from "node:fs";
import {createServer, type Socket} from "node:net";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {frameOf, readFrames} from "./frames.ts";
import {schemaVersion} from "./ledger-tables.ts";
import type {Ledger} from "./open-ledger.ts";
import {leaveNote, takeNoteAway} from "./serving-note.ts";
import {
  type Asked,
  batchesMark,
  type SharedCall,
  sendError,
  sharedCalls,
  type Told,
  tellMark,
} from "./shared-calls.ts";

/** How long an answered caller may say nothing before it is hung up on: the server's end waits for it. */
const longestSilenceMs = 2000;

export interface Sharing {
  /** Takes no more calls and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Lets other processes of this user ask the ledger that this process holds, through a socket in a folder of our own; a
 * note beside the ledger says where. One process holds the file, and still every command works while the server runs.
 */
export async function shareLedger(ledger: Ledger, path: string): Promise<Sharing> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-"));
  const socket =
    process.platform === "win32" ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, "ledger.sock");
  const server = createServer({allowHalfOpen: true}, (connection) => {
    answer(ledger, connection).catch(() => connection.destroy());
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(socket, ready);
  });
  leaveNote(path, {pid: process.pid, socket, schemaVersion});
  return {
    close: async () => {
      takeNoteAway(path);
      await new Promise<void>((closed) => server.close(() => closed()));
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** One connection is one call. */
async function answer(ledger: Ledger, connection: Socket): Promise<void> {
  connection.on("error", () => connection.destroy());
  const tell = (told: Told) => {
    if (connection.writable) connection.write(frameOf(told));
  };
  const frames = readFrames(connection) as AsyncGenerator<Asked>;
  try {
    const first = await frames.next();
    if (first.done === true) return;
    const asked = first.value;
    if (asked.kind !== "call" || !Object.hasOwn(sharedCalls, asked.name))
      throw new Error("the other side asked for nothing that a ledger does");
    const args = asked.args.map((argument) =>
      withSent(argument, (line) => tell({kind: "tell", line}), batchesOf(frames)),
    );
    tell({kind: "result", value: await call(ledger, asked.name, args)});
  } catch (error) {
    tell({kind: "error", error: sendError(error)});
  } finally {
    connection.end();
    await hearOut(connection, frames);
  }
}

/**
 * Reads on, and lets go, what a caller still sends after its answer. Hanging up on it would be an error at its end, which
 * could overtake the answer that it has not read yet.
 */
async function hearOut(connection: Socket, frames: AsyncGenerator<Asked>): Promise<void> {
  connection.setTimeout(longestSilenceMs, () => connection.destroy());
  try {
    while ((await frames.next()).done !== true);
  } finally {
    connection.destroy();
  }
}

function call(ledger: Ledger, name: SharedCall, args: readonly unknown[]): Promise<unknown> {
  return Reflect.apply(ledger[name], ledger, args) as Promise<unknown>;
}

/** Batches until the caller says that they ended; a caller that dies before leaves the work undone. */
async function* batchesOf(frames: AsyncGenerator<Asked>): AsyncGenerator<unknown> {
  for (;;) {
    const next = await frames.next();
    if (next.done === true) throw new Error("the caller broke off before its last batch");
    if (next.value.kind === "end") return;
    if (next.value.kind === "batch") yield next.value.batch;
  }
}

function withSent(
  argument: unknown,
  tell: (line: string) => void,
  batches: AsyncGenerator<unknown>,
): unknown {
  if (argument === null || typeof argument !== "object" || argument instanceof Uint8Array)
    return argument;
  const marked = Object.entries(argument).filter(
    ([, value]) => value === tellMark || value === batchesMark,
  );
  if (marked.length === 0) return argument;
  return {
    ...argument,
    ...Object.fromEntries(
      marked.map(([name, value]) => [name, value === tellMark ? tell : batches]),
    ),
  };
}
