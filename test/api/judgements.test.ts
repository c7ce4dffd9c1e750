import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {keepReading} from "../../src/pipeline/index.ts";
import {day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {told} from "../store/made-articles.ts";

const today = day("2026-12-01");

describe("judgements over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  let reading: ReturnType<typeof told>;
  beforeAll(async () => {
    house = await foundingLedger();
    reading = told({
      text: "Indonesia and Russia signed an agreement on reactors.",
      outlet: "Antara",
      recordedOn: "2026-11-30",
      published: "2026-11-29",
    });
    await keepReading(house.ledger, house.reference, reading);
    app = createApi({...house, writable: true, today: () => today, log: () => {}});
  });
  afterAll(() => house.ledger.close());

  const get = async (path: string) => {
    const response = await app.request(path);
    return {status: response.status, body: await response.json()};
  };
  const post = async (body: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request("http://localhost/api/judgements", {
      method: "POST",
      headers: {"content-type": "application/json", ...headers},
      body: JSON.stringify(body),
    });
    return {status: response.status, body: await response.json()};
  };
  const moveId = async () => {
    const {body} = await get("/api/answer");
    const move = body.answer.ledgerMoves.find(
      ({reports}: {reports?: {articleId: string}[]}) =>
        reports?.[0]?.articleId === reading.article.id,
    );
    return move?.id as string | undefined;
  };
  const by = {author: "Ana", reason: "the minister denies it on the record"};

  it("are kept with what they moved, and known from that day on", async () => {
    const id = await moveId();
    expect(id).toBeTruthy();
    const {status, body} = await post({kind: "reject", about: [id?.slice(0, 8)], ...by});
    expect(status).toBe(200);
    expect(body).toMatchObject({kept: true, judgement: {about: [id], recordedOn: today}});
    expect(body.changes).toContainEqual(
      expect.objectContaining({
        kind: "move",
        what: id,
        after: null,
        because: [{kind: "judgement", id: body.judgement.id}],
      }),
    );
    expect(await moveId()).toBeUndefined();
    expect((await get("/api/judgements")).body.judgements).toEqual([
      {judgement: body.judgement, effect: "applied"},
    ]);
    expect((await get("/api/judgements?asOf=2026-11-30")).body.judgements).toEqual([]);
    const {body: moved} = await get("/api/changes?since=2026-11-30");
    expect(moved).toMatchObject({since: "2026-11-30", until: today});
    expect(moved.changes).toEqual(body.changes);
  });

  it("that were said before add nothing, and another person's opinion is measured", async () => {
    const [{judgement}] = (await get("/api/judgements")).body.judgements;
    const {about, kind, author, reason} = judgement;
    expect((await post({about, kind, author, reason})).body).toMatchObject({
      kept: false,
      changes: [],
    });
    const back = await post({about, kind: "accept", author: "Budi", reason: "I read the text"});
    expect(back.body.kept).toBe(true);
    expect(await moveId()).toBe(about[0]);
    const {fields} = (await get("/api/agreement")).body;
    expect(fields).toEqual([expect.objectContaining({field: "stands", people: 2, things: 1})]);
  });

  it.each([
    ["an id that names nothing", {kind: "reject", about: ["ffffffffffff"], ...by}],
    ["a kind that is none", {kind: "adore", about: ["ffffffffffff"], ...by}],
    [
      "a field that is none",
      {kind: "recode", about: ["a1b2c3d4"], change: {field: "id", value: "x"}, ...by},
    ],
    ["a field more", {kind: "reject", about: ["ffffffffffff"], recordedOn: "2020-01-01", ...by}],
    ["no reason", {kind: "reject", about: ["ffffffffffff"], author: "Ana", reason: " "}],
    [
      "a line break in a name",
      {kind: "reject", about: ["ffffffffffff"], author: "A\nB", reason: "x"},
    ],
    ["one thing that is the same as nothing", {kind: "same-move", about: ["ffffffffffff"], ...by}],
  ])("with %s are refused in the one shape", async (_, raw) => {
    const {status, body} = await post(raw);
    expect(status).toBe(400);
    expect(body.error.whatToDo).toBeTruthy();
  });

  it("are taken from no page of another site, as no JSON, nor by a server that only reads", async () => {
    const raw = {kind: "reject", about: ["ffffffffffff"], ...by};
    expect((await post(raw, {origin: "http://evil.example"})).status).toBe(403);
    expect((await post(raw, {origin: "http://localhost:3000"})).status).toBe(403);
    expect((await post(raw, {"content-type": "text/plain"})).status).toBe(415);
    const reader = createApi({...house, today: () => today, log: () => {}});
    const response = await reader.request("/api/judgements", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify(raw),
    });
    expect(response.status).toBe(403);
    expect((await response.json()).error.message).toContain("only reads");
  });

  it("and changes ask for days that are some, the earlier first", async () => {
    expect((await get("/api/changes?since=yesterday")).status).toBe(400);
    expect((await get("/api/changes?since=2026-12-01&asOf=2026-11-01")).status).toBe(400);
  });

  it("stand in the description of the API", async () => {
    const {body} = await get("/api/openapi.json");
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(["/api/judgements", "/api/agreement", "/api/changes"]),
    );
    const schema =
      body.paths["/api/judgements"].post.requestBody.content["application/json"].schema;
    expect(JSON.stringify(schema)).toContain("source-grade");
  });
});
