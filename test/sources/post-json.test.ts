import {createServer, type RequestListener, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterEach, describe, expect, it} from "vitest";
import {postJson} from "../../src/sources/index.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server on a free port of this machine. */
async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

const own = async () => [{address: "127.0.0.1", family: 4}];
const to = {key: null, lookup: own};

describe("JSON is sent to an address that a person named", () => {
  it("reaches this machine where the address says so, with body and key", async () => {
    let heard = "";
    const port = await serve((request, response) => {
      request.on("data", (part) => {
        heard += part;
      });
      request.on("end", () => {
        heard += ` ${request.method} ${request.url} ${request.headers.authorization}`;
        response.end('{"well": true}');
      });
    });
    const answer = await postJson(`http://localhost:${port}/v1/x`, {a: 1}, {...to, key: "k"});
    expect(answer).toEqual({well: true});
    expect(heard).toBe('{"a":1} POST /v1/x Bearer k');
  });

  it("does not reach this machine by another name", async () => {
    const port = await serve((_, response) => response.end("{}"));
    await expect(postJson(`http://harmless.example:${port}/`, {}, to)).rejects.toThrow(
      /only ports 80 and 443/,
    );
    await expect(postJson("http://harmless.example/", {}, to)).rejects.toThrow(/is not public/);
  });

  it("does not reach a private network", async () => {
    await expect(postJson("http://10.0.0.7/", {}, to)).rejects.toThrow(/is not public/);
    await expect(postJson("http://169.254.169.254/", {}, to)).rejects.toThrow(/is not public/);
  });

  it("follows no redirect, and says what it was answered", async () => {
    const port = await serve((_, response) => {
      response.writeHead(302, {location: "http://example.org/"}).end();
    });
    await expect(postJson(`http://127.0.0.1:${port}/`, {}, to)).rejects.toThrow(/answered 302/);
  });

  it("says where the answer is no JSON", async () => {
    const port = await serve((_, response) => response.end("<html>"));
    await expect(postJson(`http://127.0.0.1:${port}/`, {}, to)).rejects.toThrow(/no JSON/);
  });
});
