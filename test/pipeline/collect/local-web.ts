import {readReference} from "../../../src/cli/house.ts";
import type {Collecting} from "../../../src/pipeline/index.ts";
import {collectDisk, collectFormats} from "../../../src/sources/index.ts";
import {openCollectJournal, openLedger} from "../../../src/store/index.ts";
import type {Source} from "../../../src/world/index.ts";
import {type RudeServer, rudeServer} from "../../sources/collect/rude-server.ts";
import {makeSmallLedger} from "../../store/make-ledger.ts";

const page = (title: string, words: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="article:published_time" content="2026-11-25T08:00:00Z"></head><body><article>
<h1>${title}</h1><p>${words}</p><p>The statement was read out in the capital before reporters on Wednesday.
It named no date for a next round, and officials of neither side took questions afterwards.</p></article></body></html>`;

const visit = page(
  "Indonesia and Russia hold talks on nuclear energy",
  "JAKARTA, 25 November 2026 - Indonesia held talks with Russia on nuclear energy, the foreign ministry said.",
);
const pact = page(
  "Malaysia signs agreement with China",
  "KUALA LUMPUR, 25 November 2026 - Malaysia signed a trade agreement with China on Wednesday.",
);

const item = (at: string, title: string, more = "") =>
  `<item><title>${title}</title><link>${at}</link><description>${title}, it was said.</description>
<pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate>${more}</item>`;

/** A feed with its pages, on a server of this machine, and a small ledger to read them into. */
export async function localWeb(more: Parameters<typeof rudeServer>[0] = {}) {
  // Loaded before the clock runs: they are read with the first page.
  await Promise.all([
    import("../../../src/reading/index.ts"),
    import("../../../src/coding/index.ts"),
  ]);
  const items: string[] = [];
  let version = 1;
  const server: RudeServer = await rudeServer({
    "/feed": (request, response) => {
      const etag = `"v${version}"`;
      if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
      else
        response
          .writeHead(200, {"content-type": "application/rss+xml", etag})
          .end(`<rss version="2.0"><channel><title>Wire</title>${items.join("")}</channel></rss>`);
    },
    "/visit": (_, response) => response.writeHead(200, {"content-type": "text/html"}).end(visit),
    "/pact": (_, response) => response.writeHead(200, {"content-type": "text/html"}).end(pact),
    ...more,
  });
  const path = await makeSmallLedger();
  const reference = readReference();
  const at = (path: string) => server.at("a.example", path);
  const source = (facts: Partial<Source> = {}): Source => ({
    id: "wire",
    title: "Wire",
    kind: "feed",
    at: at("/feed"),
    language: "en",
    country: "IDN",
    owner: "test",
    stateControlled: false,
    reliability: {letter: "C", onOwnPosition: "C", reason: "made for a test"},
    licence: "free for a test",
    everyMinutes: 60,
    seenAt: "this test",
    ...facts,
  });
  const events: {importerId: string; name: string; bytes: Uint8Array}[] = [];

  return {
    server,
    path,
    reference,
    source,
    at,
    events,
    /** Puts items into the feed, which is another one then. */
    publish: (...paths: readonly string[]) => {
      items.push(...paths.map((one) => item(at(one), `News of ${one}`)));
      version += 1;
    },
    /** Works with the ledger and its journal, as one process would. */
    collecting: async <Result>(
      work: (collecting: Collecting) => Promise<Result>,
      choice: Partial<Collecting> = {},
    ): Promise<Result> => {
      const ledger = await openLedger({path});
      const journal = openCollectJournal(path);
      try {
        return await work({
          ledger: {
            ...ledger,
            addArticles: (...args) => server.clock.during(() => ledger.addArticles(...args)),
          },
          reference,
          journal,
          fetcher: server.fetcher(),
          formats: collectFormats,
          disk: collectDisk,
          takeEvents: async (importerId, file) => {
            events.push({importerId, ...file});
          },
          now: server.clock.now,
          uniform: () => 0.5,
          stop: new AbortController().signal,
          limit: null,
          isNamed: false,
          tell: () => undefined,
          ...choice,
        });
      } finally {
        journal.close();
        await ledger.close();
      }
    },
    /** What was asked for but robots.txt, by path. */
    paths: () => server.log().map((line) => line.replace(/^\S+ [^/]+/, "")),
  };
}
export type LocalWeb = Awaited<ReturnType<typeof localWeb>>;
