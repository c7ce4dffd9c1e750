import {createHash} from "node:crypto";
import {type Capture, clipLine} from "../world/index.ts";
import type {About} from "./about.ts";
import {safeOrigin} from "./safe-origin.ts";

/** A capture with the licence under which it may be used; null where nobody has said. */
export interface KeptCapture extends Capture {
  readonly licence: string | null;
}

/**
 * Captures as a web archive (WARC 1.1, ISO 28500:2017): each record a gzip member of its own, so that a reader may jump
 * to any. A capture is a `resource` record, for the headers of the answer that brought it are not kept. Dates have the
 * day's precision, which WARC 1.1 allows and the ledger has. Record ids are UUIDs of version 8 (RFC 9562) made of what
 * the record holds: the same captures give the same bytes.
 *
 * @param captures in the ledger's order; taken one at a time, so that no more than one stands in memory.
 */
export async function* warc(
  about: Pick<About, "demarche" | "asOf">,
  captures: AsyncIterable<KeptCapture> | Iterable<KeptCapture>,
): AsyncIterable<Uint8Array> {
  const {gzipSync} = await import("fflate");
  // Without a time in its head, a gzip member is the same bytes whenever it is made.
  const packed = (bytes: Uint8Array) => gzipSync(bytes, {mtime: 0});
  const info = encoder.encode(
    [
      `software: Demarche/${about.demarche}`,
      "format: WARC File Format 1.1",
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      `description: texts that the ledger kept, as known on ${about.asOf}`,
      "",
    ].join("\r\n"),
  );
  const infoId = recordId("warcinfo", sha256(info));
  yield packed(
    record(
      [
        ["WARC-Type", "warcinfo"],
        ["WARC-Record-ID", infoId],
        ["WARC-Date", about.asOf],
        ["WARC-Filename", "captures.warc.gz"],
        ["Content-Type", "application/warc-fields"],
        ["WARC-Block-Digest", `sha256:${sha256(info)}`],
      ],
      info,
    ),
  );
  for await (const capture of captures) {
    const {sha256: hash, origin, mediaType, bytes, recordedOn, specimen, licence} = capture;
    const digest = sha256(bytes);
    if (digest !== hash) throw new Error(`the bytes kept for capture ${hash} hash to ${digest}`);
    yield packed(
      record(
        [
          ["WARC-Type", "resource"],
          ["WARC-Record-ID", recordId("resource", hash, origin, recordedOn)],
          ["WARC-Warcinfo-ID", infoId],
          ["WARC-Date", recordedOn],
          ["WARC-Target-URI", safeOrigin(origin, hash)],
          ["Content-Type", safeMediaType(mediaType)],
          ["WARC-Block-Digest", `sha256:${digest}`],
          ["WARC-Payload-Digest", `sha256:${digest}`],
          ...(licence === null ? [] : [["Demarche-Licence", clipLine(licence, 500)] as const]),
          ...(specimen ? [["Demarche-Specimen", "true"] as const] : []),
        ],
        bytes,
      ),
    );
  }
}

const encoder = new TextEncoder();

function record(headers: readonly (readonly [string, string])[], block: Uint8Array): Uint8Array {
  const head = encoder.encode(
    [
      "WARC/1.1",
      ...headers.map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${block.length}`,
      "",
      "",
    ].join("\r\n"),
  );
  const tail = encoder.encode("\r\n\r\n");
  const whole = new Uint8Array(head.length + block.length + tail.length);
  whole.set(head);
  whole.set(block, head.length);
  whole.set(tail, head.length + block.length);
  return whole;
}

/** A media type comes from a server: nothing of it may begin a header of its own. */
function safeMediaType(text: string): string {
  return /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w-]+=[\w."+:-]+)*$/.test(text)
    ? text
    : "application/octet-stream";
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function recordId(...madeOf: readonly string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(madeOf)).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
  return `<urn:uuid:${uuid}>`;
}
