import {createHash} from "node:crypto";
import type {Day} from "../world/index.ts";
import {entryAppender} from "./append-entries.ts";
import type {Database} from "./database.ts";
import {standing} from "./entries-known.ts";
import {askedWrongly} from "./store-error.ts";

/** What can be taken back by name. With a capture go its articles, with an article its coded events. */
export const retractableKinds = ["capture", "article", "coded_event", "judgement"] as const;
export type RetractableKind = (typeof retractableKinds)[number];

/** From its day on, what it names counts no more; as of an earlier day it does. */
export interface Retraction {
  readonly kind: RetractableKind;
  readonly id: string;
  readonly by: string;
  readonly reason: string;
  readonly recordedOn: Day;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const retractionStatements = {
  ...(Object.fromEntries(
    retractableKinds.map((kind) => [
      kind,
      `SELECT 1 FROM ${kind} WHERE id = $id AND ${standing(kind)} LIMIT 1`,
    ]),
  ) as Readonly<Record<RetractableKind, string>>),
  retractions:
    "SELECT content FROM retraction WHERE recorded_on <= CAST($asOf AS DATE) ORDER BY recorded_on, entry",
} as const;

/**
 * Keeps that something is taken back, by whom and why; the thing itself stays.
 * @throws StoreError when nothing of that kind and id stands.
 */
export async function retract(database: Database, retraction: Retraction): Promise<void> {
  const {kind, id, by, recordedOn} = retraction;
  if (!retractableKinds.includes(kind))
    throw askedWrongly(
      `a ${kind} cannot be retracted`,
      `Choose from ${retractableKinds.join(", ")}.`,
    );
  await database.write(async (writer) => {
    if ((await writer.rows(retractionStatements[kind], {id})).length === 0)
      throw askedWrongly(
        `no ${kind.replace("_", " ")} ${id} stands in the ledger`,
        "Take the id from `demarche moves --json`; what was retracted once need not be again.",
      );
    const appender = await entryAppender(writer);
    const content = JSON.stringify(retraction);
    await appender.append({
      table: "retraction",
      id: createHash("sha256").update(`${appender.next()} ${content}`).digest("hex").slice(0, 16),
      validFrom: recordedOn,
      validTo: null,
      recordedOn,
      origin: `person:${by}`,
      madeBy: `person:${by}`,
      licence: null,
      content,
      more: {ofKind: kind, ofId: id},
    });
    await appender.seal();
  });
}

export async function retractions(database: Database, asOf: Day): Promise<readonly Retraction[]> {
  const rows = await database.rows(retractionStatements.retractions, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as Retraction);
}
