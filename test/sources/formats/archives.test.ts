import {createHash} from "node:crypto";
import {brotliCompressSync, deflateSync, gzipSync} from "node:zlib";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {warc} from "../../../src/exports/index.ts";
import {
  type ArchiveNote,
  captureOf,
  type ImportDisk,
  InputError,
  parseLastUpdate,
  readArchive,
} from "../../../src/sources/index.ts";
import {day} from "../../../src/world/index.ts";
import {makeZip} from "../importers/make-zip.ts";
import {answer, packed, warcRecord} from "./make-warc.ts";

const page = "<p>The ministers met in Jakarta.";

/** A disk that holds one file, handed out in pieces. */
function diskOf(bytes: Uint8Array, piece = 1000): ImportDisk {
  return {
    sizeOf: async () => bytes.length,
    read: async function* (_, start, end) {
      for (let at = start; at < end; at += piece)
        yield bytes.subarray(at, Math.min(end, at + piece));
    },
  };
}

async function readAll(bytes: Uint8Array, piece?: number) {
  const notes: ArchiveNote[] = [];
  const pages: string[] = [];
  const tell = (note: ArchiveNote) => notes.push(note);
  for await (const one of readArchive("kept.warc", diskOf(bytes, piece), tell))
    pages.push(`${one.url} ${one.fetchedAt} ${one.mediaType} ${Buffer.from(one.bytes).toString()}`);
  return {pages, notes: notes.map(({why, kept}) => `${kept ? "kept" : "left"}: ${why}`)};
}

const kept = `https://news.example/a 2026-01-13T08:30:00Z text/html; charset=utf-8 ${page}`;
const keptAt = (path: string) => kept.replace("/a", `/${path}`);
const at = (path: string) => ({"WARC-Target-URI": `https://news.example/${path}`});
const info = warcRecord(
  {"WARC-Type": "warcinfo", "Content-Type": "application/warc-fields"},
  "software: none\r\n",
);

