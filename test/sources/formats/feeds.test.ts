import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {feedDate} from "../../../src/sources/formats/feed-date.ts";
import {type FeedRead, InputError, readFeed} from "../../../src/sources/index.ts";
import {encodeAs} from "./encode-as.ts";

const inputs = resolve("test/input/feeds");
const outputs = resolve("test/output/feeds");
const origin = {url: "https://feed.example/feeds/all", contentType: null};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFeed(bytesOf(text), origin);

const rss = (items: string, head = "<title>A feed</title>") =>
  `<rss version="2.0"><channel>${head}${items}</channel></rss>`;

async function fault(bytes: Uint8Array): Promise<InputError> {
  const error: unknown = await readFeed(bytes, origin).then(
    () => new Error("it was read"),
    (cause: unknown) => cause,
  );
  if (error instanceof InputError) return error;
  throw error;
}

describe("feeds, case by case", () => {
  it.each(readdirSync(inputs))("%s", async (name) => {
    const feed = await readFeed(readFileSync(join(inputs, name)), origin);
    await expect(`${JSON.stringify(feed, null, 2)}\n`).toMatchFileSnapshot(
      join(outputs, name.replace(/\.[^.]+$/, ".json")),
    );
  });
});

describe("a feed's charset", () => {
  const titled = (declared: string) =>
    `<?xml version="1.0"${declared}?>${rss("<item><title>Лавров прибыл в Джакарту</title></item>")}`;

  it.each<[string, string, string | null]>([
    ["windows-1251", ' encoding="windows-1251"', null],
    ["koi8-r", ' encoding="KOI8-R"', null],
    ["windows-1251", "", "application/rss+xml; charset=windows-1251"],
    ["windows-1251", ' encoding="utf-8"', null],
    ["windows-1251", ' encoding="../../../etc/passwd"', "text/xml; charset=utf-7"],
  ])("%s is told, with%s and %s", async (charset, declared, contentType) => {
    const {items} = await readFeed(encodeAs(charset, titled(declared)), {...origin, contentType});
    expect(items[0]?.title).toBe("Лавров прибыл в Джакарту");
  });

  it("is UTF-8 where the bytes are, whatever is said of them", async () => {
    const bytes = bytesOf(titled(' encoding="utf-16"'));
    const {items} = await readFeed(bytes, {...origin, contentType: "text/xml; charset=iso-8859-1"});
    expect(items[0]?.title).toBe("Лавров прибыл в Джакарту");
  });

  it.each(["\uFEFF", ""])("is UTF-16 with and without its mark (%j)", async (mark) => {
    const text = mark + titled("");
    const {items} = await readFeed(Buffer.from(text, "utf16le"), origin);
    expect(items[0]?.title).toBe("Лавров прибыл в Джакарту");
  });
});

describe("a feed's dates", () => {
  it.each([
    ["Tue, 13 Jan 2026 08:30:00 +0800", "2026-01-13T00:30:00Z"],
    ["Fri, 13 Jan 2026 08:30:00 GMT", "2026-01-13T08:30:00Z"],
    ["13 Jan 26 08:30 EST", "2026-01-13T13:30:00Z"],
    ["Tuesday, January 13, 2026 8:30 PM PST", "2026-01-14T04:30:00Z"],
    ["Tue Jan 13 08:30:00 UTC 2026", "2026-01-13T08:30:00Z"],
    ["Sel, 13 Januari 2026 08:30 WIB", "2026-01-13T01:30:00Z"],
    ["вт, 13 янв 2026 08:30:00 MSK", "2026-01-13T05:30:00Z"],
    ["mar. 13 janv. 2026 08:30:00 +01:00", "2026-01-13T07:30:00Z"],
    ["13 de enero de 2026", "2026-01-13"],
    ["2026-01-13T08:30:00.123456+07:00", "2026-01-13T01:30:00Z"],
    ["2026-01-13 08:30:00 GMT+7", "2026-01-13T01:30:00Z"],
    ["20260113T083000Z", "2026-01-13T08:30:00Z"],
    ["2026-01-13T24:00:00Z", "2026-01-14T00:00:00Z"],
    ["2026-1-3", "2026-01-03"],
    ["13/01/2026", "2026-01-13"],
    ["01/13/2026 10:00", "2026-01-13"],
  ])("%s is %s", (stated, wanted) => {
    expect(feedDate(stated)).toBe(wanted);
  });

  it("are a day alone where no zone is stated, or one that may be several", () => {
    expect(feedDate("2026-01-13 08:30:00")).toBe("2026-01-13");
    expect(feedDate("Tue, 13 Jan 2026 08:30:00 IST")).toBe("2026-01-13");
  });

  it.each([
    "05/12/2026",
    "yesterday",
    "Mon, 01 Jan 0001 00:00:00 +0000",
    "1970-01-01T00:00:00Z",
    "32 Jan 2026",
    "2026-02-30",
    "1768293000",
    "",
  ])("%j is none", (stated) => {
    expect(feedDate(stated)).toBeNull();
  });

  it("are not looked for in a megabyte", () => {
    for (const piece of ["9", "a", " ", "1 jan ", "12:00 "])
      expect(feedDate(piece.repeat(1_000_000 / piece.length))).toBeNull();
  });
});

