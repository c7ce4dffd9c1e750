import {createHash} from "node:crypto";
import {describe, expect, it} from "vitest";
import {fetchPage} from "../../src/sources/fetch-page.ts";
import {
  type CaptureEffects,
  capture,
  captureOf,
  type FetchOnce,
  InputError,
  maxBytes,
} from "../../src/sources/index.ts";
import {day} from "../../src/world/index.ts";

const today = day("2026-11-24");
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
  readonly text?: string;
}

async function* once(text: string): AsyncIterable<Uint8Array> {
  yield bytesOf(text);
}

/** Effects that keep what was asked of them; no packet leaves. */
function recording(
  names: Readonly<Record<string, readonly string[]>> = {},
  answers: Readonly<Record<string, Answer>> = {},
) {
  const asked: string[] = [];
  const lookedUp: string[] = [];
  const fetch: FetchOnce = async (url, {to}) => {
    asked.push(`${url.href} @${to.address}`);
    const answer = answers[url.href];
    if (answer === undefined) throw new Error(`nothing stands at ${url.href}`);
    const headers = new Map(Object.entries(answer.headers ?? {}));
    return {
      status: answer.status ?? 200,
      headers: {get: (name) => headers.get(name) ?? null},
      body: answer.body ?? once(answer.text ?? ""),
    };
  };
  const effects: CaptureEffects = {
    readFile: async (path) => {
      if (path === "note.md") return bytesOf("# A note\n");
      throw Object.assign(new Error("no"), {code: path === "folder" ? "EISDIR" : "ENOENT"});
    },
    readStdin: async () => bytesOf("From stdin."),
    lookup: async (host) => {
      lookedUp.push(host);
      const found = names[host];
      if (found === undefined) throw Object.assign(new Error("ENOTFOUND"), {code: "ENOTFOUND"});
      return found.map((address) => ({address, family: address.includes(":") ? 6 : 4}));
    },
    fetch,
    today: () => today,
  };
  return {effects, asked, lookedUp};
}

async function faultOf(work: Promise<unknown>): Promise<InputError> {
  const error: unknown = await work.then(
    () => new Error("it was taken"),
    (cause: unknown) => cause,
  );
  if (error instanceof InputError) return error;
  throw error;
}

describe("captureOf", () => {
  it("keeps the bytes as they are, with their hash", () => {
    const broken = Uint8Array.of(0x41, 0xff, 0xc3, 0x28, 0x0a);
    const got = captureOf(broken, "a.txt", today, false);
    expect(got.bytes).toBe(broken);
    expect(got.sha256).toBe(createHash("sha256").update(broken).digest("hex"));
    expect(got).toMatchObject({origin: "a.txt", recordedOn: today, specimen: false});
  });

  it.each([
    ["a.txt", "Words.", "text/plain"],
    ["a.md", "# Words", "text/markdown"],
    ["a.html", "Words", "text/html"],
    ["-", "<!DOCTYPE html><p>Words", "text/html"],
    ["-", "<?xml version='1.0'?>\n<!-- x -->\n<html><p>", "text/html"],
    ["-", "a < b and <htmlish>", "text/plain"],
    ["-", "%PDF-1.7\n", "application/pdf"],
    ["talk.eml", "From: a@b.example\n\nWords", "message/rfc822"],
    ["-", "From: a@b.example\nMessage-ID: <1@b.example>\n\nWords", "message/rfc822"],
    ["-", "From: the desk\nSubject: a note\n\nWords", "text/plain"],
  ])("%s %j is %s", (origin, text, mediaType) => {
    expect(captureOf(bytesOf(text), origin, today, false).mediaType).toBe(mediaType);
  });

  it.each([
    ["PK\u0003\u0004xx", "is a ZIP archive"],
    ["a\u0000b", "is no text"],
  ])("%j is refused", (text, message) => {
    expect(() => captureOf(bytesOf(text), "x", today, false)).toThrow(message);
  });

  it("refuses PNG by its first bytes, and takes UTF-16, which has zero bytes too", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a);
    expect(() => captureOf(png, "x", today, false)).toThrow("is a PNG image");
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x41, 0x00);
    expect(captureOf(utf16, "x", today, false).mediaType).toBe("text/plain");
  });

  it("keeps the charset that a server states, if there is such a one and it is not UTF-8", () => {
    const typed = (declared: string) =>
      captureOf(bytesOf("<p>Words"), "http://news.example/", today, false, declared).mediaType;
    expect(typed("text/html; charset=Windows-1251")).toBe("text/html;charset=windows-1251");
    expect(typed("text/html; charset=utf-8")).toBe("text/html");
    expect(typed("text/html; charset=utf-7")).toBe("text/html");
    expect(typed("text/html; charset=../../etc")).toBe("text/html");
  });

  it.each(["", "  \n\t "])("%j is empty", (text) => {
    expect(() => captureOf(bytesOf(text), "-", today, false)).toThrow("stdin is empty");
  });

  it("refuses 50 MB of one line and takes 20 MB", () => {
    const line = new Uint8Array(50_000_000).fill(0x61);
    expect(() => captureOf(line, "big.txt", today, false)).toThrow(
      "big.txt is 50.0 MB; at most 20 MB are read",
    );
    expect(captureOf(line.subarray(0, maxBytes), "x", today, false).bytes).toHaveLength(maxBytes);
  });
});