describe("a WARC file", () => {
  it("gives its answers and resources, packed or not", async () => {
    const records = [
      info,
      warcRecord({}, answer(page)),
      warcRecord({"WARC-Type": "request"}, "GET /a HTTP/1.1\r\n\r\n"),
      warcRecord(
        {"WARC-Type": "resource", "Content-Type": "text/html; charset=utf-8", ...at("b")},
        page,
      ),
    ];
    const wanted = {pages: [kept, keptAt("b")], notes: []};
    expect(await readAll(Buffer.concat(records))).toEqual(wanted);
    expect(await readAll(packed(...records))).toEqual(wanted);
    expect(await readAll(gzipSync(Buffer.concat(records)))).toEqual(wanted);
  });

  it("is the same in pieces of any length", async () => {
    const bytes = packed(info, warcRecord({}, answer(page)), warcRecord(at("b"), answer(page)));
    for (const piece of [1, 2, 3, 7, 64, 1_000_000])
      expect(await readAll(bytes, piece)).toEqual({pages: [kept, keptAt("b")], notes: []});
  });

  it.each<[string, Buffer]>([
    [
      "chunks",
      answer("5\r\n<p>Th\r\n1b;x=1\r\ne ministers met in Jakarta.\r\n0\r\n\r\n", {
        "Transfer-Encoding": "chunked",
      }),
    ],
    ["gzip", answer(gzipSync(page), {"Content-Encoding": "gzip"})],
    ["brotli", answer(brotliCompressSync(page), {"Content-Encoding": "br"})],
    ["deflate", answer(deflateSync(page), {"Content-Encoding": "deflate"})],
    ["no coding, whatever it says", answer(page, {"Content-Encoding": "identity"})],
  ])("undoes %s", async (_, block) => {
    expect(await readAll(warcRecord({}, block))).toEqual({pages: [kept], notes: []});
  });

  it("keeps what is said to be chunked or packed and is not, and tells so", async () => {
    const chunked = await readAll(warcRecord({}, answer(page, {"Transfer-Encoding": "chunked"})));
    expect(chunked).toEqual({pages: [kept], notes: ["kept: it is said to be chunked, and is not"]});
    const brotli = await readAll(warcRecord({}, answer(page, {"Content-Encoding": "br"})));
    expect(brotli).toEqual({pages: [kept], notes: ["kept: it is said to be br, and is not"]});
  });

  it("compares digests, in hexadecimal as in base 32", async () => {
    const digest = (data: Uint8Array | string) => createHash("sha256").update(data).digest("hex");
    const right = warcRecord({"WARC-Payload-Digest": `sha256:${digest(page)}`}, answer(page));
    expect((await readAll(right)).notes).toEqual([]);
    const empty = {"WARC-Block-Digest": "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ"};
    expect((await readAll(warcRecord(empty, answer(page)))).notes).toEqual([
      "kept: its bytes are not those of its block digest",
    ]);
  });

  it("loses nothing but the broken record", async () => {
    const good = [warcRecord({}, answer(page)), warcRecord(at("b"), answer(page))] as const;
    const members = [...good, warcRecord(at("c"), answer(page))].map((record) => gzipSync(record));
    members[1]?.fill(0xff, 30, 50);
    const broken = await readAll(Buffer.concat(members));
    expect(broken.pages).toEqual([kept, keptAt("c")]);
    expect(broken.notes).toEqual(["left: a gzip member is broken"]);
    const short = warcRecord({"Content-Length": 20, ...at("x")}, answer(page));
    const after = await readAll(Buffer.concat([good[0], short, good[1]]));
    expect(after.pages).toEqual([kept, keptAt("b")]);
    expect(after.notes).toContain("left: what stands between two records is none");
  });

  it("tells of a file that breaks off, and keeps an answer that was whole by then", async () => {
    const whole = warcRecord({}, answer(page, {"Content-Length": page.length}));
    const cut = Buffer.concat([whole, warcRecord(at("b"), answer(page)).subarray(0, -20)]);
    expect(await readAll(cut)).toEqual({pages: [kept], notes: ["left: it breaks off"]});
    expect((await readAll(packed(whole).subarray(0, -30))).notes).toEqual([
      "left: the file breaks off",
    ]);
  });

  it.each<[string, Buffer, string]>([
    ["an error", warcRecord({}, answer(page, {}, "404 Not Found")), "its server answered 404"],
    [
      "a repeat",
      warcRecord({"WARC-Type": "revisit"}, answer("")),
      "its bytes stand in another record",
    ],
    ["no answer", warcRecord({}, page), "it holds no HTTP answer"],
    [
      "no address",
      warcRecord({"WARC-Target-URI": "../../etc/passwd"}, answer(page)),
      "its address is none",
    ],
    [
      "no length",
      warcRecord({"Content-Length": "many"}, ""),
      "the length of a record is not stated",
    ],
  ])("leaves out %s and says so", async (_, record, why) => {
    const {pages, notes} = await readAll(Buffer.concat([record, warcRecord({}, answer(page))]));
    expect(pages).toEqual([kept]);
    expect(notes).toContain(`left: ${why}`);
  });

  it("unfolds no bomb", async () => {
    const zeros = gzipSync(Buffer.alloc(65_000_000));
    const inAnswer = await readAll(warcRecord({}, answer(zeros, {"Content-Encoding": "gzip"})));
    expect(inAnswer.notes).toEqual(["left: it unfolds to more than 64 MB"]);
    const inMember = await readAll(Buffer.concat([packed(warcRecord({}, answer(page))), zeros]));
    expect(inMember).toEqual({
      pages: [kept],
      notes: ["left: a gzip member unfolds to more than 64 MB"],
    });
  });

  it("that we exported gives the same captures", async () => {
    const capture = captureOf(
      Buffer.from(page),
      "https://news.example/a",
      day("2026-01-13"),
      false,
    );
    const chunks: Uint8Array[] = [];
    const about = {demarche: "0.1.0", asOf: day("2026-01-14")};
    for await (const chunk of warc(about, [{...capture, licence: null}])) chunks.push(chunk);
    expect(await readAll(Buffer.concat(chunks))).toEqual({
      pages: [`https://news.example/a 2026-01-13 text/plain ${page}`],
      notes: [],
    });
  });

  it("of any bytes gives pages, notes or an InputError", async () => {
    const files = [
      packed(
        info,
        warcRecord({}, answer(page)),
        warcRecord(at("b"), answer(gzipSync(page), {"Content-Encoding": "gzip"})),
      ),
      Buffer.concat([info, warcRecord({}, answer(page, {"Transfer-Encoding": "chunked"})), info]),
    ];
    const change = fc.record({
      at: fc.nat(1500),
      length: fc.nat(20),
      put: fc.uint8Array({maxLength: 8}),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, {maxLength: 5}),
        async (file, changes) => {
          const bytes = changes.reduce<Uint8Array>(
            (all, {at: from, length, put}) =>
              Buffer.concat([all.subarray(0, from), put, all.subarray(from + length)]),
            file,
          );
          const outcome = await readAll(bytes).catch((error: unknown) => error);
          if (!(outcome instanceof InputError)) expect(outcome).toHaveProperty("pages");
        },
      ),
      {numRuns: 500},
    );
  });
});

