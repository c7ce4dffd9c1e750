import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {type Day, isDay} from "../world/index.ts";
import type {Verification} from "./verify-ledger.ts";

/** The last check of a ledger, noted in a file beside it, so that `doctor` can say how long ago that was. */
export interface VerifiedNote {
  readonly on: Day;
  readonly whole: boolean;
  readonly head: string;
}

export function verifiedFile(ledgerPath: string): string {
  return `${ledgerPath}.verified`;
}

/** A check counts although its note cannot be written. */
export function noteVerified(ledgerPath: string, on: Day, {whole, head}: Verification): void {
  try {
    writeFileSync(verifiedFile(ledgerPath), `${JSON.stringify({on, whole, head})}\n`);
  } catch {
    rmSync(verifiedFile(ledgerPath), {force: true});
  }
}

/** The note beside a ledger; `null` where there is none that can be read. */
export function readVerified(ledgerPath: string): VerifiedNote | null {
  const file = verifiedFile(ledgerPath);
  if (!existsSync(file)) return null;
  try {
    const note: unknown = JSON.parse(readFileSync(file, "utf8"));
    const [on, whole, head] = ["on", "whole", "head"].map((name): unknown =>
      Reflect.get(Object(note), name),
    );
    if (typeof on !== "string" || !isDay(on) || typeof whole !== "boolean") return null;
    return {on, whole, head: String(head)};
  } catch {
    return null;
  }
}
