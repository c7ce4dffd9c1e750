import {gzipSync} from "node:zlib";

type Headers = Readonly<Record<string, string | number>>;

/** A record of a WARC file (ISO 28500), its length stated unless the headers say otherwise. */
export function warcRecord(headers: Headers, block: Uint8Array | string): Buffer {
  const bytes = Buffer.from(block as string);
  const all: Headers = {
    "WARC-Type": "response",
    "WARC-Target-URI": "https://news.example/a",
    "WARC-Date": "2026-01-13T08:30:00Z",
    "Content-Type": "application/http;msgtype=response",
    "Content-Length": bytes.length,
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`),
    bytes,
    Buffer.from("\r\n\r\n"),
  ]);
}

/** An answer of a server, as it goes over the wire. */
export function answer(
  body: Uint8Array | string,
  headers: Headers = {},
  status = "200 OK",
): Buffer {
  const all: Headers = {"Content-Type": "text/html; charset=utf-8", ...headers};
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${head.join("")}\r\n`),
    Buffer.from(body as string),
  ]);
}

/** Each record as a gzip member of its own. */
export function packed(...records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
