import {createHash} from "node:crypto";
import type {Article, Capture, CodedEvent, Day} from "../world/index.ts";
import {articleId, hostOf, isGap} from "../world/index.ts";
import {type EntryAppender, entryAppender} from "./append-entries.ts";
import {keepCapture} from "./captures.ts";
import type {Database, Writer} from "./database.ts";
import {entryKnown, standing} from "./entries-known.ts";
import {parseArticle} from "./parse-article.ts";
import {parseEvent} from "./parse-event.ts";

/** Who made an article of a capture, and under which licence the text may be used (null: not known). */
export interface Reading {
  readonly reader: {readonly id: string; readonly version: number};
  readonly licence: string | null;
}

/** An article as it is to be kept: with its bytes, what was coded of it, and who read it. */
export interface ArticleToKeep {
  readonly capture: Capture;
  readonly article: Article;
  readonly events: readonly CodedEvent[];
  readonly reading?: Reading;
}

/** Who reads where nothing else is said: the reader of this package, of a text whose licence is not known. */
export const plainReading: Reading = {reader: {id: "reader", version: 2}, licence: null};

/**
 * The newest version of each capture's article that was known; an older version still opens by its own id. What coders
 * said of an older version stays in the ledger too, but is read no more.
 */
export const currentArticle = `SELECT entry, id, content, recorded_on FROM (SELECT * FROM article
    WHERE recorded_on <= CAST($asOf AS DATE)
    QUALIFY row_number() OVER (PARTITION BY capture_sha256, origin ORDER BY entry DESC) = 1) article
  WHERE ${entryKnown("article")}`;

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const articleStatements = {
  version: `SELECT reading_sha256 FROM article WHERE capture_sha256 = $captureSha256 AND origin = $origin
    AND ${standing("article")} ORDER BY entry DESC LIMIT 1`,
  sameText: `SELECT id, origin FROM article WHERE id IN ($id, $idOfText) AND ${standing("article")}`,
  articles: `SELECT content FROM (${currentArticle}) ORDER BY recorded_on, entry`,
  article: `SELECT content FROM article WHERE id = $id AND ${entryKnown("article")} ORDER BY entry DESC LIMIT 1`,
  readings: `SELECT id, made_by, licence FROM article
    WHERE entry IN (SELECT entry FROM (${currentArticle})) ORDER BY recorded_on, entry`,
  events: `SELECT content FROM coded_event WHERE ${entryKnown("coded_event")}
    AND article_entry IN (SELECT entry FROM (${currentArticle})) ORDER BY recorded_on, entry`,
} as const;

/**
 * Keeps articles with their bytes and coded events, all of them or none. The same reading again adds nothing; another
 * reading of the same capture (a better reader or coder) is a new version, and supersedes the one before.
 */
export async function addArticles(
  database: Database,
  articles: readonly ArticleToKeep[],
): Promise<void> {
  await database.write(async (writer) => {
    const appender = await entryAppender(writer);
    for (const {capture, article, events, reading = plainReading} of articles) {
      await keepCapture(writer, appender, capture, reading.licence);
      await keepReading(writer, appender, article, events, reading);
    }
    await appender.seal();
  });
}

async function keepReading(
  writer: Writer,
  appender: EntryAppender,
  article: Article,
  events: readonly CodedEvent[],
  reading: Reading,
): Promise<void> {
  const {captureSha256, origin, recordedOn} = article;
  const [[standingSha256] = []] = await writer.rows(articleStatements.version, {
    captureSha256,
    origin,
  });
  if (standingSha256 === readingHash(article, events)) return;
  if (standingSha256 === undefined && (await stands(writer, article))) return;
  await appendReading(appender, article, events, reading, recordedOn);
}

/**
 * Whether the same text stands from the same outlet: with other bytes around it, or at another address. In a ledger made
 * before outlets were told apart, an article is named by its text alone.
 */
async function stands(writer: Writer, {id, text, origin}: Article): Promise<boolean> {
  const idOfText = articleId(text, null);
  const rows = await writer.rows(articleStatements.sameText, {id, idOfText});
  return rows.some(([other, from]) => other === id || hostOf(String(from)) === hostOf(origin));
}

/** Appends a version of an article with what was coded of it. */
export async function appendReading(
  appender: EntryAppender,
  article: Article,
  events: readonly CodedEvent[],
  {reader, licence}: Reading,
  recordedOn: Day,
): Promise<void> {
  const {id, captureSha256, origin} = article;
  const articleEntry = await appender.append({
    table: "article",
    id,
    validFrom: isGap(article.published) ? null : article.published,
    validTo: null,
    recordedOn,
    origin,
    madeBy: `${reader.id}@${reader.version}`,
    licence,
    content: JSON.stringify(article),
    more: {captureSha256, readingSha256: readingHash(article, events)},
  });
  for (const event of events) {
    const when = isGap(event.when) ? null : event.when;
    await appender.append({
      table: "coded_event",
      id: event.id,
      validFrom: when,
      validTo: when,
      recordedOn,
      origin,
      madeBy: `${event.coder.id}@${event.coder.version}`,
      licence,
      content: JSON.stringify(event),
      more: {articleId: event.evidence.articleId, articleEntry},
    });
  }
}

/** What reader and coder made of the capture, but for the day on which they did. */
function readingHash(article: Article, events: readonly CodedEvent[]): string {
  const {recordedOn: _, ...read} = article;
  return createHash("sha256")
    .update(JSON.stringify([read, events]))
    .digest("hex");
}

export async function articles(database: Database, asOf: Day): Promise<readonly Article[]> {
  const rows = await database.rows(articleStatements.articles, {asOf});
  return rows.map(([content]) => parseArticle(String(content)));
}

/** An article by its id, in the newest version that has it. */
export async function article(database: Database, id: string, asOf: Day): Promise<Article | null> {
  const [found] = await database.rows(articleStatements.article, {id, asOf});
  return found === undefined ? null : parseArticle(String(found[0]));
}

/** Who read an article, as "id@version", and under which licence it may be used (null: not known). */
export interface ReadingNote {
  readonly articleId: string;
  readonly reader: string;
  readonly licence: string | null;
}

/** Who read each article's version of that day. */
export async function readings(database: Database, asOf: Day): Promise<readonly ReadingNote[]> {
  const rows = await database.rows(articleStatements.readings, {asOf});
  return rows.map(([articleId, reader, licence]) => ({
    articleId: String(articleId),
    reader: String(reader),
    licence: licence === null ? null : String(licence),
  }));
}

/** What the coder said of each article's version of that day. */
export async function events(database: Database, asOf: Day): Promise<readonly CodedEvent[]> {
  const rows = await database.rows(articleStatements.events, {asOf});
  return rows.map(([content]) => parseEvent(String(content)));
}
