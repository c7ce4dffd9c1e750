import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {captureOf} from "../../src/sources/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

const today = day("2026-12-01");
const text = "JAKARTA, 10 March 2025 - Indonesia joined BRICS in January 2025.\n";

describe("a text read back over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  beforeAll(async () => {
    house = await foundingLedger();
    const takeIn = async (address: string) => captureOf(Buffer.from(text), address, today, false);
    app = createApi({...house, takeIn, today: () => today, log: () => {}});
  });
  afterAll(() => house.ledger.close());

  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request("http://localhost/api/audit", {
      method: "POST",
      headers: {"content-type": "application/json", ...headers},
      body: JSON.stringify(body),
    });
    return {status: response.status, body: await response.json()};
  };

  it("gives its claims, the whole and the files, and keeps nothing", async () => {
    const before = (await house.ledger.articles(today)).length;
    const {status, body} = await post({text});
    expect(status).toBe(200);
    expect(body.audit.verdicts[0]).toMatchObject({verdict: "supported"});
    expect(Object.keys(body.written).sort()).toEqual(["annotated", "claimreview", "html", "md"]);
    expect(await house.ledger.articles(today)).toHaveLength(before);
  });

  it("holds two against one another, a text and an address, and keeps neither", async () => {
    const before = (await house.ledger.articles(today)).length;
    const compare = async (body: unknown) => {
      const response = await app.request("http://localhost/api/audit/compare", {
        method: "POST",
        headers: {"content-type": "application/json"},
        body: JSON.stringify(body),
      });
      return {status: response.status, body: await response.json()};
    };
    const {status, body} = await compare({
      first: {text: `${text}Indonesia has been a member of ASEAN since 1967.\n`},
      second: {address: "https://example.org/a"},
    });
    expect(status).toBe(200);
    expect(body.comparison.shared).toHaveLength(1);
    expect(body.comparison.dropped).toHaveLength(1);
    expect(body.second.article.origin).toBe("https://example.org/a");
    expect((await compare({first: {text}})).status).toBe(400);
    expect((await compare({first: {text}, second: {}})).status).toBe(400);
    expect(await house.ledger.articles(today)).toHaveLength(before);
  });

  it("reads the page of an address, and no file", async () => {
    expect((await post({address: "https://example.org/a"})).body.audit.article.origin).toBe(
      "https://example.org/a",
    );
    expect((await post({address: "/etc/passwd"})).status).toBe(400);
    expect((await post({address: "file:///etc/passwd"})).status).toBe(400);
  });

  it("refuses neither, both, too much, and other sites' pages, each in a sentence", async () => {
    for (const [body, status] of [
      [{}, 400],
      [{text, address: "https://example.org/a"}, 400],
      [{text: "a".repeat(70_000)}, 413],
    ] as const)
      expect((await post(body)).status).toBe(status);
    const {status, body} = await post({text}, {origin: "https://evil.example"});
    expect(status).toBe(403);
    expect(body.error.message).toContain("evil.example");
  });
});