describe("a hostile feed", () => {
  it("that declares entities is refused before any is read", async () => {
    const laughs = Array.from(
      {length: 9},
      (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
    ).join("");
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY lol0 "lol">${laughs}]>${rss("<item><title>&lol9;</title></item>")}`;
    expect((await fault(bytesOf(bomb))).message).toContain("declares entities of its own");
    const file = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<item><title>&x;</title></item>")}`;
    expect((await fault(bytesOf(file))).message).toContain("declares entities of its own");
  });

  it("of 50 MB is refused", async () => {
    expect((await fault(new Uint8Array(50_000_000).fill(0x3c))).status).toBe(413);
  });

  it("of elements in elements without end is refused", async () => {
    expect((await fault(bytesOf(`<rss>${"<a>".repeat(100_000)}`))).message).toContain("deep");
    const json = `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(200_000)}`;
    expect((await fault(bytesOf(json))).message).toContain("broken JSON");
  });

  it("of more elements than any sitemap is refused", async () => {
    expect((await fault(bytesOf(`<rss>${"<a/>".repeat(500_001)}`))).status).toBe(413);
  });

  it.each([
    ["<html><body>Not found</body></html>", "is no feed: it is <html>"],
    ["Not found", "is no feed"],
    ["", "is empty"],
    ['{"items": []}', "no JSON Feed"],
    ["{", "broken JSON"],
  ])("%s is none, and says why", async (text, why) => {
    expect((await fault(bytesOf(text))).message).toContain(why);
  });

  it("keeps no zero bytes in its words", async () => {
    const {items} = await read(
      rss("<item><title>A\u0000B\u0007</title><link>https://a.example/</link></item>"),
    );
    expect(items[0]?.title).toBe("A B");
  });

  it.each(["<", "&", "a", "]]>", "<!--", "<![CDATA[", "<item>", "<title>", "&amp;", '"', "<a b='"])(
    "of a megabyte of %s is read or refused",
    async (piece) => {
      const long = piece.repeat(1_000_000 / piece.length);
      for (const text of [
        long,
        rss(`<item><title>${long}</title></item>`),
        rss(`<item><description>${long}`),
      ]) {
        const outcome = await read(text).catch((error: unknown) => error);
        if (!(outcome instanceof InputError))
          expect(sizeOf(outcome as FeedRead)).toBeLessThan(3_000_000);
      }
    },
  );

  it("of any bytes gives a value or an InputError", async () => {
    const texts = readdirSync(inputs).map((name) => readFileSync(join(inputs, name)));
    const cut = fc.record({
      at: fc.nat(4000),
      length: fc.nat(40),
      put: fc.uint8Array({maxLength: 12}),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.array(cut, {maxLength: 6}),
        async (text, cuts) => {
          const bytes = cuts.reduce<Uint8Array>(
            (all, {at, length, put}) =>
              Buffer.concat([all.subarray(0, at), put, all.subarray(at + length)]),
            text,
          );
          const outcome = await readFeed(bytes, origin).catch((error: unknown) => error);
          if (outcome instanceof InputError) return;
          const {items} = outcome as FeedRead;
          for (const {url} of items) if (url !== null) expect(url).toMatch(/^https?:\/\//);
        },
      ),
      {numRuns: 400},
    );
  });
});

function sizeOf(feed: FeedRead): number {
  return JSON.stringify(feed).length;
}
