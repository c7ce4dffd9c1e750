import type {Article, CodedEvent, Day} from "../world/index.ts";
import {currentArticle} from "./articles.ts";
import type {Database} from "./database.ts";
import {entryKnown} from "./entries-known.ts";
import {parseArticle} from "./parse-article.ts";
import {parseEvent} from "./parse-event.ts";

/** An article's place among all of a day, without its words: what a ledger of any size can be walked by. */
export interface ArticlePlace {
  readonly id: string;
  readonly recordedOn: Day;
}

const amongIds = "id IN (SELECT unnest($ids))";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const articlesInOrderStatements = {
  places: `SELECT id, min(CAST(recorded_on AS VARCHAR)) AS recorded FROM (${currentArticle})
    GROUP BY id ORDER BY recorded, id`,
  articles: `SELECT content FROM (${currentArticle}) WHERE ${amongIds} ORDER BY recorded_on, entry`,
  events: `SELECT content FROM coded_event WHERE ${entryKnown("coded_event")}
    AND article_entry IN (SELECT entry FROM (${currentArticle}) WHERE ${amongIds}) ORDER BY recorded_on, entry`,
} as const;

/** Every article that was known, in the order in which they came to be known. */
export async function articlePlaces(
  database: Database,
  asOf: Day,
): Promise<readonly ArticlePlace[]> {
  const rows = await database.rows(articlesInOrderStatements.places, {asOf});
  return rows.map(([id, recordedOn]) => ({id: String(id), recordedOn: String(recordedOn) as Day}));
}

/** Some of the articles that were known, by id. */
export async function articlesOf(
  database: Database,
  ids: readonly string[],
  asOf: Day,
): Promise<readonly Article[]> {
  const rows = await database.rows(articlesInOrderStatements.articles, {ids, asOf});
  return rows.map(([content]) => parseArticle(String(content)));
}

/** What the coder said of some of the articles that were known, by their ids. */
export async function eventsOf(
  database: Database,
  ids: readonly string[],
  asOf: Day,
): Promise<readonly CodedEvent[]> {
  const rows = await database.rows(articlesInOrderStatements.events, {ids, asOf});
  return rows.map(([content]) => parseEvent(String(content)));
}
