import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {WARCParser, WARCSerializer} from "warcio";
import {type KeptCapture, warc} from "../../src/exports/index.ts";
import {day} from "../../src/world/index.ts";
import {hostileWords} from "./hostile-words.ts";

const about = {demarche: "0.1.0", asOf: day("2026-06-01")};

function kept(bytes: Uint8Array, facts: Partial<KeptCapture> = {}): KeptCapture {
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    origin: "https://someone:secret@example.org/news?id=1",
    mediaType: "text/html",
    bytes,
    recordedOn: day("2026-05-30"),
    specimen: false,
    licence: null,
    ...facts,
  };
}

async function fileOf(captures: readonly KeptCapture[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of warc(about, captures)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface ReadBack {
  readonly headers: ReadonlyMap<string, string>;
  readonly payload: Uint8Array;
}

/** What warcio, which did not write it, reads in a file. */
async function readBack(file: Uint8Array): Promise<readonly ReadBack[]> {
  const records: ReadBack[] = [];
  for await (const record of new WARCParser([file], {keepHeadersCase: true})) {
    const headers = new Map([...record.warcHeaders.headers]);
    records.push({headers, payload: await record.readFully(false)});
  }
  return records;
}

/** The digests that warcio itself works out for the records of a file. */
async function digestsOf(file: Uint8Array): Promise<readonly unknown[]> {
  const digests: unknown[] = [];
  for await (const record of new WARCParser([file])) {
    const digest = {algo: "sha-256", prefix: "sha256:"};
    await new WARCSerializer(record, {digest}).digestRecord({recompute: true});
    digests.push(record.warcBlockDigest);
  }
  return digests;
}

describe("WARC", () => {
  it("gives warcio every capture back byte for byte, and the digests are those that warcio works out", async () => {
    const captures = fc.array(
      fc.record({
        bytes: fc.uint8Array({maxLength: 3000}),
        origin: hostileWords,
        mediaType: hostileWords,
        licence: fc.option(hostileWords),
      }),
      {maxLength: 5},
    );
    await fc.assert(
      fc.asyncProperty(captures, async (made) => {
        const file = await fileOf(made.map(({bytes, ...facts}) => kept(bytes, facts)));
        const [info, ...records] = await readBack(file);
        expect(info?.headers.get("WARC-Type")).toBe("warcinfo");
        expect(records.map(({payload}) => Buffer.from(payload))).toEqual(
          made.map(({bytes}) => Buffer.from(bytes)),
        );
        const stated = [info, ...records].map((one) => one?.headers.get("WARC-Block-Digest"));
        expect(await digestsOf(file)).toEqual(stated);
      }),
      {numRuns: 60},
    );
  });

  it("says where a capture came from without login, path or name of the machine", async () => {
    const texts = ["a", "b", "c", "d"].map((text) => Buffer.from(text));
    const origins = [
      "https://someone:secret@example.org/news?id=1",
      "/home/someone/my notes.txt",
      "C:\\Users\\someone\\notes.txt",
      "-",
    ];
    const file = await fileOf(texts.map((bytes, at) => kept(bytes, {origin: origins[at] ?? ""})));
    const targets = (await readBack(file)).map(({headers}) => headers.get("WARC-Target-URI"));
    expect(targets.slice(1)).toEqual([
      "https://example.org/news?id=1",
      "file:///my%20notes.txt",
      "file:///notes.txt",
      `urn:demarche:stdin:${createHash("sha256").update("d").digest("hex")}`,
    ]);
  });

  it("names each record by what it holds: the same captures are the same bytes, others have other names", async () => {
    const [one, two] = [kept(Buffer.from("one")), kept(Buffer.from("two"))];
    expect(await fileOf([one, two])).toEqual(await fileOf([one, two]));
    const again = kept(Buffer.from("one"), {origin: "https://example.org/copy"});
    const ids = (await readBack(await fileOf([one, two, again]))).map(({headers}) =>
      headers.get("WARC-Record-ID"),
    );
    expect(new Set(ids).size).toBe(4);
    for (const id of ids)
      expect(id).toMatch(
        /^<urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}>$/,
      );
  });

  it("lets no header of a capture begin a header of its own", async () => {
    const mediaType = "text/html\r\nWARC-Type: warcinfo";
    const licence = "CC-BY\r\nWARC-Type: warcinfo";
    const [, record] = await readBack(await fileOf([kept(Buffer.from("x"), {mediaType, licence})]));
    expect(record?.headers.get("WARC-Type")).toBe("resource");
    expect(record?.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(record?.headers.get("Demarche-Licence")).toBe("CC-BY WARC-Type: warcinfo");
  });

  it("refuses bytes that are not those of their hash", async () => {
    await expect(fileOf([kept(Buffer.from("x"), {sha256: "0".repeat(64)})])).rejects.toThrow(
      /hash/,
    );
  });

  it("tells who wrote it and as of when", async () => {
    const [info] = await readBack(await fileOf([]));
    const text = Buffer.from(info?.payload ?? []).toString();
    expect(text).toContain("software: Demarche/0.1.0");
    expect(text).toContain("2026-06-01");
  });
});
