import {createHash} from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import {dirname, join} from "node:path";
import {pipeline} from "node:stream/promises";
import {makeFolder} from "../make-folder.ts";
import type {EventTable} from "./event-columns.ts";

/** Where the event files of a ledger lie: a folder beside it. */
export function eventFolder(ledgerPath: string): string {
  return `${ledgerPath}.events`;
}

/** Where an import does its work, in the same file system, so that finished files can be renamed into their place. */
export function workFolder(ledgerPath: string): string {
  return join(eventFolder(ledgerPath), ".importing");
}

/**
 * Path of a file within the event folder, in Hive's layout: "events/dataset=gdelt/year=2019/month=1/part-12-1.parquet" is
 * the first file of import 12.
 */
export function eventFile(
  {name}: Pick<EventTable, "name">,
  publisher: string,
  monthNumber: number,
  importEntry: number,
  ordinal: number,
): string {
  const year = Math.floor(monthNumber / 12);
  return `${name}/dataset=${publisher}/year=${year}/month=${(monthNumber % 12) + 1}/part-${importEntry}-${ordinal}.parquet`;
}

/** Puts a written file in its place so that it is there after a power cut: its bytes first, then its name. */
export function placeFile(written: string, place: string): void {
  const folder = dirname(place);
  makeFolder(folder);
  syncPath(written);
  renameSync(written, place);
  syncPath(folder);
}

function syncPath(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Every Parquet file in the event folder, by its path within. */
export function filesThere(ledgerPath: string): readonly string[] {
  const folder = eventFolder(ledgerPath);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".parquet") && !file.startsWith("."))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

export function removeWork(ledgerPath: string): void {
  rmSync(workFolder(ledgerPath), {recursive: true, force: true});
}

/** SHA-256 of a file, lower-case hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, {highWaterMark: 1 << 20}), hash);
  return hash.digest("hex");
}