describe("an ARC file", () => {
  const block = answer(page);
  const head = "filedesc://kept.arc 0.0.0.0 20260113083000 text/plain 3\n1 0\n\n";
  const record = (line: string) =>
    Buffer.concat([Buffer.from(`${line}\n`), block, Buffer.from("\n")]);

  it("gives its answers, blanks in addresses and all", async () => {
    const url = "https://news.example/a b";
    const bytes = Buffer.concat([
      Buffer.from(head),
      record(`${url} 192.0.2.1 20260113083000 text/html ${block.length}`),
    ]);
    expect((await readAll(bytes)).pages).toEqual([keptAt("a%20b")]);
    expect((await readAll(gzipSync(bytes))).pages).toEqual([keptAt("a%20b")]);
  });

  it("leaves out a record without a length", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${head}https://news.example/x 192.0.2.1 20260113083000 text/html -1\n\n`),
      record(`https://news.example/a 192.0.2.1 20260113083000 text/html ${block.length}`),
    ]);
    expect(await readAll(bytes)).toEqual({
      pages: [kept],
      notes: ['left: its length is said to be "-1"'],
    });
  });
});

describe("a WACZ file", () => {
  const member = packed(info, warcRecord({}, answer(page)));

  it("gives the pages of its WARC files, and takes no name for a path", async () => {
    const bytes = makeZip([
      {name: "datapackage.json", bytes: Buffer.from("{}")},
      {name: "archive/data.warc.gz", bytes: member},
      {name: "archive/none.warc.gz", bytes: Buffer.from("nothing"), encrypted: true},
    ]);
    const {pages, notes} = await readAll(bytes);
    expect(pages).toEqual([kept]);
    expect(notes).toEqual([expect.stringContaining("is encrypted")]);
    const climbing = makeZip([{name: "../../archive/data.warc.gz", bytes: member}]);
    await expect(readAll(climbing)).rejects.toBeInstanceOf(InputError);
  });

  it.each<[string, Uint8Array, string]>([
    [
      "a zip without one",
      makeZip([{name: "a.txt", bytes: Buffer.from("a")}]),
      "holds no WARC file",
    ],
    ["a page", Buffer.from(page), "is no web archive"],
    ["nothing", new Uint8Array(), "is no web archive"],
    ["a megabyte of line feeds", new Uint8Array(1_000_000).fill(10), "is no web archive"],
  ])("%s is refused in a line", async (_, bytes, why) => {
    await expect(readAll(bytes)).rejects.toThrow(why);
  });
});

describe("GDELT's list of its last files", () => {
  const md5 = "0123456789abcdef0123456789ABCDEF";
  const line = `83521 ${md5} http://data.gdelt.example/gdeltv2/20260113083000.export.CSV.zip`;

  it("names size, checksum and address of each", () => {
    expect(parseLastUpdate(`${line}\r\n\n`)).toEqual([
      {
        url: "http://data.gdelt.example/gdeltv2/20260113083000.export.CSV.zip",
        sizeBytes: 83521,
        md5: md5.toLowerCase(),
      },
    ]);
  });

  it.each([
    "",
    "<html>",
    `${line}\n83521`,
    line.replace("http:", "file:"),
    `${line}\n`.repeat(1001),
  ])("is refused whole where it is none", (text) => {
    expect(() => parseLastUpdate(text)).toThrow(InputError);
  });
});
