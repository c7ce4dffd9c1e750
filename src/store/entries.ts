import type {Article, Capture, CodedEvent, Day} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Database, Values, Writer} from "./database.ts";
import {known} from "./facts/fact-query.ts";
import type {Judgement} from "./judgement.ts";
import {type EntryTable, entryTables} from "./ledger-tables.ts";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const entryStatements = {
  nextEntry: `SELECT coalesce(max(entry), 0) + 1 FROM (${entryTables
    .map((table) => `SELECT max(entry) AS entry FROM ${table}`)
    .join(" UNION ALL ")})`,
  revision: `SELECT coalesce(max(entry), 0) FROM (${entryTables
    .map((table) => `SELECT max(entry) AS entry FROM ${table}`)
    .join(" UNION ALL ")})`,
  hasCapture: "SELECT 1 FROM capture WHERE id = $id AND origin = $origin",
  hasArticle: "SELECT 1 FROM article WHERE id = $id",
  hasEvent:
    "SELECT 1 FROM coded_event WHERE id = $id AND article_id = $articleId AND coder = $coder",
  hasJudgement: "SELECT 1 FROM judgement WHERE id = $id",
  articles: `SELECT content FROM article WHERE ${known} ORDER BY recorded_on, entry`,
  article: `SELECT content FROM article WHERE id = $id AND ${known} ORDER BY entry LIMIT 1`,
  events: `SELECT content, article_id, coder FROM coded_event WHERE ${known} ORDER BY recorded_on, entry`,
  judgements: `SELECT content FROM judgement WHERE ${known} ORDER BY recorded_on, entry`,
} as const;

export function insertStatement(table: EntryTable): string {
  const more = {
    capture: ", bytes",
    article: "",
    coded_event: ", article_id, coder",
    judgement: "",
  }[table];
  const moreValues = {
    capture: ", $bytes",
    article: "",
    coded_event: ", $articleId, $coder",
    judgement: "",
  }[table];
  return `INSERT INTO ${table} (entry, id, valid_from, valid_to, recorded_on, origin, content${more})
    VALUES ($entry, $id, CAST($validFrom AS DATE), CAST($validTo AS DATE), CAST($recordedOn AS DATE),
      $origin, $content${moreValues})`;
}

interface Entry {
  readonly id: string;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly recordedOn: Day;
  readonly origin: string;
  readonly content: string;
}

/** Keeps an article with its bytes and coded events. What is there already is not added again. */
export async function addArticle(
  database: Database,
  capture: Capture,
  article: Article,
  events: readonly CodedEvent[],
): Promise<void> {
  await database.write(async (writer) => {
    const append = await appender(writer);
    const {bytes, ...about} = capture;
    await append("capture", entryStatements.hasCapture, ["id", "origin"], {
      id: capture.sha256,
      validFrom: null,
      validTo: null,
      recordedOn: capture.recordedOn,
      origin: capture.origin,
      content: JSON.stringify(about),
      bytes,
    });
    await append("article", entryStatements.hasArticle, ["id"], {
      id: article.id,
      validFrom: isGap(article.published) ? null : article.published,
      validTo: null,
      recordedOn: article.recordedOn,
      origin: article.origin,
      content: JSON.stringify(article),
    });
    for (const event of events) {
      const when = isGap(event.when) ? null : event.when;
      await append("coded_event", entryStatements.hasEvent, ["id", "articleId", "coder"], {
        id: event.id,
        validFrom: when,
        validTo: when,
        recordedOn: article.recordedOn,
        origin: article.origin,
        content: JSON.stringify(event),
        articleId: event.evidence.articleId,
        coder: coderName(event),
      });
    }
  });
}

export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  await database.write(async (writer) => {
    const append = await appender(writer);
    await append("judgement", entryStatements.hasJudgement, ["id"], {
      id: judgement.id,
      validFrom: judgement.recordedOn,
      validTo: null,
      recordedOn: judgement.recordedOn,
      origin: `person:${judgement.author}`,
      content: JSON.stringify(judgement),
    });
  });
}

function coderName(event: CodedEvent): string {
  return `${event.coder.id}@${event.coder.version}`;
}

async function appender(writer: Writer) {
  const [[first = 1] = []] = await writer.rows(entryStatements.nextEntry);
  let entry = Number(first);
  return async (
    table: EntryTable,
    exists: string,
    key: readonly string[],
    values: Entry & Values,
  ): Promise<void> => {
    const keyValues = Object.fromEntries(key.map((name) => [name, values[name] ?? null]));
    if ((await writer.rows(exists, keyValues)).length > 0) return;
    await writer.run(insertStatement(table), {...values, entry});
    entry += 1;
  };
}

/** Grows with every entry: two equal revisions of one ledger answer alike. */
export async function revision(database: Database): Promise<number> {
  const [[count = 0] = []] = await database.rows(entryStatements.revision);
  return Number(count);
}

export async function articles(database: Database, asOf: Day): Promise<readonly Article[]> {
  const rows = await database.rows(entryStatements.articles, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as Article);
}

export async function article(database: Database, id: string, asOf: Day): Promise<Article | null> {
  const [found] = await database.rows(entryStatements.article, {id, asOf});
  return found === undefined ? null : (JSON.parse(String(found[0])) as Article);
}

/** Events of each article by the coder that read it last before that day; what earlier coders said stays in the ledger. */
export async function events(database: Database, asOf: Day): Promise<readonly CodedEvent[]> {
  const rows = await database.rows(entryStatements.events, {asOf});
  const lastCoder = new Map(rows.map(([, articleId, coder]) => [articleId, coder]));
  return rows
    .filter(([, articleId, coder]) => lastCoder.get(articleId ?? null) === coder)
    .map(([content]) => JSON.parse(String(content)) as CodedEvent);
}

export async function judgements(database: Database, asOf: Day): Promise<readonly Judgement[]> {
  const rows = await database.rows(entryStatements.judgements, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as Judgement);
}
