import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {Readability} from "@mozilla/readability";
import {readCapture} from "../src/reading/index.ts";
import {captureOf, InputError} from "../src/sources/index.ts";
import {type Article, day, isGap} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {unpacked} from "./data-files.ts";
import {documentOf, wordsOf} from "./page-document.ts";
import {tokenF1} from "./token-f1.ts";

/** A page with what is expected of it. Expected text is Readability's own output: near 1 proves the wiring, not the method. */
interface Page {
  readonly source: Buffer;
  readonly expectedHtml: string;
  readonly expected: {readonly title: string; readonly publishedTime: string | null};
}

const readOn = day("2026-01-01");

/**
 * How much of a page's expected text is kept, and how often title and date are right.
 *
 * @param data a folder whose children are page folders (`source.html`, `expected.html`, `expected-metadata.json`), such a
 *   folder up to two levels down, or a `.tar.gz` of one.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const pages = statSync(data).isDirectory() ? readPages(data) : unpacked(data, readPages);
  if (pages.length === 0) throw new Error(`${data} holds no page folders with source.html`);
  const began = performance.now();
  const articles = pages.map(({source}) => readPage(source));
  const seconds = (performance.now() - began) / 1000;

  const expectedText = pages.map(({expectedHtml}) => wordsOf(documentOf(expectedHtml).body));
  const f1 = (texts: readonly string[]) =>
    mean(texts.map((text, i) => tokenF1(text, expectedText[i] ?? "")));
  const dated = pages.flatMap(({expected}, i) => {
    const wanted = /^\d{4}-\d\d-\d\d/.exec(expected.publishedTime ?? "")?.[0];
    return wanted === undefined ? [] : [articles[i]?.published === wanted];
  });
  const titles = (found: readonly string[]) =>
    mean(pages.map(({expected}, i) => Number(squeeze(expected.title) === squeeze(found[i] ?? ""))));
  const peer = pages.map(({source}) =>
    new Readability(documentOf(source.toString("utf8")), {serializer: (node) => node}).parse(),
  );
  return {
    bench: "pages",
    figures: {
      tokenF1: f1(articles.map((article) => article?.text ?? "")),
      titleShare: titles(
        articles.map((article) => (article === null || isGap(article.title) ? "" : article.title)),
      ),
      ...(dated.length > 0 && {dateShare: mean(dated.map(Number))}),
      pagesPerSecond: pages.length / seconds,
    },
    floors: {
      "tokenF1 body-text": f1(
        pages.map(({source}) => wordsOf(documentOf(source.toString("utf8")).body)),
      ),
      "titleShare title-element": titles(
        pages.map(({source}) => documentOf(source.toString("utf8")).title),
      ),
    },
    peers: {
      "tokenF1 Readability-0.6-on-linkedom": f1(
        peer.map((one) => (one?.content ? wordsOf(one.content as Element) : "")),
      ),
      "titleShare Readability-0.6-on-linkedom": titles(peer.map((one) => one?.title ?? "")),
    },
    n: pages.length,
  };
}

/** The article, or `null` for a page that is refused: it counts as one of which nothing was kept. */
function readPage(source: Buffer): Article | null {
  try {
    return readCapture(captureOf(source, "page.html", readOn, false, "text/html"));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function readPages(folder: string): Page[] {
  const homes = [folder, join(folder, "test-pages"), join(folder, "test", "test-pages")];
  return homes
    .filter((home) => existsSync(home))
    .flatMap((home) => readdirSync(home).map((name) => join(home, name)))
    .filter((page) => existsSync(join(page, "source.html")))
    .sort()
    .map((page) => ({
      source: readFileSync(join(page, "source.html")),
      expectedHtml: readFileSync(join(page, "expected.html"), "utf8"),
      expected: JSON.parse(readFileSync(join(page, "expected-metadata.json"), "utf8")),
    }));
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
