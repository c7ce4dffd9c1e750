import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readReference} from "../../src/cli/house.ts";
import {
  copiesKnown,
  countCopies,
  keepReading,
  readArticle,
  sourcesKnown,
} from "../../src/pipeline/index.ts";
import {captureOf, judgementOf} from "../../src/sources/index.ts";
import {type Ledger, openLedger, plainReading} from "../../src/store/index.ts";
import {articleId, carriedDatasetIds, type Day, day} from "../../src/world/index.ts";
import {makeLedger} from "../store/make-ledger.ts";

const on = day("2026-03-05");
const reference = readReference();
const source = (id: string) => ({
  source: id,
  title: id,
  language: "en",
  country: null,
  reliability: {letter: "C", onOwnPosition: "C", reason: "made for a test"} as const,
  published: "2026-03-04",
  updated: null,
});
const story = `Indonesia and Russia signed an agreement on nuclear energy in Jakarta on Tuesday, the foreign ministry said.

The survey of three anchorages off Bangka begins in October and costs four million dollars, which the two sides share.`;

/** The story as a page, with other menus around it where it is asked for. */
function page(at: string, from: string, menu = "Home") {
  const body = story.replaceAll("\n\n", "</p><p>");
  const html = `<!doctype html><html><head><title>Reactors for Bangka</title></head><body><nav>${menu}</nav><article><h1>Reactors for Bangka</h1><p>${body}</p></article></body></html>`;
  const capture = captureOf(new TextEncoder().encode(html), at, on, false, "text/html");
  return {...capture, collected: source(from)};
}

describe("the same text", () => {
  let ledger: Ledger;
  const read = async (capture: ReturnType<typeof page>) => {
    const reading = await readArticle(capture, reference);
    await keepReading(ledger, reference, {capture, ...reading});
    return reading.article;
  };
  const origins = async () => (await ledger.articles(on)).map(({origin}) => origin).sort();
  beforeAll(async () => {
    ledger = await openLedger({path: await makeLedger({without: carriedDatasetIds})});
  });
  afterAll(() => ledger.close());

  it("of another outlet is a second article", async () => {
    const one = await read(page("https://www.first.example/reactors", "first"));
    const other = await read(page("https://second.example/news/77", "second"));
    expect(other.text).toBe(one.text);
    expect(other.id).not.toBe(one.id);
    expect((await ledger.articles(on)).map(({id}) => id)).toEqual([one.id, other.id]);
  });

  it("of the same outlet is one, at another address and with other bytes around it", async () => {
    const before = await origins();
    await read(page("https://first.example/reactors?from=home", "first"));
    await read(page("https://www.first.example/reactors", "first", "Home Sport"));
    expect(await origins()).toEqual(before);
  });

  it("is one copied text, and one origin of what it reports", async () => {
    const {clusters, sources} = await copiesKnown(ledger, reference, on);
    expect(clusters).toEqual([expect.objectContaining({independentOrigins: 1})]);
    expect(clusters[0]?.articles.length).toBe(2);
    expect(sources.map(({share}) => share)).toEqual([1, 0]);
    const moves = (await ledger.moveVersions(on)).flatMap(({move}) =>
      move === null ? [] : [move],
    );
    expect(moves.map((move) => [move.articles, move.independentOrigins])).toContainEqual([2, 1]);
  });

  it("counts in the share of copies of the source that printed it, until a person rejects it", async () => {
    const list = ["first", "second"].map((id) => ({
      source: {
        ...source(id),
        id,
        kind: "feed" as const,
        at: `https://${id}.example/feed`,
        owner: id,
        stateControlled: false,
        licence: "made for a test",
        everyMinutes: 60,
        seenAt: "a test",
      },
      isOwn: true,
    }));
    const shares = async (asOf: Day) => {
      const copies = await copiesKnown(ledger, reference, asOf);
      const counts = await countCopies(ledger, reference, copies);
      const shown = await sourcesKnown(ledger, reference, list, null, copies);
      // The list of the command line and the page's are told the same.
      for (const one of shown)
        expect({articles: one.articles, copies: one.copies}).toEqual(
          counts.get(one.source.id) ?? {articles: 0, copies: 0},
        );
      return shown.map(({copyShare}) => copyShare);
    };
    expect((await shares(on)).sort()).toEqual([0, 1]);
    const {clusters} = await copiesKnown(ledger, reference, on);
    const [copy = ""] = (clusters[0]?.edges ?? []).map((edge) => edge.copy);
    const said = {kind: "reject", about: [copy], author: "Ana", reason: "a test"} as const;
    await ledger.addJudgement(judgementOf(said, day("2026-03-06"), null));
    expect((await shares(day("2026-03-06"))).sort()).toEqual([0, null]);
    expect((await shares(on)).sort()).toEqual([0, 1]);
  });
});

describe("a ledger made before outlets were told apart", () => {
  it("keeps the id that an article had, and has its outlet's text once", async () => {
    const ledger = await openLedger({path: await makeLedger({without: carriedDatasetIds})});
    const first = page("https://first.example/reactors", "first");
    const {article} = await readArticle(first, reference);
    const old = {...article, id: articleId(article.text, null)};
    await ledger.addArticles([{capture: first, article: old, events: [], reading: plainReading}]);
    for (const at of ["https://first.example/again", "https://second.example/reactors"]) {
      const capture = page(at, "any");
      await keepReading(ledger, reference, {capture, ...(await readArticle(capture, reference))});
    }
    expect((await ledger.articles(on)).map(({id, origin}) => [id, origin])).toEqual([
      [old.id, "https://first.example/reactors"],
      [expect.not.stringMatching(old.id), "https://second.example/reactors"],
    ]);
    await ledger.close();
  });
});
