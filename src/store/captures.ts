import {createHash} from "node:crypto";
import {deflateRawSync, inflateRawSync} from "node:zlib";
import type {Capture, Day} from "../world/index.ts";
import type {EntryAppender} from "./append-entries.ts";
import type {Database, Writer} from "./database.ts";
import {entryKnown, standing} from "./entries-known.ts";
import {askedWrongly, exitLedger, StoreError} from "./store-error.ts";

/** What is known of a capture without its bytes. */
export type CaptureAbout = Omit<Capture, "bytes"> & {readonly licence: string | null};

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const captureStatements = {
  stands: `SELECT 1 FROM capture WHERE id = $id AND origin = $origin AND ${standing("capture")} LIMIT 1`,
  hasBytes: "SELECT 1 FROM capture WHERE id = $id AND bytes IS NOT NULL LIMIT 1",
  captures: `SELECT content, licence FROM capture WHERE ${entryKnown("capture")} ORDER BY recorded_on, entry`,
  bytes: "SELECT hex(bytes) FROM capture WHERE id = $id AND bytes IS NOT NULL",
} as const;

/** Keeps bytes once, deflated, under their own hash; the same bytes from elsewhere are another capture of them. */
export async function keepCapture(
  writer: Writer,
  appender: EntryAppender,
  {bytes, ...about}: Capture,
  licence: string | null,
): Promise<void> {
  const {sha256: id, origin, recordedOn} = about;
  if ((await writer.rows(captureStatements.stands, {id, origin})).length > 0) return;
  const kept = (await writer.rows(captureStatements.hasBytes, {id})).length > 0;
  await appender.append({
    table: "capture",
    id,
    validFrom: null,
    validTo: null,
    recordedOn,
    origin,
    madeBy: "capture@1",
    licence,
    content: JSON.stringify(about),
    more: {bytes: kept ? null : deflateRawSync(bytes, {level: 9})},
  });
}

/** Every capture that was known, in the order they came. */
export async function captures(database: Database, asOf: Day): Promise<readonly CaptureAbout[]> {
  const rows = await database.rows(captureStatements.captures, {asOf});
  return rows.map(([content, licence]) => ({
    ...(JSON.parse(String(content)) as Omit<Capture, "bytes">),
    licence: licence === null ? null : String(licence),
  }));
}

/**
 * The bytes of a capture, as they came.
 * @throws StoreError when there is none, or when what is kept no longer has that hash.
 */
export async function captureBytes(database: Database, sha256: string): Promise<Uint8Array> {
  const [[hex] = []] = await database.rows(captureStatements.bytes, {id: sha256});
  if (hex === undefined)
    throw askedWrongly(
      `the ledger keeps no capture ${sha256}`,
      "Take the hash from an article's `captureSha256`.",
    );
  const bytes = inflated(Buffer.from(String(hex), "hex"));
  if (bytes !== null && createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new StoreError(`the kept bytes of capture ${sha256} were altered`, {
    status: 500,
    exitCode: exitLedger,
    whatToDo: "`demarche verify` names what else was; restore a backup with `demarche restore`.",
  });
}

function inflated(deflated: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(deflated);
  } catch {
    return null;
  }
}
