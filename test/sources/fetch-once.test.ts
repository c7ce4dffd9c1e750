import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fetchOnce} from "../../src/sources/ask-once.ts";

/** A server on this machine; `fetchOnce` is below the address check, so it may be asked for it. */
const seen: (string | undefined)[] = [];
let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.headers.host);
    if (request.url === "/away") response.writeHead(302, {location: "/here"}).end();
    else response.writeHead(200, {"content-type": "text/plain"}).end("Words.");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
});

const ask = (path: string) =>
  fetchOnce(new URL(`http://no-such-name.invalid:${port}${path}`), {
    to: {address: "127.0.0.1", family: 4},
    signal: AbortSignal.timeout(5000),
  });

async function textOf(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of body ?? []) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe("the real fetch", () => {
  it("connects to the address it is given, whatever the name would answer", async () => {
    const response = await ask("/");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(await textOf(response.body)).toBe("Words.");
    expect(seen.at(-1)).toBe(`no-such-name.invalid:${port}`);
  });

  it("follows no redirect itself", async () => {
    const response = await ask("/away");
    expect([response.status, response.headers.get("location")]).toEqual([302, "/here"]);
    expect(await textOf(response.body)).toBe("");
  });
});
