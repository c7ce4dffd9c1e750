import {realpathSync, rmSync, statSync} from "node:fs";
import {z} from "zod";
import {readNoteIn, writeNote} from "./beside-note.ts";

const note = z.strictObject({
  pid: z.int().positive(),
  socket: z.string().min(1),
  /** Layout of the ledger's tables: another version would not understand what is said. */
  schemaVersion: z.int().positive(),
});
/** Left beside a ledger by the process that holds it, so that others know where to ask. */
export type ServingNote = z.infer<typeof note>;

const noteOf = (path: string) => `${realpathSync(path)}.serving`;

export function leaveNote(path: string, content: ServingNote): void {
  writeNote(noteOf(path), content, 0o600);
}

/** Takes the note away, unless another process has left its own meanwhile. */
export function takeNoteAway(path: string): void {
  if (readNote(path)?.pid === process.pid) rmSync(noteOf(path), {force: true});
}

/**
 * The note beside a ledger; `null` where there is none, it is no note, or another user wrote it: whoever may write into a
 * shared folder must not make us speak to a socket of theirs.
 */
export function readNote(path: string): ServingNote | null {
  try {
    const file = noteOf(path);
    if (!isOurs(file)) return null;
    const read = readNoteIn(file, note);
    if (read === null) return null;
    return process.platform === "win32" || isOurs(read.socket) ? read : null;
  } catch {
    // No ledger, no note, or its socket is gone: nobody serves this ledger.
    return null;
  }
}

function isOurs(path: string): boolean {
  return process.getuid === undefined || statSync(path).uid === process.getuid();
}
