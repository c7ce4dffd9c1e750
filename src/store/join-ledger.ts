import {connect} from "node:net";
import {frameOf, readFrames} from "./frames.ts";
import {schemaVersion} from "./ledger-tables.ts";
import type {Ledger} from "./open-ledger.ts";
import {readNote, type ServingNote} from "./serving-note.ts";
import {
  type Asked,
  batchesMark,
  receiveError,
  type SharedCall,
  sharedCalls,
  type Told,
  tellMark,
} from "./shared-calls.ts";
import {exitLedger, LedgerHeld, StoreError} from "./store-error.ts";

/**
 * A ledger that another process of this user holds and shares (`demarche serve`), asked through its socket. Everything
 * works as on an opened ledger; closing it leaves the holder alone.
 * @returns null where nobody shares it.
 * @throws StoreError when the holder is of another version.
 */
export function joinLedger(path: string): Ledger | null {
  const note = readNote(path);
  if (note === null) return null;
  if (note.schemaVersion !== schemaVersion)
    throw new StoreError(
      `the ledger ${path} is held by process ${note.pid}, a Demarche whose ledgers are of version ${note.schemaVersion}; this is ${schemaVersion}`,
      {status: 423, exitCode: exitLedger, whatToDo: "End that process and start it anew."},
    );
  const calls = Object.keys(sharedCalls).map((name) => [
    name,
    (...args: readonly unknown[]) => ask({path, note}, name as SharedCall, args),
  ]);
  return {...(Object.fromEntries(calls) as Omit<Ledger, "close">), close: async () => {}};
}

async function ask(
  {path, note}: {path: string; note: ServingNote},
  name: SharedCall,
  args: readonly unknown[],
): Promise<unknown> {
  const {sent, tell, batches} = sendable(args);
  const connection = connect({path: note.socket, allowHalfOpen: true});
  const broken = new Promise<never>((_, failed) =>
    connection.once("error", (cause) => failed(new LedgerHeld(path, `process ${note.pid}`, cause))),
  );
  broken.catch(() => null);
  const write = async (asked: Asked) => {
    if (!connection.write(frameOf(asked)))
      await Promise.race([new Promise((free) => connection.once("drain", free)), broken]);
  };
  let answered = false;
  const saying = (async () => {
    await write({kind: "call", name, args: sent});
    for await (const batch of batches) {
      if (answered) return;
      await write({kind: "batch", batch});
    }
    await write({kind: "end"});
  })();
  const hearing = (async () => {
    for await (const told of readFrames(connection) as AsyncGenerator<Told>) {
      if (told.kind === "tell") tell(told.line);
      else if (told.kind === "error") throw receiveError(told.error);
      else return told.value;
    }
    throw new StoreError("the process that holds the ledger went away", {
      status: 503,
      exitCode: exitLedger,
      whatToDo: "Run the command again: what was acknowledged before is kept.",
    });
  })();
  try {
    // A fault in saying (the caller's own stream broke) ends the call; an answer ends the saying.
    return await Promise.race([hearing, saying.then(() => hearing), broken]);
  } finally {
    answered = true;
    saying.catch(() => null);
    hearing.catch(() => null);
    connection.destroy();
  }
}

/** Arguments as they can be sent: a function that tells progress and a stream of batches stay here, a mark goes. */
function sendable(args: readonly unknown[]) {
  let tell: (line: string) => void = () => {};
  let batches: AsyncIterable<unknown> = (async function* () {})();
  const sent = args.map((argument) => {
    if (argument === null || typeof argument !== "object" || argument instanceof Uint8Array)
      return argument;
    const marks: Record<string, string> = {};
    for (const [name, value] of Object.entries(argument)) {
      if (typeof value === "function") {
        tell = value as (line: string) => void;
        marks[name] = tellMark;
      } else if (isStream(value)) {
        batches = value;
        marks[name] = batchesMark;
      }
    }
    return Object.keys(marks).length === 0 ? argument : {...argument, ...marks};
  });
  return {sent, tell, batches};
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
