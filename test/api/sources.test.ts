import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {createApi} from "../../src/api/index.ts";
import {keepReading} from "../../src/pipeline/index.ts";
import {type Collected, day} from "../../src/world/index.ts";
import {foundingLedger} from "../pipeline/founding-ledger.ts";
import {type Told, told} from "../store/made-articles.ts";
import {keptSources, madeNote, madeSource} from "./kept-sources.ts";

const today = day("2026-12-01");
const story =
  "Indonesia and Russia signed an agreement on reactors in Jakarta after two days of talks between their energy ministers about fuel, training and the site of a first plant on Borneo.";

const wire = madeSource();
const copier = madeSource({id: "copier", title: "Copier", at: "https://copier.example/feed"});
const broken = madeSource({id: "broken", title: "Broken", at: "https://broken.example/feed"});
const fresh = madeSource({id: "fresh", title: "Fresh", at: "https://fresh.example/feed"});

const collectedFrom = ({id, title, language, country, reliability}: typeof wire): Collected => ({
  source: id,
  title,
  language,
  country,
  reliability,
  published: null,
  updated: null,
});

function read(facts: Told, from: typeof wire) {
  const {capture, article, events} = told({recordedOn: "2026-11-30", ...facts});
  return {capture: {...capture, collected: collectedFrom(from)}, article, events};
}

