import {brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync} from "node:zlib";
import {maxRecordBytes} from "./archive.ts";

/** An answer of a server as an archive keeps it. */
export interface HttpMessage {
  readonly status: number;
  readonly mediaType: string | null;
  /** The body as it was sent. */
  readonly sent: Buffer;
  /** The body with its codings undone; what could not be undone stands as it is. */
  readonly body: Buffer;
  /** Whether as much was sent as the answer says of itself. */
  readonly isWhole: boolean;
  readonly notes: readonly string[];
  /** Whether it would unfold to more than a record may be: then the body is none. */
  readonly isTooLarge: boolean;
}

const maxHead = 256 * 1024;

/** Headers with lower-case names; of those with one name the first. */
export function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const colon = line.indexOf(":");
    // A line that begins with white space goes on from the one above (RFC 9112, 5.2).
    if (/^[ \t]/.test(line) && last !== "")
      headers.set(last, `${headers.get(last) ?? ""} ${line.trim()}`.slice(0, maxHead));
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return headers;
}

/** Where the headers end and what comes behind them begins; null where they do not end. */
export function headEnd(bytes: Buffer): {readonly head: number; readonly body: number} | null {
  for (
    let feed = bytes.indexOf(10);
    feed !== -1 && feed < maxHead;
    feed = bytes.indexOf(10, feed + 1)
  ) {
    if (bytes[feed + 1] === 10) return {head: feed, body: feed + 2};
    if (bytes[feed + 1] === 13 && bytes[feed + 2] === 10) return {head: feed, body: feed + 3};
  }
  return null;
}

/** Reads an HTTP/1 answer (RFC 9112); null where it is none. */
export function httpMessage(bytes: Buffer): HttpMessage | null {
  const end = headEnd(bytes) ?? {head: bytes.length, body: bytes.length};
  const [first = "", ...lines] = bytes
    .toString("latin1", 0, Math.min(end.head, maxHead))
    .split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = headersOf(lines);
  const sent = bytes.subarray(end.body);
  const notes: string[] = [];
  let body = sent;
  let isTooLarge = false;
  if (/\bchunked\b/i.test(headers.get("transfer-encoding") ?? "")) {
    const joined = joinChunks(sent);
    if (joined.note !== null) notes.push(joined.note);
    body = joined.body;
  }
  const codings = (headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .slice(0, 4);
  for (const coding of codings.reverse()) {
    const undone = undo(coding, body);
    if (undone === null) isTooLarge = true;
    else if (typeof undone === "string") notes.push(undone);
    else body = undone;
  }
  const length = headers.get("content-length") ?? "";
  return {
    status: Number(status),
    isWhole: /^\d{1,15}$/.test(length) && sent.length >= Number(length),
    mediaType: headers.get("content-type") ?? null,
    sent,
    body,
    notes,
    isTooLarge,
  };
}

/** Chunks as one body (RFC 9112, 7.1). Archives also say "chunked" of bodies whose chunks were joined before. */
function joinChunks(sent: Buffer): {body: Buffer; note: string | null} {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const feed = sent.indexOf(10, at);
    const line = feed === -1 ? "" : sent.toString("latin1", at, Math.min(feed, at + 200));
    const size = /^([0-9a-f]{1,8})\s*(?:;[^\r]*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) {
      if (chunks.length === 0) return {body: sent, note: "it is said to be chunked, and is not"};
      return {body: Buffer.concat(chunks), note: "its chunks break off"};
    }
    const length = Number.parseInt(size, 16);
    if (length === 0) return {body: Buffer.concat(chunks), note: null};
    const chunk = sent.subarray(feed + 1, feed + 1 + length);
    chunks.push(chunk);
    at = feed + 1 + length;
    if (chunk.length < length) return {body: Buffer.concat(chunks), note: "its chunks break off"};
    if (sent[at] === 13) at += 1;
    if (sent[at] === 10) at += 1;
  }
}

/** The body with one coding undone, or what is wrong with it; null where it would grow beyond the cap. */
function undo(coding: string, body: Buffer): Buffer | string | null {
  const how = {maxOutputLength: maxRecordBytes, finishFlush: constants.Z_SYNC_FLUSH};
  try {
    if (coding === "gzip" || coding === "x-gzip")
      return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, how) : body;
    if (coding === "deflate")
      return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, how) : inflateRawSync(body, how);
    if (coding === "br") return brotliDecompressSync(body, {maxOutputLength: maxRecordBytes});
    if (coding === "" || coding === "identity" || coding === "utf-8") return body;
    return `its content coding ${JSON.stringify(coding.slice(0, 20))} is not known`;
  } catch (cause) {
    const isLarge = cause instanceof Error && Reflect.get(cause, "code") === "ERR_BUFFER_TOO_LARGE";
    return isLarge ? null : `it is said to be ${coding}, and is not`;
  }
}
