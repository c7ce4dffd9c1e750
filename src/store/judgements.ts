import type {Day, Judgement} from "../world/index.ts";
import {type EntryAppender, entryAppender} from "./append-entries.ts";
import type {Database} from "./database.ts";
import {entryKnown, standing} from "./entries-known.ts";

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const judgementStatements = {
  stands: `SELECT 1 FROM judgement WHERE id = $id AND ${standing("judgement")} LIMIT 1`,
  judgements: `SELECT content FROM judgement WHERE ${entryKnown("judgement")} ORDER BY recorded_on, entry`,
} as const;

/** Keeps a person's decision. The same one again adds nothing. */
export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  await database.write(async (writer) => {
    const {id} = judgement;
    if ((await writer.rows(judgementStatements.stands, {id})).length > 0) return;
    const appender = await entryAppender(writer);
    await appendJudgement(appender, judgement);
    await appender.seal();
  });
}

export async function appendJudgement(
  appender: EntryAppender,
  judgement: Judgement,
): Promise<void> {
  const {id, author, recordedOn} = judgement;
  await appender.append({
    table: "judgement",
    id,
    validFrom: recordedOn,
    validTo: null,
    recordedOn,
    origin: `person:${author}`,
    madeBy: `person:${author}`,
    licence: null,
    content: JSON.stringify(judgement),
  });
}

export async function judgements(database: Database, asOf: Day): Promise<readonly Judgement[]> {
  const rows = await database.rows(judgementStatements.judgements, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as Judgement);
}