describe("sources over HTTP", () => {
  let house: Awaited<ReturnType<typeof foundingLedger>>;
  let app: ReturnType<typeof createApi>;
  const first = read({text: story, outlet: "Example Wire", published: "2026-11-28"}, wire);
  const copy = read(
    {text: `${story} The paper added nothing.`, outlet: "Copier", published: "2026-11-29"},
    copier,
  );
  const own = read(
    {
      text: "Malaysia reports a record palm oil harvest.",
      outlet: "Copier",
      published: "2026-11-30",
    },
    copier,
  );
  const sourceBook = keptSources(
    [wire, copier, broken, fresh],
    [
      madeNote("example-wire"),
      madeNote("copier"),
      madeNote("broken", {failures: 3, error: "it answered 500", succeededAt: null}),
    ],
  );
  beforeAll(async () => {
    house = await foundingLedger();
    for (const one of [first, copy, own]) await keepReading(house.ledger, house.reference, one);
    app = createApi({
      ...house,
      sourceBook,
      writable: true,
      today: () => today,
      log: console.error,
    });
  });
  afterAll(() => house.ledger.close());

  const get = async (path: string) => {
    const response = await app.request(path);
    return {status: response.status, body: await response.json()};
  };
  const post = async (body: unknown, headers: Record<string, string> = {}, to = app) => {
    const response = await to.request("http://localhost/api/sources", {
      method: "POST",
      headers: {"content-type": "application/json", ...headers},
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return {status: response.status, body: await response.json()};
  };
  const sourceOf = async (id: string, query = "") =>
    (await get(`/api/sources${query}`)).body.sources.find(
      (one: {source: {id: string}}) => one.source.id === id,
    );

  it("tell of each its grade with the reason, how it answers, and what the ledger has of it", async () => {
    const {status, body} = await get("/api/sources");
    expect(status).toBe(200);
    expect(body).toMatchObject({asOf: today, canAdd: true});
    expect(await sourceOf("example-wire")).toMatchObject({
      isOwn: false,
      source: {
        reliability: {letter: "B", reason: "It has reporters of its own."},
        owner: "Example Wire Company",
        stateControlled: false,
        licence: "terms not read",
      },
      health: {
        state: "answers",
        lastSuccess: "2026-11-30T12:00:00.000Z",
        items: 12,
        checkedOn: "2026-11-30",
      },
      silence: null,
      articles: 1,
      copies: 0,
      copyShare: 0,
    });
    expect(await sourceOf("broken")).toMatchObject({
      health: {state: "fails", failures: 3, error: "it answered 500"},
      articles: 0,
      copyShare: null,
    });
    expect(await sourceOf("fresh")).toMatchObject({health: {state: "unchecked", checkedOn: null}});
  });

  it("tell how much of a source is another's", async () => {
    expect(await sourceOf("copier")).toMatchObject({articles: 2, copies: 1, copyShare: 0.5});
  });

  it("say on a past day what the ledger held, and that no more is kept of it", async () => {
    const past = await sourceOf("copier", "?asOf=2026-11-29");
    expect(past).toMatchObject({articles: 0, copyShare: null, health: {kind: "gap"}});
    expect(past.health.why).toContain("2026-11-29");
  });

  it("tell who copies whom, the earliest first, with share and hours", async () => {
    const {body} = await get("/api/copies");
    expect(body.clusters).toEqual([
      expect.objectContaining({
        earliest: first.article.id,
        articles: [first.article.id, copy.article.id],
      }),
    ]);
    expect(body.clusters[0].edges[0]).toMatchObject({
      copy: copy.article.id,
      of: first.article.id,
      hours: 24,
    });
    expect(body.articles[copy.article.id].outlet).toBe("Copier");
    expect((await get("/api/copies?asOf=2026-11-29")).body.clusters).toEqual([]);
  });

  it("list their articles newest first, a page at a time, and those of one source", async () => {
    const {body} = await get("/api/articles?limit=2");
    expect(body.articles.map(({id}: {id: string}) => id)).toEqual([
      own.article.id,
      copy.article.id,
    ]);
    expect(body.total).toBe(4);
    expect((await get("/api/articles?limit=2&offset=2")).body.articles[0].id).toBe(
      first.article.id,
    );
    const {articles} = (await get("/api/articles?source=example-wire")).body;
    expect(articles).toEqual([
      expect.objectContaining({
        id: first.article.id,
        source: "example-wire",
        outlet: "Example Wire",
        published: "2026-11-28",
        marks: [],
        grade: {reliability: expect.any(String), credibility: expect.any(Number)},
      }),
    ]);
    expect((await get("/api/articles?source=no-such")).body.total).toBe(0);
  });

  it("open an article with its grade's working, its source and its copies", async () => {
    const {body} = await get(`/api/articles/${copy.article.id}`);
    expect(body.article.text).toContain(story);
    expect(body.collected).toMatchObject({source: "copier", reliability: {letter: "B"}});
    expect(body.cluster.earliest).toBe(first.article.id);
    expect(Object.keys(body.others).sort()).toEqual([first.article.id, copy.article.id].sort());
    expect(body.grade.recipe.id).toBeTruthy();
    expect(body.grade.parts.length).toBeGreaterThan(0);
    const alone = (await get(`/api/articles/${own.article.id}`)).body;
    expect(alone).toMatchObject({cluster: null, others: {}});
    expect((await get(`/api/articles/${copy.article.id}?asOf=2026-11-29`)).status).toBe(404);
  });

  it("take one more, which stands there from then on as the user's own", async () => {
    const given = madeSource({id: "my-ministry", at: "https://ministry.example/feed"});
    const {status, body} = await post(given);
    expect(status).toBe(200);
    expect(body.source).toEqual(given);
    expect(sourceBook.own).toEqual([given]);
    expect(sourceBook.lookedUp).toContain("ministry.example");
    expect(await sourceOf("my-ministry")).toMatchObject({
      isOwn: true,
      health: {state: "unchecked"},
    });
  });

  it("take one whose name cannot be looked up now: whoever fetches it checks again", async () => {
    const given = madeSource({id: "later", at: "https://nowhere.example/feed"});
    expect((await post(given)).status).toBe(200);
  });

  it.each([
    ["a field more", 400, {...madeSource({id: "a"}), dueAt: 1}],
    ["a kind that is none", 400, {...madeSource({id: "a"}), kind: "oracle"}],
    ["a grade that is none", 400, madeSource({id: "a", reliability: {letter: "G"} as never})],
    ["a state that is none", 400, madeSource({id: "a", country: "XQX"})],
    ["an id of other signs", 400, madeSource({id: "../a"})],
    ["an address of another protocol", 400, madeSource({id: "a", at: "javascript:alert(1)"})],
    ["a file's address", 400, madeSource({id: "a", at: "file:///etc/passwd"})],
    ["another port", 400, madeSource({id: "a", at: "https://wire.example:22/"})],
    ["a password in it", 400, madeSource({id: "a", at: "https://a:b@wire.example/"})],
    ["the loopback address", 403, madeSource({id: "a", at: "http://127.0.0.1/feed"})],
    ["a loopback written otherwise", 403, madeSource({id: "a", at: "http://0x7f.1/feed"})],
    ["a private address", 403, madeSource({id: "a", at: "http://192.168.1.1/feed"})],
    ["a platform's metadata", 403, madeSource({id: "a", at: "http://169.254.169.254/latest"})],
    ["the loopback in IPv6", 403, madeSource({id: "a", at: "http://[::1]/feed"})],
    ["a name of the private network", 403, madeSource({id: "a", at: "http://inside.example/"})],
    ["a folder of this machine", 403, madeSource({id: "a", kind: "folder", at: "/etc"})],
    ["an id that a carried one has", 409, madeSource()],
    ["no JSON", 400, "{"],
  ])("with %s are refused in the one shape, and nothing is written", async (_, expected, raw) => {
    const before = [...sourceBook.own];
    const {status, body} = await post(raw);
    expect(status).toBe(expected);
    expect(body.error.message).toBeTruthy();
    expect(body.error.whatToDo).toBeTruthy();
    expect(sourceBook.own).toEqual(before);
  });

  it("are taken from no page of another site, as no JSON, nor by a server that only reads", async () => {
    const given = madeSource({id: "stranger"});
    expect((await post(given, {origin: "http://evil.example"})).status).toBe(403);
    expect((await post(given, {origin: "null"})).status).toBe(403);
    expect((await post(given, {"content-type": "text/plain"})).status).toBe(415);
    const reader = createApi({...house, sourceBook, today: () => today, log: console.error});
    expect((await post(given, {}, reader)).body.error.message).toContain("only reads");
    expect((await (await reader.request("/api/sources")).json()).canAdd).toBe(false);
    const without = createApi({...house, writable: true, today: () => today, log: console.error});
    expect((await post(given, {}, without)).status).toBe(403);
    expect(sourceBook.own.some(({id}) => id === "stranger")).toBe(false);
  });

  it("ask for days and pages that are some", async () => {
    for (const path of ["sources", "copies", "articles"])
      expect((await get(`/api/${path}?asOf=yesterday`)).status).toBe(400);
    expect((await get("/api/articles?limit=100000")).status).toBe(400);
    expect((await get("/api/articles?offset=-1")).status).toBe(400);
  });

  it("stand in the description of the API", async () => {
    const {paths} = (await get("/api/openapi.json")).body;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        "/api/sources",
        "/api/copies",
        "/api/articles",
        "/api/articles/{id}",
      ]),
    );
    expect(JSON.stringify(paths["/api/sources"].post.requestBody)).toContain("stateControlled");
  });
});
