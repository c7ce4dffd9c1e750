import {rmSync} from "node:fs";
import {z} from "zod";
import {type Day, isDay} from "../world/index.ts";
import {readNoteIn, writeNote} from "./beside-note.ts";
import type {Verification} from "./verify-ledger.ts";

/** The last check of a ledger, noted in a file beside it, so that `doctor` can say how long ago that was. */
const verifiedNote = z.object({
  on: z.string().refine((text): text is Day => isDay(text)),
  whole: z.boolean(),
  head: z.string(),
});
export type VerifiedNote = Readonly<z.infer<typeof verifiedNote>>;

export function verifiedFile(ledgerPath: string): string {
  return `${ledgerPath}.verified`;
}

/** A check counts although its note cannot be written. */
export function noteVerified(ledgerPath: string, on: Day, {whole, head}: Verification): void {
  try {
    writeNote(verifiedFile(ledgerPath), {on, whole, head});
  } catch {
    rmSync(verifiedFile(ledgerPath), {force: true});
  }
}

/** The note beside a ledger; `null` where there is none that can be read. */
export function readVerified(ledgerPath: string): VerifiedNote | null {
  return readNoteIn(verifiedFile(ledgerPath), verifiedNote);
}
