import {createHash} from "node:crypto";
import {mkdtempSync, utimesSync, writeFileSync} from "node:fs";
import type {ServerResponse} from "node:http";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {collectEvery, collectOnce, type SourceDone} from "../../../src/pipeline/index.ts";
import {day} from "../../../src/world/index.ts";
import {type LocalWeb, localWeb} from "./local-web.ts";

const today = day("2026-11-26");
let web: LocalWeb;
afterEach(() => web.server.close());

const hours = (count: number) => count * 3_600_000;
const once = (...facts: Parameters<LocalWeb["source"]>) =>
  web.collecting(async (collecting) => {
    const {done} = await collectOnce([web.source(...facts)], collecting);
    return done[0] as SourceDone;
  });

describe("a feed", () => {
  it("becomes articles, coded events and moves, with the licence of its source", async () => {
    web = await localWeb();
    web.publish("/visit", "/pact");
    expect(await once()).toMatchObject({fresh: 2, kept: 2, fromFeed: 0, waiting: 0, error: null});
    await web.collecting(async ({ledger}) => {
      const articles = await ledger.articles(today);
      expect(articles.map(({title, published}) => [title, published])).toEqual([
        ["Indonesia and Russia hold talks on nuclear energy", "2026-11-25"],
        ["Malaysia signs agreement with China", "2026-11-25"],
      ]);
      const events = await ledger.events(today);
      expect(
        events.map(({sources, targets}) => [...new Set([...sources, ...targets])].sort()),
      ).toEqual(
        expect.arrayContaining([
          ["IDN", "RUS"],
          ["CHN", "MYS"],
        ]),
      );
      expect((await ledger.moveVersions(today)).length).toBeGreaterThanOrEqual(2);
      expect((await ledger.readings(today)).map(({licence}) => licence)).toEqual([
        "free for a test",
        "free for a test",
      ]);
      expect((await ledger.captures(today)).map(({collected}) => collected)).toEqual([
        expect.objectContaining({source: "wire", title: "Wire", published: "2026-11-25T08:00:00Z"}),
        expect.objectContaining({source: "wire", country: "IDN"}),
      ]);
    });
  });

  it("is looked at when it is time, and nothing is fetched twice", async () => {
    web = await localWeb();
    web.publish("/visit");
    await once();
    expect(await once()).toMatchObject({isDue: false, kept: 0});
    expect(web.paths()).toEqual(["/feed", "/visit"]);
    await web.server.clock.sleep(hours(1));
    expect(await once()).toMatchObject({isDue: true, fresh: 0, kept: 0, error: null});
    web.publish("/pact", "/visit#comments", "/visit?utm_source=feed");
    await web.server.clock.sleep(hours(1));
    expect(await once()).toMatchObject({fresh: 1, kept: 1});
    expect(web.paths()).toEqual(["/feed", "/visit", "/feed", "/feed", "/pact"]);
  });

  it("stands for a page that cannot be had, and the article says so", async () => {
    web = await localWeb();
    web.publish("/gone", "/bomb");
    expect(await once()).toMatchObject({fresh: 2, kept: 2, fromFeed: 2});
    await web.collecting(async ({ledger}) => {
      const articles = await ledger.articles(today);
      expect(
        articles.map(({title, published, flags}) => [title, published, flags[0]?.note]),
      ).toEqual([
        [
          "News of /gone",
          "2026-11-25",
          expect.stringContaining("only what its feed says of it was read, not its page"),
        ],
        ["News of /bomb", "2026-11-25", expect.stringContaining("unfolds to more than 100 times")],
      ]);
    });
  });

  it("has its page tried again later where it may come, before the feed's words are kept", async () => {
    web = await localWeb();
    web.publish("/broken");
    expect(await once()).toMatchObject({kept: 0, waiting: 1});
    await web.server.clock.sleep(hours(2));
    expect(await once()).toMatchObject({kept: 0, waiting: 1});
    await web.server.clock.sleep(hours(24));
    expect(await once()).toMatchObject({kept: 1, fromFeed: 1, waiting: 0});
    await web.server.clock.sleep(hours(24));
    await once();
    expect(web.paths().filter((path) => path === "/broken")).toHaveLength(9);
  });

  it("is read no further than the limit; the next run goes on", async () => {
    web = await localWeb();
    web.publish("/visit", "/pact", "/words");
    const run = () =>
      web.collecting((collecting) => collectOnce([web.source()], collecting), {limit: 2});
    expect((await run()).done[0]).toMatchObject({fresh: 3, kept: 2, waiting: 1});
    expect((await run()).done[0]).toMatchObject({isDue: false, kept: 1, waiting: 0});
  });

  it.each([
    ["/words", "is no feed"],
    ["/broken", "answered 500"],
    ["/gone", "answered 410"],
    ["/laughs", "declares"],
  ])(
    "that is none (%s) is told in words, later and later, and is no fault of ours",
    async (path, why) => {
      web = await localWeb({
        "/laughs": (_, response) =>
          response
            .writeHead(200, {"content-type": "application/xml"})
            .end(
              `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
            ),
      });
      expect((await once({at: web.at(path)})).error).toMatch(new RegExp(why, "i"));
      await web.collecting(async ({journal}) => {
        const first = journal.source("wire");
        expect(first).toMatchObject({failures: 1, succeededAt: null});
        expect(first?.dueAt).toBeGreaterThanOrEqual(web.server.clock.now() + hours(0.5));
      });
    },
  );
});

describe("sources beside one another", () => {
  it("a host that hangs delays no other", async () => {
    web = await localWeb();
    web.publish("/visit", "/pact");
    const slow = web.source({id: "slow", at: web.server.at("slow.example", "/drip")});
    const {done} = await web.collecting((collecting) =>
      collectOnce([slow, web.source()], collecting),
    );
    expect(done.map(({error, kept}) => [error, kept])).toEqual([
      [expect.stringContaining("did not answer within 20 s"), 0],
      [null, 2],
    ]);
    const log = web.server.log().filter((line) => line.includes("a.example"));
    expect(log).toEqual(["2 a.example/feed", "4 a.example/visit", "6 a.example/pact"]);
  });

  it("of one outlet name the same page: it is read once", async () => {
    web = await localWeb();
    web.publish("/visit");
    const twin = web.source({id: "twin", at: web.server.at("b.example", "/feed")});
    await web.collecting((collecting) => collectOnce([web.source(), twin], collecting));
    expect(web.paths().filter((path) => path === "/visit")).toHaveLength(1);
  });
});

describe("a run that is stopped", () => {
  it("goes on where it was: what was read is not fetched again, and moves are caught up", async () => {
    web = await localWeb();
    web.publish("/visit", "/pact", "/words", "/gzip");
    // The process dies in the middle of a page: nothing of what it was doing is noted.
    const dead = web.collecting(async (collecting) => {
      const fetcher = {
        fetch: async (address: string) => {
          if (address.endsWith("/words")) throw new Error("killed");
          return collecting.fetcher.fetch(address);
        },
      };
      await collectOnce([web.source()], {
        ...collecting,
        fetcher,
        ledger: {
          ...collecting.ledger,
          recordMoves: async () => {
            throw new Error("killed");
          },
        },
      });
    });
    await expect(dead).rejects.toThrow("killed");
    expect(web.paths()).toEqual(["/feed", "/visit", "/pact"]);
    expect(await once()).toMatchObject({isDue: false, kept: 2, waiting: 0});
    expect(web.paths()).toEqual(["/feed", "/visit", "/pact", "/words", "/gzip"]);
    await web.collecting(async ({ledger, journal}) => {
      expect(await ledger.articles(today)).toHaveLength(4);
      expect((await ledger.moveVersions(today)).length).toBeGreaterThanOrEqual(2);
      expect(journal.movesAreBehind).toBe(false);
    });
  });

  it("does not fetch what was kept but not yet noted", async () => {
    web = await localWeb();
    web.publish("/visit");
    const dead = web.collecting(async (collecting) =>
      collectOnce([web.source()], {
        ...collecting,
        ledger: {
          ...collecting.ledger,
          addArticles: async (...args) => {
            await collecting.ledger.addArticles(...args);
            throw new Error("killed");
          },
        },
      }),
    );
    await expect(dead).rejects.toThrow("killed");
    await once();
    expect(web.paths()).toEqual(["/feed", "/visit"]);
  });

  it("by its user ends at once, notes no failure and loses nothing", async () => {
    web = await localWeb();
    web.publish("/visit", "/pact");
    const stopping = new AbortController();
    await web.collecting(
      async (collecting) => {
        const fetcher = {
          fetch: async (address: string) => {
            const got = await collecting.fetcher.fetch(address);
            if (address.endsWith("/visit")) stopping.abort();
            return got;
          },
        };
        return collectOnce([web.source()], {...collecting, fetcher});
      },
      {stop: stopping.signal},
    );
    expect(web.paths()).toEqual(["/feed", "/visit"]);
    expect(await once()).toMatchObject({kept: 1, waiting: 0});
    expect(web.paths()).toEqual(["/feed", "/visit", "/pact"]);
  });
});

describe("collecting for good", () => {
  it("looks at each source as often as it says", async () => {
    web = await localWeb();
    const stopping = new AbortController();
    const often = web.source({id: "often", at: web.server.at("often.example", "/feed")});
    const seldom = web.source({
      id: "seldom",
      at: web.server.at("seldom.example", "/feed"),
      everyMinutes: 150,
    });
    await web.collecting(
      async (collecting) => {
        let rounds = 0;
        await collectEvery([often, seldom], collecting, web.server.clock.sleep, () => {
          rounds += 1;
          if (rounds === 5) stopping.abort();
        });
      },
      {stop: stopping.signal},
    );
    const hosts = web.server.log().map((line) => line.replace(/^\S+ ([^.]+).*$/, "$1"));
    expect(hosts.filter((host) => host === "often")).toHaveLength(4);
    expect(hosts.filter((host) => host === "seldom")).toHaveLength(2);
  });
});

describe("a single page", () => {
  it("is kept again only where it is another one", async () => {
    let words = "First words of the page, which go on for a while.";
    web = await localWeb({
      "/page": (_, response) => response.writeHead(200, {"content-type": "text/plain"}).end(words),
    });
    const facts = {kind: "page", at: web.at("/page")} as const;
    expect(await once(facts)).toMatchObject({kept: 1});
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({isDue: true, kept: 0});
    words = "Other words of the page, which go on for a while.";
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({kept: 1});
  });
});

describe("a page that lists texts", () => {
  it("has each of them read once, and is no text itself", async () => {
    const listed = ["/visit", "/pact", "/words", "/gzip", "/br"];
    const links = listed.map(
      (at) => `<li><a href="${at}">What was said of it at ${at}, at length</a>`,
    );
    web = await localWeb({
      "/news": (_, response) =>
        response
          .writeHead(200, {"content-type": "text/html"})
          .end(
            `<a href="/">Home</a><a href="/news#top">Back to the top of this page here</a>${links.join("")}`,
          ),
    });
    const facts = {kind: "page", at: web.at("/news")} as const;
    expect(await once(facts)).toMatchObject({fresh: 5, kept: 5, fromFeed: 0});
    expect(web.paths()).toEqual(["/news", ...listed]);
    links.unshift(`<li><a href="/gone">A text that is no longer there to read</a>`);
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({fresh: 1, kept: 1, fromFeed: 1});
    expect(web.paths()).toEqual(["/news", ...listed, "/news", "/gone"]);
  });
});

describe("GDELT's list", () => {
  it("gives its files to the importer of events, each once and whole", async () => {
    const zip = Buffer.from("PK a zip file");
    const name = "20261126060000.export.CSV.zip";
    let md5 = createHash("md5").update(zip).digest("hex");
    web = await localWeb({
      "/lastupdate.txt": (_, response) =>
        response
          .writeHead(200)
          .end(
            `${zip.length} ${md5} ${web.at(`/${name}`)}\n${zip.length} ${md5} ${web.at("/20261126060000.gkg.csv.zip")}\n`,
          ),
      [`/${name}`]: (_, response) => response.writeHead(200).end(zip),
    });
    const facts = {kind: "gdelt", at: web.at("/lastupdate.txt"), everyMinutes: 15} as const;
    const right = md5;
    md5 = "0".repeat(32);
    expect((await once(facts)).error).toContain("is not the file that the list names");
    expect(web.events).toEqual([]);
    md5 = right;
    await web.server.clock.sleep(hours(24));
    await once(facts);
    expect(web.events).toEqual([{importerId: "gdelt-events", name, bytes: new Uint8Array(zip)}]);
    await web.server.clock.sleep(hours(24));
    await once(facts);
    expect(web.paths().filter((path) => path.endsWith(".zip"))).toHaveLength(2);
  });
});

describe("GDELT's files between two runs", () => {
  const zip = Buffer.from("PK a zip file");
  const md5 = createHash("md5").update(zip).digest("hex");
  const nameAt = (stamp: string) => `${stamp}.export.CSV.zip`;

  /** A host that publishes every quarter of an hour but for some, and whose list names the newest alone. */
  async function publisher(gone: readonly string[] = []) {
    let newest = "20261126060000";
    const served = new Set<string>();
    const serve = (path: string) => (_: unknown, response: ServerResponse) => {
      served.add(path);
      response.writeHead(gone.includes(path.slice(1, 15)) ? 404 : 200).end(zip);
    };
    const stamps = Array.from({length: 4 * 24 * 4}, (_, quarter) =>
      new Date(Date.UTC(2026, 10, 24) + quarter * 900_000)
        .toISOString()
        .replace(/\D/g, "")
        .slice(0, 14),
    );
    web = await localWeb({
      "/lastupdate.txt": (_, response) =>
        response.writeHead(200).end(`${zip.length} ${md5} ${web.at(`/${nameAt(newest)}`)}\n`),
      ...Object.fromEntries(
        stamps.map((stamp) => [`/${nameAt(stamp)}`, serve(`/${nameAt(stamp)}`)]),
      ),
    });
    const facts = {kind: "gdelt", at: web.at("/lastupdate.txt"), everyMinutes: 15} as const;
    return {
      run: async (stamp: string, choice: Parameters<LocalWeb["collecting"]>[1] = {}) => {
        newest = stamp;
        await web.server.clock.sleep(hours(1));
        return web.collecting(async (collecting) => {
          const {done} = await collectOnce([web.source(facts)], collecting);
          return done[0] as SourceDone;
        }, choice);
      },
      taken: () => web.events.map(({name}) => name.slice(0, 14)),
    };
  }

  it("are filled in, the oldest first, and none twice", async () => {
    const {run, taken} = await publisher(["20261126063000"]);
    await run("20261126060000");
    expect(taken()).toEqual(["20261126060000"]);
    const second = await run("20261126070000");
    expect(second).toMatchObject({fresh: 3, waiting: 0, error: null});
    expect(second.notes).toEqual([expect.stringContaining("404")]);
    expect(taken().slice(1)).toEqual(["20261126070000", "20261126061500", "20261126064500"]);
    await run("20261126070000");
    await run("20261126071500");
    expect(taken().slice(4)).toEqual(["20261126071500"]);
  });

  it("wait for the next run where they are more than one run takes", async () => {
    const {run, taken} = await publisher();
    await run("20261126060000");
    expect(await run("20261126070000", {limit: 1})).toMatchObject({fresh: 2, waiting: 2});
    expect(await run("20261126070000")).toMatchObject({fresh: 2, waiting: 0});
    expect(taken().sort()).toEqual(
      ["0600", "0615", "0630", "0645", "0700"].map((time) => `20261126${time}00`),
    );
  });

  it("are left out where they lie further back than two days, which is told", async () => {
    const {run, taken} = await publisher();
    await run("20261124000000");
    const second = await run("20261127000000");
    expect(second.notes).toEqual([
      expect.stringMatching(/before \S+20261125000000\.\S+ is not filled in/),
    ]);
    expect(taken()).toHaveLength(2 + 192);
    expect(taken()).toContain("20261125000000");
  });
});

describe("a web archive", () => {
  const record = (url: string, words: string) => {
    const html = `<!doctype html><html><head><title>${words}</title></head><body><article><h1>${words}</h1><p>JAKARTA, 25 November 2026 - Indonesia held talks with Russia on ${words}, the foreign ministry said.</p></article></body></html>`;
    const body = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(html)}\r\n\r\n${html}`;
    return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:${createHash("sha256").update(url).digest("hex").slice(0, 32)}>\r\nWARC-Date: 2026-11-25T08:00:00Z\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}\r\n\r\n`;
  };

  it("is read page by page, each kept under its own address and its source; again only where it is another file", async () => {
    web = await localWeb();
    const at = mkdtempSync(join(tmpdir(), "demarche-archive-"));
    const pages = [
      record("https://first.example/gas", "gas"),
      record("https://second.example/rail", "rail"),
    ];
    writeFileSync(join(at, "crawl.warc"), pages.join(""));
    writeFileSync(join(at, "readme.txt"), "No archive.");
    writeFileSync(
      join(at, "torn.warc"),
      `${record("https://first.example/ports", "ports")}WARC/1.0\r\nWARC-Ty`,
    );
    const facts = {kind: "warc", at} as const;
    const first = await once(facts);
    expect(first).toMatchObject({kept: 3, fresh: 3, error: null});
    expect(first.notes).toEqual([
      "1 files of other kinds were passed over",
      expect.stringMatching(
        /torn\.warc: \d records in doubt \(the headers of a record do not end\)/,
      ),
    ]);
    await web.collecting(async ({ledger}) => {
      expect((await ledger.articles(today)).map(({origin}) => origin).sort()).toEqual([
        "https://first.example/gas",
        "https://first.example/ports",
        "https://second.example/rail",
      ]);
      const captures = await ledger.captures(today);
      expect(new Set(captures.map(({collected}) => collected?.source))).toEqual(new Set(["wire"]));
      expect((await ledger.moveVersions(today)).length).toBeGreaterThan(0);
    });
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({isDue: true, kept: 0});
    writeFileSync(
      join(at, "crawl.warc"),
      [...pages, record("https://third.example/fuel", "fuel")].join(""),
    );
    await web.server.clock.sleep(hours(1));
    await once(facts);
    await web.collecting(async ({ledger}) => expect((await ledger.articles(today)).length).toBe(4));
    await web.server.clock.sleep(hours(1));
    writeFileSync(join(at, "bytes.warc"), Buffer.from([1, 2, 3, 4]));
    expect((await once(facts)).notes.at(-1)).toContain("bytes.warc");
  });
});

describe("a folder", () => {
  it("is read as far as it is new or other; one bad file costs no other", async () => {
    web = await localWeb();
    const at = mkdtempSync(join(tmpdir(), "demarche-folder-"));
    const write = (name: string, text: string, seconds: number) => {
      writeFileSync(join(at, name), text);
      utimesSync(join(at, name), seconds, seconds);
    };
    write("a.txt", "Indonesia held talks with Russia on energy, the ministry said.", 1000);
    write("b.md", "# Heading\n\nMalaysia signed an agreement with China.", 1000);
    write("bad.txt", "", 1000);
    write("table.csv", "a,b", 1000);
    const facts = {kind: "folder", at} as const;
    expect(await once(facts)).toMatchObject({
      kept: 2,
      error: null,
      notes: [
        "1 files of other kinds were passed over",
        expect.stringContaining("bad.txt is empty"),
      ],
    });
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({isDue: true, kept: 0});
    write("a.txt", "Indonesia held talks with Russia on energy, the ministry said.", 2000);
    write("c.txt", "Vietnam and China agreed on a hotline, the two navies said.", 2000);
    await web.server.clock.sleep(hours(1));
    expect(await once(facts)).toMatchObject({kept: 1});
    await web.server.clock.sleep(hours(1));
    expect(await once({...facts, at: join(at, "nowhere")})).toMatchObject({
      error: expect.stringContaining("is not there"),
    });
  });
});
