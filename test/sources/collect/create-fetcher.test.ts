import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {Fetched} from "../../../src/sources/collect/create-fetcher.ts";
import {type RudeServer, rudeServer} from "./rude-server.ts";

let server: RudeServer;
beforeEach(async () => {
  server = await rudeServer();
});
afterEach(() => server.close());

const fetch = (path: string) => server.fetcher().fetch(server.at("a.example", path));
const textOf = (got: Fetched) =>
  got.kind === "fetched" ? new TextDecoder().decode(got.bytes) : got;
const paths = () => server.log().map((line) => line.replace(/^\S+ a\.example/, ""));

describe("an answer", () => {
  it("is handed on with where it ended and what tells it from a later one", async () => {
    expect(await fetch("/same")).toMatchObject({
      kind: "fetched",
      url: server.at("a.example", "/same"),
      etag: '"v1"',
      lastModified: "Wed, 25 Nov 2026 10:00:00 GMT",
    });
    expect(await fetch("/moved")).toMatchObject({url: server.at("a.example", "/words")});
  });

  it("is not sent again where nothing changed", async () => {
    const had = {etag: '"v1"', lastModified: null};
    const got = await server.fetcher().fetch(server.at("a.example", "/same"), had);
    expect(got).toEqual({kind: "unchanged"});
  });

  it.each(["/gzip", "/br"])("%s is unpacked", async (path) => {
    expect(textOf(await fetch(path))).toBe("Packed words.");
  });

  it("keeps its bytes, whatever charset it claims: reading decides", async () => {
    const got = await fetch("/windows-1251");
    expect(got).toMatchObject({
      mediaType: "text/html; charset=utf-8",
      bytes: Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2),
    });
  });
});

describe("a server that misbehaves", () => {
  it.each([
    ["/gone", "answered 410", true, 1],
    ["/loop", "redirects more than 5 times", true, 6],
    ["/bomb", "unfolds to more than 100 times", true, 1],
    ["/endless", "at most 20 MB are read", true, 1],
    ["/inward", "169.254.169.254 is refused", true, 1],
    ["/broken", "answered 500", false, 3],
    ["/half-gzip", "its gzip data end early", false, 3],
    ["/no-gzip", "its gzip data are damaged", false, 3],
    ["/odd-packing", "which was not asked for", false, 3],
    ["/short", "broke off", false, 3],
    ["/drip", "did not answer within 20 s", false, 3],
    ["/silent", "did not answer within 20 s", false, 3],
  ])("%s: it %s", async (path, why, isFinal, requests) => {
    const got = await fetch(path);
    expect(got).toMatchObject({kind: "failed", why: expect.stringContaining(why), isFinal});
    expect(server.log()).toHaveLength(requests);
  });

  it("is asked again when it says, in seconds or by a date, and not before", async () => {
    expect(textOf(await fetch("/busy"))).toBe("At last.");
    expect(server.log()).toEqual(["2 a.example/busy", "32 a.example/busy"]);
    expect(textOf(await fetch("/busy-till"))).toBe("At last.");
    expect(server.log().at(-1)).toBe("45 a.example/busy-till");
  });

  it("is left alone for this time where it asks for long", async () => {
    const fetcher = server.fetcher();
    const got = await fetcher.fetch(server.at("a.example", "/busy-long"));
    expect(got).toMatchObject({isFinal: false, restMs: 7_200_000});
    const next = await fetcher.fetch(server.at("a.example", "/words"));
    expect(next).toMatchObject({why: expect.stringContaining("asks to be left alone until 2026-")});
    expect(paths()).toEqual(["/busy-long"]);
  });

  it("is asked again after a longer and longer while where it does not say", async () => {
    await fetch("/broken");
    expect(server.log()).toEqual([
      "2 a.example/broken",
      "5 a.example/broken",
      "11 a.example/broken",
    ]);
  });
});

describe("a host", () => {
  it("is asked once in two seconds, and others beside it", async () => {
    const fetcher = server.fetcher();
    const all = ["a.example", "b.example"].flatMap((host) =>
      ["/words", "/gzip", "/br"].map((path) => fetcher.fetch(server.at(host, path))),
    );
    await Promise.all(all);
    expect(server.log().sort()).toEqual([
      "2 a.example/words",
      "2 b.example/words",
      "4 a.example/gzip",
      "4 b.example/gzip",
      "6 a.example/br",
      "6 b.example/br",
    ]);
  });

  it.each(["/drip", "/silent", "/busy", "/broken"])(
    "that is slow (%s) delays no other",
    async (path) => {
      const fetcher = server.fetcher();
      await Promise.all([
        fetcher.fetch(server.at("slow.example", path)),
        ...["/words", "/gzip", "/br"].map((one) => fetcher.fetch(server.at("b.example", one))),
      ]);
      expect(server.log().filter((line) => line.includes("b.example"))).toEqual([
        "2 b.example/words",
        "4 b.example/gzip",
        "6 b.example/br",
      ]);
    },
  );
});

describe("no socket opens", () => {
  it.each([
    ["http://127.0.0.1/", "loopback"],
    ["http://10.0.0.1/", "private"],
    ["http://169.254.169.254/latest/meta-data/", "linkLocal"],
    ["http://[fd00:ec2::254]/", "uniqueLocal"],
    ["http://168.63.129.16/", "platform"],
    ["ftp://a.example/", "are not fetched"],
    ["http://a.example:22/", "only ports 80 and 443"],
  ])("for %s", async (address, why) => {
    const got = await server.fetcher().fetch(address);
    expect(got).toMatchObject({kind: "failed", why: expect.stringContaining(why), isFinal: true});
    expect(server.opened).toEqual([]);
  });

  it("for a name that turns inward after its robots.txt was read", async () => {
    const fetcher = server.fetcher();
    await fetcher.fetch(server.at("rebinding.example", "/words"));
    const before = server.opened.length;
    server.names["rebinding.example"] = ["10.0.0.7"];
    const got = await fetcher.fetch(server.at("rebinding.example", "/words"));
    expect(got).toMatchObject({why: expect.stringContaining("10.0.0.7 is not public (private)")});
    expect(server.opened).toHaveLength(before);
  });

  it("for a name of which one answer is private", async () => {
    server.names["both.example"] = ["93.184.216.34", "192.168.1.1"];
    expect(await fetch("/words")).toMatchObject({kind: "fetched"});
    const before = server.opened.length;
    const got = await server.fetcher().fetch(server.at("both.example", "/words"));
    expect(got).toMatchObject({why: expect.stringContaining("192.168.1.1 is not public")});
    expect(server.opened).toHaveLength(before);
  });

  it("for another port of this machine than the one allowed", async () => {
    const got = await server.fetcher().fetch("http://127.0.0.1:80/");
    expect(got).toMatchObject({kind: "failed", why: expect.stringContaining("loopback")});
  });
});
