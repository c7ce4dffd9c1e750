import {statSync} from "node:fs";
import FeedParser from "feedparser";
import {parseFeed} from "feedsmith";
import {parseHTML} from "linkedom";
import RssParser from "rss-parser";
import {type FeedRead, InputError, readFeed} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import {type DataFile, filesIn, unpacked} from "./data-files.ts";

/** What is compared of an item. A date is an instant, or a day where no zone was stated. */
interface Told {
  readonly title: string;
  readonly link: string;
  readonly date: string;
}

/** Where the feeds came from is not kept; links that are relative to it are resolved against this. */
const origin = {url: "https://feed.example/feed.xml", contentType: null};

/**
 * How often an item's title, link and date are what an independent parser (feedparser, on sax) makes of them. Titles are
 * compared as a person reads them: white space squeezed, entities read.
 *
 * @param data a folder of feeds, at any depth, or a `.tar.gz` of one.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const files = statSync(data).isDirectory() ? filesIn(data) : unpacked(data, filesIn);
  if (files.length === 0) throw new Error(`${data} holds no feeds`);
  // The first pass loads and warms what the second times.
  for (const {bytes} of files) await readOrRefuse(bytes);
  const began = performance.now();
  const read: (FeedRead | InputError)[] = [];
  for (const {bytes} of files) read.push(await readOrRefuse(bytes));
  const seconds = (performance.now() - began) / 1000;
  for (const [i, one] of read.entries())
    if (one instanceof InputError) console.error(`  ${files[i]?.name}: ${one.message}`);

  const ours = read.map((one) => (one instanceof InputError ? [] : one.items.map(toldOf)));
  const wanted = await Promise.all(files.map(({bytes}) => reference(bytes)));
  const peers = {
    "feedsmith-3": files.map(({bytes}) => byFeedsmith(bytes)),
    "rss-parser-3": await Promise.all(files.map(({bytes}) => byRssParser(bytes))),
  };
  const figures = shares(wanted, ours);
  const n = wanted.flat().length;
  return {
    bench: "feeds",
    figures: {
      ...figures,
      readShare: read.filter((one) => !(one instanceof InputError)).length / read.length,
      itemsPerSecond: ours.flat().length / seconds,
    },
    floors: named(
      shares(
        wanted,
        files.map(({bytes}) => byPattern(bytes)),
      ),
      "pattern",
    ),
    peers: Object.assign(
      {"itemsPerSecond feedsmith-3": speedOfFeedsmith(files)},
      ...Object.entries(peers).map(([name, items]) => named(shares(wanted, items), name)),
    ),
    n,
  };
}

async function readOrRefuse(bytes: Uint8Array): Promise<FeedRead | InputError> {
  try {
    return await readFeed(bytes, origin);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function toldOf({title, url, published, updated}: FeedRead["items"][number]): Told {
  return {title: squeeze(title), link: url ?? "", date: published ?? updated ?? ""};
}

/** The independent parser; a JSON Feed is read as the JSON that it is. */
function reference(bytes: Buffer): Promise<Told[]> {
  const json = /^\s*\{/.test(bytes.toString("utf8", 0, 100));
  if (json) return Promise.resolve(plainJson(bytes));
  return new Promise((resolve) => {
    const items: Told[] = [];
    const parser = new FeedParser({feedurl: origin.url, resume_saxerror: true});
    // What it cannot read sets no rule for others.
    parser.on("error", () => resolve(items));
    parser.on("end", () => resolve(items));
    parser.on("readable", () => {
      for (let item = parser.read(); item; item = parser.read())
        items.push({
          title: readTitle(item.title),
          link: href(item.link),
          date: instant(item.pubdate ?? item.date),
        });
    });
    parser.end(bytes);
  });
}

function plainJson(bytes: Buffer): Told[] {
  const {items = []}: {items?: {title?: string; url?: string; date_published?: string}[]} =
    JSON.parse(bytes.toString("utf8"));
  return items.map((item) => ({
    title: squeeze(item.title),
    link: href(item.url),
    date: instant(item.date_published),
  }));
}

function byFeedsmith(bytes: Buffer): Told[] {
  try {
    const {format, feed} = parseFeed(bytes.toString("utf8"));
    if (format === "atom")
      return (feed.entries ?? []).map(({title, links, published, updated}) => ({
        title: readTitle(typeof title === "string" ? title : title?.value),
        link: href(links?.find(({rel}) => (rel ?? "alternate") === "alternate")?.href),
        date: instant(published ?? updated),
      }));
    if (format === "rss")
      return (feed.items ?? []).map(({title, link, guid, pubDate}) => ({
        title: readTitle(title),
        link: href(link ?? guid?.value),
        date: instant(pubDate),
      }));
    return [];
  } catch {
    return [];
  }
}

/** As `run` times ours: warmed by a first pass. It makes no summaries. */
function speedOfFeedsmith(files: readonly DataFile[]): number {
  const began = performance.now();
  const items = files.flatMap(({bytes}) => byFeedsmith(bytes));
  return items.length / ((performance.now() - began) / 1000);
}

async function byRssParser(bytes: Buffer): Promise<Told[]> {
  try {
    const {items} = await new RssParser().parseString(bytes.toString("utf8"));
    return items.map(({title, link, isoDate}) => ({
      title: readTitle(title),
      link: href(link),
      date: instant(isoDate),
    }));
  } catch {
    return [];
  }
}

/** The naive floor: the first title, link and date after each `<item>` or `<entry>`, by pattern. */
function byPattern(bytes: Buffer): Told[] {
  return bytes
    .toString("utf8")
    .split(/<(?:item|entry)[\s>]/)
    .slice(1)
    .map((item) => ({
      title: squeeze(/<title[^>]*>([^<]*)/.exec(item)?.[1] ?? ""),
      link: href(/<link[^>]*>([^<]*)/.exec(item)?.[1]),
      date: instant(/<(?:pubDate|published|updated)>([^<]*)/.exec(item)?.[1]),
    }));
}

/** Items are paired in order; where the numbers differ, by their links. */
function shares(wanted: readonly Told[][], found: readonly Told[][]) {
  const right = {itemShare: 0, titleShare: 0, linkShare: 0, dateShare: 0};
  let all = 0;
  for (const [i, items] of wanted.entries()) {
    const ours = found[i] ?? [];
    const byLink = new Map(ours.map((one) => [one.link, one]));
    for (const [at, want] of items.entries()) {
      all += 1;
      const got = ours.length === items.length ? ours[at] : byLink.get(want.link);
      if (got === undefined) continue;
      const title = got.title === want.title;
      const link = got.link === want.link;
      const date = got.date.length === 10 ? want.date.startsWith(got.date) : got.date === want.date;
      right.titleShare += Number(title);
      right.linkShare += Number(link);
      right.dateShare += Number(date);
      right.itemShare += Number(title && link && date);
    }
  }
  return Object.fromEntries(Object.entries(right).map(([key, count]) => [key, count / all]));
}

function named(figures: Record<string, number>, who: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [`${key} ${who}`, value]),
  );
}

/** A title as a browser shows it; a tag that it speaks of stays. */
function readTitle(title: string | null | undefined): string {
  const {document} = parseHTML(`<p>${(title ?? "").replaceAll("<", "&lt;")}</p>`);
  const shown = squeeze(document.querySelector("p")?.textContent);
  return shown.replace(/<\/?(?:a|b|code|em|i|p|span|strong|sub|sup)(?:\s[^<>]*)?>/g, "");
}

function squeeze(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

function href(link: string | null | undefined): string {
  return link && URL.canParse(link.trim(), origin.url) ? new URL(link.trim(), origin.url).href : "";
}

/** To the second, in UTC; "" for what is no date. */
function instant(value: string | Date | null | undefined): string {
  const ms = value ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(ms) ? "" : new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");
}