describe("capture from disk and stdin", () => {
  it("reads them on the day it is told", async () => {
    const {effects, asked} = recording();
    expect(await capture("note.md", effects)).toMatchObject({
      origin: "note.md",
      mediaType: "text/markdown",
      recordedOn: today,
    });
    expect((await capture("-", effects)).origin).toBe("-");
    expect(asked).toEqual([]);
  });

  it("says in a line what is wrong with a path", async () => {
    const {effects} = recording();
    expect((await faultOf(capture("gone.txt", effects))).message).toBe("gone.txt is not there");
    expect((await faultOf(capture("folder", effects))).message).toBe("folder is a folder");
    expect((await faultOf(capture("C:\\a.txt", effects))).message).toContain("is not there");
  });
});

describe("capture from the web", () => {
  it("connects to the address that was checked and keeps where it ended", async () => {
    const {effects, asked, lookedUp} = recording(
      {
        "news.example": ["2606:2800:220:1::1", "93.184.216.34"],
        "www.news.example": ["93.184.216.35"],
      },
      {
        "http://news.example/a": {status: 301, headers: {location: "https://www.news.example/b"}},
        "https://www.news.example/b": {
          headers: {"content-type": "text/html; charset=utf-8"},
          text: "<p>Words",
        },
      },
    );
    const got = await capture("http://news.example/a", effects);
    expect(got).toMatchObject({origin: "https://www.news.example/b", mediaType: "text/html"});
    expect(lookedUp).toEqual(["news.example", "www.news.example"]);
    expect(asked).toEqual([
      "http://news.example/a @93.184.216.34",
      "https://www.news.example/b @93.184.216.35",
    ]);
  });

  it.each([
    ["http://127.0.0.1/", "loopback"],
    ["http://2130706433/", "loopback"],
    ["http://0x7f.1/", "loopback"],
    ["http://0.0.0.0/", "unspecified"],
    ["http://10.1.2.3/", "private"],
    ["http://192.168.0.1/", "private"],
    ["http://172.16.9.9/", "private"],
    ["http://169.254.169.254/latest/meta-data", "linkLocal"],
    ["http://100.100.100.200/", "carrierGradeNat"],
    ["http://168.63.129.16/", "platform"],
    ["http://224.0.0.1/", "multicast"],
    ["http://[::1]/", "loopback"],
    ["http://[::ffff:127.0.0.1]/", "loopback"],
    ["http://[::ffff:a00:1]/", "private"],
    ["http://[fe80::1]/", "linkLocal"],
    ["http://[fd00:ec2::254]/", "uniqueLocal"],
    ["http://[64:ff9b::7f00:1]/", "rfc6052"],
    ["http://[2002:7f00:1::]/", "6to4"],
    ["http://[::7f00:1]/", "not public"],
  ])("%s is refused before anything is asked", async (address, why) => {
    const {effects, asked} = recording();
    const fault = await faultOf(capture(address, effects));
    expect(fault.message).toContain("is refused");
    expect(fault.message).toContain(why);
    expect(fault.status).toBe(403);
    expect(asked).toEqual([]);
  });

  it("refuses a name when one of its answers is private, wherever that stands", async () => {
    for (const answers of [
      ["127.0.0.1"],
      ["93.184.216.34", "10.0.0.1"],
      ["93.184.216.34", "::1"],
    ]) {
      const {effects, asked} = recording({"evil.example": answers});
      expect((await faultOf(capture("https://evil.example/", effects))).message).toContain(
        "refused",
      );
      expect(asked).toEqual([]);
    }
  });

  it.each([
    ["http://localhost:80/", {localhost: ["127.0.0.1"]}, "is refused"],
    ["http://169.254.169.254/", {}, "is refused"],
    ["file:///etc/passwd", {}, "are not fetched"],
    ["http://news.example:22/", {}, "only ports 80 and 443"],
    ["//10.0.0.1/x", {}, "is refused"],
  ])("checks a redirect to %s again", async (location, names, message) => {
    const {effects, asked} = recording(
      {"news.example": ["93.184.216.34"], ...names},
      {"http://news.example/": {status: 302, headers: {location}}},
    );
    const fault = await faultOf(capture("http://news.example/", effects));
    expect(fault.message).toContain(message);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["ftp://news.example/a", "are not fetched"],
    ["file:///etc/passwd", "are not fetched"],
    ["http://news.example:8080/", "only ports 80 and 443"],
    ["http://user:pw@news.example/", "with a user name"],
    ["http://", "is no web address"],
    ["http://nowhere.example/", "could not be found"],
  ])("%s is refused", async (address, message) => {
    const {effects, asked} = recording();
    expect((await faultOf(capture(address, effects))).message).toContain(message);
    expect(asked).toEqual([]);
  });

  it("follows five redirects and no sixth", async () => {
    const hops = (count: number) =>
      Object.fromEntries(
        Array.from({length: count + 1}, (_, i): [string, Answer] => [
          `http://news.example/${i}`,
          i < count ? {status: 302, headers: {location: `/${i + 1}`}} : {text: "Words"},
        ]),
      );
    const names = {"news.example": ["93.184.216.34"]};
    const five = recording(names, hops(5));
    expect((await capture("http://news.example/0", five.effects)).origin).toBe(
      "http://news.example/5",
    );
    const six = recording(names, hops(6));
    expect((await faultOf(capture("http://news.example/0", six.effects))).message).toContain(
      "redirects more than 5 times",
    );
    expect(six.asked).toHaveLength(6);
  });

  it("stops reading at the size limit and lets the body go", async () => {
    let given = 0;
    let closed = false;
    async function* endless(): AsyncIterable<Uint8Array> {
      try {
        for (;;) {
          given += 1_000_000;
          yield new Uint8Array(1_000_000).fill(0x61);
        }
      } finally {
        closed = true;
      }
    }
    const {effects} = recording(
      {"news.example": ["93.184.216.34"]},
      {"http://news.example/": {body: endless()}},
    );
    const fault = await faultOf(capture("http://news.example/", effects));
    expect(fault.status).toBe(413);
    expect(given).toBeLessThanOrEqual(maxBytes + 1_000_000);
    expect(closed).toBe(true);
  });

  it("tells of an error answer, a broken line and a page that is no text", async () => {
    async function* breaking(): AsyncIterable<Uint8Array> {
      yield bytesOf("Wor");
      throw new Error("reset");
    }
    const {effects} = recording(
      {"news.example": ["93.184.216.34"]},
      {
        "http://news.example/gone": {status: 404},
        "http://news.example/half": {body: breaking()},
        "http://news.example/gif": {text: "GIF8", headers: {"content-type": "image/gif"}},
      },
    );
    const tell = async (path: string) =>
      (await faultOf(capture(`http://news.example/${path}`, effects))).message;
    expect(await tell("gone")).toBe("http://news.example/gone answered 404");
    expect(await tell("half")).toBe("http://news.example/half broke off");
    expect(await tell("gif")).toContain("is a GIF image");
    expect(await tell("unknown")).toContain("could not be fetched");
  });

  it("gives up after the time limit, even in a look-up that never answers", async () => {
    const never = () => new Promise<never>(() => undefined);
    const {effects} = recording({"news.example": ["93.184.216.34"]});
    const slowName = fetchPage("http://news.example/", never, never, 20);
    expect((await faultOf(slowName)).status).toBe(504);
    const slowPage = fetchPage("http://news.example/", effects.lookup, never, 20);
    expect((await faultOf(slowPage)).message).toContain("did not answer within 0.02 s");
  });
});
