import {afterEach, describe, expect, it} from "vitest";
import {readRobots} from "../../../src/sources/collect/robots-rules.ts";
import {type RudeServer, rudeServer} from "./rude-server.ts";

const at = new URL("https://a.example/robots.txt");
const read = (text: string) => readRobots(at, new TextEncoder().encode(text));
const page = new URL("https://a.example/private/page");

describe("robots.txt", () => {
  it.each([
    ["User-agent: *\nDisallow: /private", true],
    ["User-agent: *\nDisallow: /private\n\nUser-agent: Demarche\nAllow: /", false],
    ["User-agent: demarche/2.0\nDisallow: /", true],
    ["User-agent: other\nDisallow: /", false],
    ["User-agent: other\nUser-agent: demarche\nDisallow: /private/", true],
    ["User-agent: *\nDisallow: /\nAllow: /private/page$", false],
    ["User-agent: *\nDisallow: /*/page", true],
    ["User-agent: *\nDisallow:", false],
    ["\uFEFFUser-agent: *\r\nDisallow: /private # not for robots\r\n", true],
    ["", false],
    ["<html>no robots here</html>", false],
  ])("%j forbids a page: %s", async (text, isForbidden) => {
    const rules = await read(text);
    expect(rules.whyNot(page) !== null).toBe(isForbidden);
  });

  it("may ask for a pause, which is obeyed up to a minute", async () => {
    const pause = async (delay: string) =>
      (await read(`User-agent: *\nCrawl-delay: ${delay}`)).crawlDelayMs;
    expect(await pause("10")).toBe(10_000);
    expect(await pause("86400")).toBe(60_000);
    expect(await pause("-3")).toBeNull();
    expect(await pause("soon")).toBeNull();
  });

  it("of any size and shape is read without being multiplied out", async () => {
    const agents = Array.from({length: 20_000}, (_, i) => `User-agent: robot-${i}`).join("\n");
    const rules = Array.from({length: 10_000}, (_, i) => `Disallow: /${i}`).join("\n");
    expect((await read(`${agents}\n${rules}`)).whyNot(page)).toBeNull();
    const stars = await read(`User-agent: *\n${"Disallow: /*a*a*a*a*b\n".repeat(20_000)}`);
    expect(stars.whyNot(page)).toContain("more wildcards than can be obeyed");
    expect((await read("a".repeat(1_000_000))).whyNot(page)).toBeNull();
    expect((await read("*".repeat(1_000_000))).whyNot(page)).toBeNull();
  });
});

describe("a host's robots.txt", () => {
  let server: RudeServer;
  afterEach(() => server.close());
  const withRobots = async (status: number, text = "") => {
    server = await rudeServer({
      "/robots.txt": (_, response) => response.writeHead(status).end(text),
    });
    return server.fetcher();
  };
  const words = () => server.at("a.example", "/words");

  it("is asked for once, before anything else", async () => {
    const fetcher = await withRobots(200, "User-agent: *\nDisallow: /private\nCrawl-delay: 7");
    await fetcher.fetch(words());
    await fetcher.fetch(words());
    expect(server.asked.map(({path}) => path)).toEqual(["/robots.txt", "/words", "/words"]);
    expect(server.log()).toEqual(["7 a.example/words", "14 a.example/words"]);
  });

  it("is obeyed", async () => {
    const fetcher = await withRobots(200, "User-agent: *\nDisallow: /words");
    expect(await fetcher.fetch(words())).toMatchObject({
      why: "its robots.txt asks robots not to read this",
      isFinal: true,
    });
    expect(server.log()).toEqual([]);
  });

  it.each([401, 403, 404])("that answers %i allows (RFC 9309, 2.3.1.3)", async (status) => {
    const fetcher = await withRobots(status);
    expect(await fetcher.fetch(words())).toMatchObject({kind: "fetched"});
  });

  it.each([429, 500, 503])("that answers %i forbids (RFC 9309, 2.3.1.4)", async (status) => {
    const fetcher = await withRobots(status);
    expect(await fetcher.fetch(words())).toMatchObject({
      why: `its robots.txt cannot be read: it answered ${status}`,
      isFinal: false,
    });
    expect(server.log()).toEqual([]);
  });

  it("is asked for again where a redirect leads to another host", async () => {
    server = await rudeServer({
      "a.example/robots.txt": (_, response) => response.writeHead(404).end(),
      "b.example/robots.txt": (_, response) =>
        response.writeHead(200).end("User-agent: *\nDisallow: /"),
      "/away": (_, response) =>
        response.writeHead(302, {location: server.at("b.example", "/words")}).end(),
    });
    const got = await server.fetcher().fetch(server.at("a.example", "/away"));
    expect(got).toMatchObject({why: "its robots.txt asks robots not to read this"});
    expect(server.log()).toEqual(["2 a.example/away"]);
  });
});
