import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import type {z} from "zod";

/**
 * Writes a small note into a file beside a ledger, whole or not at all.
 * @throws Error what the disk says.
 */
export function writeNote(file: string, note: object, mode = 0o666): void {
  writeBeside(file, `${JSON.stringify(note)}\n`, mode);
}

/** Writes a file beside a ledger, whole or not at all. @throws Error what the disk says. */
export function writeBeside(file: string, text: string, mode = 0o666): void {
  const writing = `${file}.writing-${process.pid}`;
  try {
    writeFileSync(writing, text, {mode});
    renameSync(writing, file);
  } catch (error) {
    rmSync(writing, {force: true});
    throw error;
  }
}

/** The note in a file beside a ledger; `null` where there is none, or it is not what is meant. */
export function readNoteIn<Note>(file: string, shape: z.ZodType<Note>): Note | null {
  if (!existsSync(file)) return null;
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Half written, or by somebody else: no note of ours.
    return null;
  }
}
