import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {InputError, readFeed} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import {filesIn, unpacked} from "./data-files.ts";
import {type LabelledEvent, type LabelledRow, scoreRows} from "./events.ts";

/** The feeds whose words are labelled. */
export const newsFeeds = "../shared/gold/reading/feeds-dev.tar.gz";

/** A label of one headline or lead: whose words it is of is told by their hash alone, for the words are the publisher's. */
interface HeadlineLabel {
  readonly sha256: string;
  readonly date: string;
  readonly part: "dev" | "held-out";
  readonly events: readonly LabelledEvent[];
}

/** Longest lead, in UTF-16 units; a longer one was labelled up to the last sentence that ends before it. */
const longestLead = 400;

/**
 * Events in real headlines and leads of the feeds in `../shared`, labelled by sha256 of their text (bench/data/README.md
 * says how). The held-out half is scored, as `events` is.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const rows = await labelledHeadlines(data);
  return scoreRows(
    "headlines",
    rows.filter((row) => row.part === "held-out"),
  );
}

/** The labels of `data` with their words. @throws Error where a labelled text is in no feed. */
export async function labelledHeadlines(data: string): Promise<LabelledRow[]> {
  const {rows}: {rows: readonly HeadlineLabel[]} = JSON.parse(readFileSync(data, "utf8"));
  const texts = await textsByHash();
  return rows.map(({sha256, ...label}) => {
    const text = texts.get(sha256);
    if (text === undefined)
      throw new Error(`no headline or lead of ${newsFeeds} has the hash ${sha256}`);
    return {text, ...label};
  });
}

async function textsByHash(): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const {bytes} of unpacked(newsFeeds, filesIn)) {
    const read = await readFeed(bytes, {
      url: "https://feed.example/feed.xml",
      contentType: null,
    }).catch((fault: unknown) => {
      if (fault instanceof InputError) return null;
      throw fault;
    });
    for (const {title, summary} of read?.items ?? [])
      for (const text of [title, summary === null ? null : leadOf(summary)])
        if (text !== null) texts.set(hashOf(squeeze(text)), squeeze(text));
  }
  return texts;
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/** EVENTS.md: sha256 of the NFC-normalised, trimmed text. */
const hashOf = (text: string) => createHash("sha256").update(text.normalize("NFC")).digest("hex");

function leadOf(summary: string): string | null {
  const text = squeeze(summary);
  if (text.length <= longestLead) return text;
  const end = [...text.slice(0, longestLead).matchAll(/[.!?][”"’']?\s/g)].at(-1);
  return end === undefined ? null : text.slice(0, end.index + end[0].trimEnd().length);
}
