import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {brotliCompressSync, gzipSync} from "node:zlib";
import {fetchOnce} from "../../../src/sources/ask-once.ts";
import {createFetcher, type FetchEffects} from "../../../src/sources/collect/create-fetcher.ts";
import {heldClock} from "./held-clock.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, times: number) => void;

/** Paths whose answers never end: the clock does not wait for them. */
const hangs = /\/(?:drip|silent)/;

/** Answers by path, whatever the host; `times` counts how often that path of that host has been asked for. */
const manners: Readonly<Record<string, Handler>> = {
  "/robots.txt": (_, response) => response.writeHead(404).end(),
  "/words": (_, response) => response.writeHead(200, {"content-type": "text/plain"}).end("Words."),
  "/busy": (_, response, times) =>
    times === 1
      ? response.writeHead(429, {"retry-after": "30"}).end()
      : response.writeHead(200).end("At last."),
  "/busy-till": (_, response, times) =>
    times === 1
      ? response.writeHead(503, {"retry-after": "Thu, 26 Nov 2026 06:00:45 GMT"}).end()
      : response.writeHead(200).end("At last."),
  "/busy-long": (_, response) => response.writeHead(429, {"retry-after": "7200"}).end(),
  "/broken": (_, response) => response.writeHead(500).end("no"),
  "/broken-once": (_, response, times) => response.writeHead(times === 1 ? 502 : 200).end("Words."),
  "/drip": (_, response) => {
    response.writeHead(200);
    const drop = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(drop));
  },
  "/silent": () => undefined,
  "/endless": (_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(1_000_000, "a");
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pour);
    pour();
  },
  "/loop": (_, response) => response.writeHead(302, {location: "/loop"}).end(),
  "/inward": (_, response) =>
    response.writeHead(302, {location: "http://169.254.169.254/latest/meta-data/"}).end(),
  "/moved": (_, response) => response.writeHead(301, {location: "/words"}).end(),
  "/same": (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, {etag: '"v1"', "last-modified": "Wed, 25 Nov 2026 10:00:00 GMT"})
        .end("Words.");
  },
  "/gzip": (_, response) =>
    response.writeHead(200, {"content-encoding": "gzip"}).end(gzipSync("Packed words.")),
  "/br": (_, response) =>
    response.writeHead(200, {"content-encoding": "br"}).end(brotliCompressSync("Packed words.")),
  "/half-gzip": (_, response) => {
    const whole = gzipSync("Packed words that go on for a while. ".repeat(50));
    response.writeHead(200, {"content-encoding": "gzip"}).end(whole.subarray(0, whole.length - 20));
  },
  "/no-gzip": (_, response) =>
    response.writeHead(200, {"content-encoding": "gzip"}).end("These are no gzip data."),
  "/odd-packing": (_, response) =>
    response.writeHead(200, {"content-encoding": "gzip, gzip"}).end("x"),
  "/bomb": (_, response) =>
    response.writeHead(200, {"content-encoding": "gzip"}).end(gzipSync(Buffer.alloc(50_000_000))),
  "/short": (_, response) => {
    response.writeHead(200, {"content-length": "1000"});
    response.write("Only this");
    setTimeout(() => response.destroy(), 20);
  },
  "/gone": (_, response) => response.writeHead(410).end(),
  "/windows-1251": (_, response) =>
    response
      .writeHead(200, {"content-type": "text/html; charset=utf-8"})
      .end(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])),
};

/** A server on this machine that behaves as asked; names ending in .example lead to it, and nothing else does. */
export async function rudeServer(more: Readonly<Record<string, Handler>> = {}) {
  const asked: {host: string; path: string; at: number}[] = [];
  const opened: string[] = [];
  const lookedUp: string[] = [];
  const clock = heldClock();
  const server = createServer((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, "") ?? "";
    const path = request.url ?? "";
    asked.push({host, path, at: clock.now()});
    const times = asked.filter((one) => one.host === host && one.path === path).length;
    const handle = more[`${host}${path}`] ?? more[path] ?? manners[path];
    if (handle === undefined) response.writeHead(404).end();
    else handle(request, response, times);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const {port} = server.address() as AddressInfo;
  const names: Record<string, readonly string[]> = {};
  const effects: FetchEffects = {
    lookup: async (host) => {
      lookedUp.push(host);
      const addresses = names[host] ?? (host.endsWith(".example") ? ["127.0.0.1"] : []);
      return addresses.map((address) => ({address, family: address.includes(":") ? 6 : 4}));
    },
    fetch: async (url, how) => {
      opened.push(`${how.to.address} for ${url.host}`);
      if (hangs.test(url.pathname)) clock.letHang(how.signal);
      return fetchOnce(url, how);
    },
    now: clock.now,
    sleep: clock.sleep,
    limit: clock.limit,
    uniform: () => 0.5,
    allowed: {address: "127.0.0.1", port},
  };
  const begin = clock.now();
  return {
    effects,
    clock,
    names,
    opened,
    lookedUp,
    fetcher: () => createFetcher(effects),
    at: (host: string, path: string) => `http://${host}:${port}${path}`,
    /** What was asked for, in order: seconds since the beginning, host and path; robots.txt left out. */
    log: () =>
      asked
        .filter(({path}) => path !== "/robots.txt")
        .map(({host, path, at}) => `${(at - begin) / 1000} ${host}${path}`),
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type RudeServer = Awaited<ReturnType<typeof rudeServer>>;
