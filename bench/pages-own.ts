import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {Readability} from "@mozilla/readability";
import {z} from "zod";
import {readCapture} from "../src/reading/index.ts";
import {captureOf} from "../src/sources/index.ts";
import {type Article, day, isGap} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {documentOf, wordsOf} from "./page-document.ts";
import {tokenF1} from "./token-f1.ts";

const expectedSchema = z.strictObject({
  title: z.string(),
  /** `null` where the page states no day, or one that may be two: then a gap is right. */
  day: z.string().nullable(),
  origin: z.url(),
  text: z.array(z.string()),
});

/** What a way of reading makes of a page; `null` where it finds nothing. */
interface Found {
  readonly text: string;
  readonly title: string | null;
  readonly day: string | null;
}

const readOn = day("2026-01-01");

/**
 * How much of the text of pages that we wrote is kept, and how often title and day are right. A day counts as right where the page
 * has none and none is given.
 *
 * @param data a folder of folders with `source.html` and `expected.json`.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const pages = readdirSync(data)
    .sort()
    .map((name) => ({
      source: readFileSync(join(data, name, "source.html")),
      expected: expectedSchema.parse(
        JSON.parse(readFileSync(join(data, name, "expected.json"), "utf8")),
      ),
    }));
  if (pages.length === 0) throw new Error(`${data} holds no page folders`);
  const read = ({source, expected}: (typeof pages)[number]) =>
    readCapture(captureOf(source, expected.origin, readOn, false, "text/html"));
  const began = performance.now();
  const articles = pages.map(read);
  const msPerPage = (performance.now() - began) / pages.length;
  const scores = (found: readonly Found[]) => {
    const mean = (score: (one: Found, wanted: (typeof pages)[number]["expected"]) => number) =>
      pages.reduce((sum, {expected}, i) => sum + score(found[i] as Found, expected), 0) /
      pages.length;
    return {
      tokenF1: mean((one, wanted) => tokenF1(one.text, wanted.text.join("\n"))),
      titleShare: mean((one, wanted) => Number(one.title === wanted.title)),
      dateShare: mean((one, wanted) => Number(one.day === wanted.day)),
    };
  };
  const named = (who: string, found: ReturnType<typeof scores>) =>
    Object.fromEntries(Object.entries(found).map(([figure, value]) => [`${figure} ${who}`, value]));
  const documents = () => pages.map(({source}) => documentOf(source.toString("utf8")));
  return {
    bench: "pages-own",
    figures: {...scores(articles.map(ours)), msPerPage},
    floors: named("body-title-and-first-meta", scores(documents().map(plainly))),
    peers: named("Readability-0.6-on-linkedom", scores(documents().map(byReadability))),
    n: pages.length,
  };
}

function ours({text, title, published}: Article): Found {
  return {
    text,
    title: isGap(title) ? null : title,
    day: isGap(published) ? null : published,
  };
}

function plainly(document: Document): Found {
  const stated = document.querySelector("meta[property='article:published_time']");
  return {
    title: document.title,
    day: stated?.getAttribute("content")?.slice(0, 10) ?? null,
    text: wordsOf(document.body),
  };
}

function byReadability(document: Document): Found {
  const found = new Readability<Node>(document, {serializer: (node) => node}).parse();
  return {
    text: found?.content ? wordsOf(found.content as Element) : "",
    title: found?.title ?? null,
    day: found?.publishedTime?.slice(0, 10) ?? null,
  };
}
