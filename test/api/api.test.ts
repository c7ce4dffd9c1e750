import {gunzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";

describe("the API", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  const logged: string[] = [];
  beforeAll(async () => {
    house = await foundingLedger();
    app = createApi({...house, today: () => day("2026-11-24"), log: (line) => logged.push(line)});
  });
  afterAll(() => house.ledger.close());

  const json = async (path: string, init?: RequestInit) => {
    const response = await app.request(path, init);
    return {status: response.status, body: await response.json()};
  };

  it("answers the watch, the same bytes for the same day", async () => {
    const [one, two] = await Promise.all([
      app.request("/api/answer?asOf=2026-01-01"),
      app.request("/api/answer?asOf=2026-01-01"),
    ]);
    expect(one.status).toBe(200);
    expect(await one.text()).toBe(await two.text());
  });

  it("answers nobody who calls this machine by another name, and lets no answer run a script", async () => {
    const elsewhere = await app.request("http://rebound.example:4173/api/answer");
    expect(elsewhere.status).toBe(403);
    expect((await elsewhere.json()).error.whatToDo).toContain("demarche serve");
    const brief = await app.request("http://127.0.0.1:4173/api/brief?format=html");
    expect(brief.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(brief.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("does not read a request of any size", async () => {
    const {status, body} = await json("/api/scenario", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({scenario: {shocks: []}, asOf: "x".repeat(100_000)}),
    });
    expect(status).toBe(413);
    expect(body.error.message).toContain("64 kB");
  });

  it("packs an answer for who can unpack it", async () => {
    const plain = await app.request("/api/answer?asOf=2026-01-01");
    const packed = await app.request("/api/answer?asOf=2026-01-01", {
      headers: {"accept-encoding": "gzip"},
    });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    const bytes = gunzipSync(new Uint8Array(await packed.arrayBuffer()));
    expect(bytes.toString("utf8")).toBe(await plain.text());
  });

  it("opens the rows behind a cell, with licence and columns", async () => {
    const where = JSON.stringify([
      {column: "exporter", in: ["RUS"]},
      {column: "importer", in: ["IDN"]},
      {column: "year", in: [2016]},
    ]);
    const {status, body} = await json(
      `/api/evidence?dataset=trade-matrix&where=${encodeURIComponent(where)}`,
    );
    expect(status).toBe(200);
    expect(body.total).toBe(1);
    expect(body.rows[0][body.columns.indexOf("value_usd")]).toBeGreaterThan(4e8);
    expect(body.card.licence).toBeTruthy();
  });

  it("refuses a column that is none and a condition that is no JSON, in one shape", async () => {
    for (const where of [
      '[{"column":"1; drop table capture","in":[1]}]',
      "nonsense",
      '[{"column":"year","like":"%"}]',
    ]) {
      const {status, body} = await json(
        `/api/evidence?dataset=trade-matrix&where=${encodeURIComponent(where)}`,
      );
      expect(status).toBe(400);
      expect(Object.keys(body)).toEqual(["error"]);
      expect(body.error.whatToDo).not.toBe("");
    }
    expect((await json("/api/answer?asOf=2026-02-30")).status).toBe(400);
    expect((await json("/api/nowhere")).status).toBe(404);
    expect((await json("/api/articles/none")).status).toBe(404);
  });

  it("gives the brief with footnotes that resolve, and tables as CSV", async () => {
    const brief = await (await app.request("/api/brief?format=md")).text();
    const used = new Set([...brief.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
    const defined = new Set([...brief.matchAll(/^\[\^(\d+)\]:/gm)].map((match) => match[1]));
    expect(used.size).toBeGreaterThan(10);
    expect([...used].filter((note) => !defined.has(note))).toEqual([]);
    const csv = await app.request("/api/export/moves.csv");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect((await csv.text()).split("\n").length).toBeGreaterThan(10);
  });

  it("prints its OpenAPI description from the routes", async () => {
    const {body} = await json("/api/openapi.json");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        "/api/answer",
        "/api/evidence",
        "/api/articles/{id}",
        "/api/scenario",
        "/api/brief",
        "/api/export/{file}",
      ]),
    );
    expect(logged).toEqual([]);
  });
});
