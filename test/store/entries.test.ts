import {createHash} from "node:crypto";
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openDatabase} from "../../src/store/database.ts";
import {type Ledger, openLedger} from "../../src/store/index.ts";
import {day, type Move} from "../../src/world/index.ts";
import {type Told, told} from "./made-articles.ts";
import {makeSmallLedger} from "./make-ledger.ts";

const gas = "Indonesia and Russia agreed on gas.";

describe("what is read", () => {
  let path: string;
  let ledger: Ledger;
  beforeEach(async () => {
    path = await makeSmallLedger();
    ledger = await openLedger({path});
  });
  afterEach(() => ledger.close());

  const read = async (facts: Told) => {
    const one = told(facts);
    await ledger.addArticles([one]);
    return one;
  };
  const articles = async (on: string) => (await ledger.articles(day(on))).map(({text}) => text);
  const events = async (on: string) =>
    (await ledger.events(day(on))).map(({type, coder}) => `${type} ${coder.version}`);

  it("is kept once, however often it is read", async () => {
    await read({text: gas, recordedOn: "2026-11-01"});
    const once = await ledger.revision();
    await read({text: gas, recordedOn: "2026-11-05"});
    expect(await ledger.revision()).toBe(once);
    expect(await articles("2026-11-05")).toEqual([gas]);
    expect(await articles("2026-10-31")).toEqual([]);
  });

  it("may be read better later: the new version counts from its day, the old one still opens", async () => {
    const {capture, article, events: said} = await read({text: gas, recordedOn: "2026-11-01"});
    const better = {
      ...article,
      id: "0123456789abcdef",
      text: `${gas} Really.`,
      recordedOn: day("2026-11-03"),
    };
    const reading = {reader: {id: "reader", version: 2}, licence: "CC BY 4.0"};
    await ledger.addArticles([{capture, article: better, events: [], reading}]);
    expect(await articles("2026-11-02")).toEqual([gas]);
    expect(await articles("2026-11-03")).toEqual([`${gas} Really.`]);
    expect(await events("2026-11-02")).toEqual(["AGREE 1"]);
    expect(await events("2026-11-03")).toEqual([]);
    expect((await ledger.article(article.id, day("2026-11-03")))?.text).toBe(gas);
    const [passage] = said.map(({evidence}) => evidence);
    const opened = await ledger.article(passage?.articleId ?? "", day("2026-11-09"));
    expect(opened?.text.slice(passage?.start, passage?.end)).toBe(passage?.quote);
    const reason = {by: "an editor", reason: "a hoax", recordedOn: day("2026-11-04")};
    await ledger.retract({kind: "article", id: better.id, ...reason});
    expect(await articles("2026-11-04")).toEqual([]);
  });

  it("may be coded better later: what the earlier coder said stays in the ledger, and is read as of its days", async () => {
    await read({text: gas, recordedOn: "2026-11-01"});
    await read({text: gas, recordedOn: "2026-11-03", coderVersion: 2, type: "COOPERATE"});
    expect(await events("2026-11-02")).toEqual(["AGREE 1"]);
    expect(await events("2026-11-03")).toEqual(["COOPERATE 2"]);
    expect(await articles("2026-11-03")).toEqual([gas]);
  });

  it("gives back its bytes as they came, and says when they were altered", async () => {
    const long = "Jakarta, Moscow. ".repeat(2000);
    const {capture} = await read({text: long, recordedOn: "2026-11-01"});
    expect(Buffer.from(await ledger.captureBytes(capture.sha256)).toString()).toBe(long);
    expect(await ledger.captures(day("2026-11-01"))).toEqual([
      {
        sha256: capture.sha256,
        origin: capture.origin,
        mediaType: "text/plain",
        recordedOn: "2026-11-01",
        specimen: false,
        licence: null,
      },
    ]);
    await expect(ledger.captureBytes("0".repeat(64))).rejects.toMatchObject({status: 400});
    await ledger.close();
    const database = await openDatabase(path, false);
    const [[bytes] = []] = await database.rows("SELECT octet_length(bytes)::INTEGER FROM capture");
    expect(Number(bytes)).toBeLessThan(long.length / 20);
    await database.run("UPDATE capture SET bytes = unhex('00ff')");
    await database.close();
    ledger = await openLedger({path});
    await expect(ledger.captureBytes(capture.sha256)).rejects.toThrow(/were altered/);
  });

  it("keeps the same bytes from two places once, and both places", async () => {
    const one = await read({text: gas, recordedOn: "2026-11-01"});
    const mirror = {...one.capture, origin: "https://example.org/mirror"};
    await ledger.addArticles([
      {capture: mirror, article: {...one.article, origin: mirror.origin}, events: one.events},
    ]);
    expect(await articles("2026-11-01")).toEqual([gas]);
    expect((await ledger.captures(day("2026-11-01"))).map(({origin}) => origin)).toEqual([
      one.capture.origin,
      mirror.origin,
    ]);
    await ledger.close();
    const database = await openDatabase(path, true);
    expect(
      await database.rows("SELECT count(bytes)::INTEGER, count(*)::INTEGER FROM capture"),
    ).toEqual([[1, 2]]);
    await database.close();
    ledger = await openLedger({path, readOnly: true});
  });

  it("keeps any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({minLength: 1, maxLength: 3000}), async (bytes) => {
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const {capture, article} = told({text: sha256, recordedOn: "2026-11-01"});
        await ledger.addArticles([
          {
            capture: {...capture, bytes, sha256},
            article: {...article, captureSha256: sha256},
            events: [],
          },
        ]);
        expect(Buffer.from(await ledger.captureBytes(sha256)).equals(Buffer.from(bytes))).toBe(
          true,
        );
      }),
      {numRuns: 15},
    );
  });

  it("is refused for a day before the newest", async () => {
    await read({text: gas, recordedOn: "2026-11-03"});
    await expect(read({text: "Another.", recordedOn: "2026-11-02"})).rejects.toMatchObject({
      status: 409,
    });
    expect(await articles("2026-11-03")).toEqual([gas]);
  });

  describe("and taken back", () => {
    const retract = (kind: "article" | "capture" | "coded_event", id: string, on: string) =>
      ledger.retract({kind, id, by: "an editor", reason: "a hoax", recordedOn: day(on)});

    it("counts no more from that day, with all that hangs on it", async () => {
      const {capture, article, events: said} = await read({text: gas, recordedOn: "2026-11-01"});
      await read({text: "Malaysia and China agreed on rail.", recordedOn: "2026-11-01"});
      await retract("coded_event", said[0]?.id ?? "", "2026-11-02");
      expect((await events("2026-11-01")).length).toBe(2);
      expect((await events("2026-11-02")).length).toBe(1);
      expect((await articles("2026-11-02")).length).toBe(2);
      await retract("article", article.id, "2026-11-03");
      expect((await articles("2026-11-02")).length).toBe(2);
      expect(await articles("2026-11-03")).toEqual(["Malaysia and China agreed on rail."]);
      expect(await ledger.article(article.id, day("2026-11-03"))).toBeNull();
      expect((await ledger.captures(day("2026-11-03"))).length).toBe(2);
      await retract("capture", capture.sha256, "2026-11-04");
      expect((await ledger.captures(day("2026-11-04"))).length).toBe(1);
      expect((await ledger.retractions(day("2026-11-04"))).map(({kind}) => kind)).toEqual([
        "coded_event",
        "article",
        "capture",
      ]);
    });

    it("takes an article's events with it, and a capture's articles", async () => {
      const {capture} = await read({text: gas, recordedOn: "2026-11-01"});
      await retract("capture", capture.sha256, "2026-11-02");
      expect(await articles("2026-11-02")).toEqual([]);
      expect(await events("2026-11-02")).toEqual([]);
      expect(await events("2026-11-01")).toEqual(["AGREE 1"]);
    });

    it("may be kept again, and then counts again", async () => {
      const {article} = await read({text: gas, recordedOn: "2026-11-01"});
      await retract("article", article.id, "2026-11-02");
      const {capture} = await read({text: gas, recordedOn: "2026-11-03"});
      expect(await articles("2026-11-02")).toEqual([]);
      expect(await articles("2026-11-03")).toEqual([gas]);
      await retract("capture", capture.sha256, "2026-11-04");
      await read({text: gas, recordedOn: "2026-11-05"});
      expect(await articles("2026-11-04")).toEqual([]);
      expect(await articles("2026-11-05")).toEqual([gas]);
      expect((await ledger.verify()).whole).toBe(true);
    });

    it("must be there: a word on what to do where it is not", async () => {
      await expect(retract("article", "0000", "2026-11-01")).rejects.toMatchObject({
        status: 400,
        message: "no article 0000 stands in the ledger",
      });
      await expect(retract("gdp" as "article", "1", "2026-11-01")).rejects.toMatchObject({
        status: 400,
      });
    });
  });

  describe("and made into moves", () => {
    const recipe = {id: "same-happening", version: 1};
    const move = (id: string, summary: string): Move =>
      ({id, summary, when: day("2026-10-01"), type: "AGREE"}) as unknown as Move;
    const versions = async (on: string, id?: string) =>
      (await ledger.moveVersions(day(on), id)).map(
        (one) => `${one.id} ${one.move?.summary ?? "ended"}`,
      );

    it("keeps a version where one changed, and its end where one is gone", async () => {
      const first = [move("a", "talks"), move("b", "a deal")];
      expect(await ledger.recordMoves(first, recipe, day("2026-11-01"))).toBe(2);
      expect(await ledger.recordMoves(first, recipe, day("2026-11-02"))).toBe(0);
      expect(await ledger.recordMoves([move("a", "talks, twice")], recipe, day("2026-11-03"))).toBe(
        2,
      );
      expect(await ledger.recordMoves([move("a", "talks, twice")], recipe, day("2026-11-03"))).toBe(
        0,
      );
      expect(await ledger.recordMoves(first, recipe, day("2026-11-04"))).toBe(2);
      expect(await versions("2026-11-02")).toEqual(["a talks", "b a deal"]);
      expect(await versions("2026-11-04", "b")).toEqual(["b a deal", "b ended", "b a deal"]);
      expect(await versions("2026-10-31")).toEqual([]);
    });

    it("knows a move by what it says, not by the order of its fields", async () => {
      const one = move("a", "talks");
      const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Move;
      await ledger.recordMoves([one], recipe, day("2026-11-01"));
      expect(await ledger.recordMoves([turned], recipe, day("2026-11-02"))).toBe(0);
    });
  });
});
