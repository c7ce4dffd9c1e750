import {createHash} from "node:crypto";
import type {Day} from "../world/index.ts";
import {entryAppender} from "./append-entries.ts";
import type {Database} from "./database.ts";
import {standing} from "./entries-known.ts";
import {importsTakenBack} from "./rows-standing.ts";
import {sealRows} from "./seal-rows.ts";
import {lastStatement} from "./settle-rows.ts";
import {askedWrongly} from "./store-error.ts";

/**
 * What can be taken back by name. With a capture go its articles, with an article its coded events, with an import its
 * rows: see `rows-standing.ts`.
 */
export const retractableKinds = [
  "capture",
  "article",
  "coded_event",
  "judgement",
  "import",
] as const;
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
      `SELECT content FROM ${kind} WHERE id = $id AND ${standing(kind)} LIMIT 1`,
    ]),
  ) as Readonly<Record<RetractableKind, string>>),
  /**
   * A row whose place the import took stands again, unless another import took the place of the import's row in turn: then
   * it is that one's to give back.
   */
  passOn: `INSERT INTO withdrawal SELECT CAST($last + row_number() OVER (ORDER BY w."at") AS INTEGER), w.dataset,
      w.fact_row, CAST($recordedOn AS DATE), n.by_row, n.by_entry
    FROM withdrawal w JOIN withdrawal n ON n.dataset = w.dataset AND n.fact_row = w.by_row
    WHERE w.by_entry IN (SELECT entry FROM import WHERE id = $id) AND n.by_entry NOT IN (${importsTakenBack()})
      AND NOT EXISTS (SELECT 1 FROM withdrawal d WHERE d.dataset = w.dataset AND d.fact_row = w.fact_row
        AND d.by_entry NOT IN (${importsTakenBack()}))`,
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
    const [[found] = []] = await writer.rows(retractionStatements[kind], {id});
    if (found === undefined)
      throw askedWrongly(
        `no ${kind.replace("_", " ")} ${id} stands in the ledger`,
        `Take the id from \`${kind === "import" ? "demarche retract" : "demarche moves --json"}\`; what was retracted once need not be again.`,
      );
    if (kind === "import") refuseEvents(id, String(found));
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
    if (kind !== "import") return appender.seal();
    const [[before = 0] = []] = await writer.rows(lastStatement("withdrawal", "at"));
    await writer.run(retractionStatements.passOn, {id, last: before, recordedOn});
    const [[after = 0] = []] = await writer.rows(lastStatement("withdrawal", "at"));
    const [first, last] = [Number(before) + 1, Number(after)];
    const entries = await sealRows(writer, "withdrawal", first, last);
    return appender.seal({day: recordedOn, entries});
  });
}

/** Rows of event files stand outside the database, and are not taken back by name. */
function refuseEvents(id: string, receipt: string): void {
  if (!("events" in JSON.parse(receipt))) return;
  throw askedWrongly(
    `import ${id} is of event files, which cannot be retracted yet`,
    "Import the publisher's corrected files: a row with the same number supersedes.",
  );
}

export async function retractions(database: Database, asOf: Day): Promise<readonly Retraction[]> {
  const rows = await database.rows(retractionStatements.retractions, {asOf});
  return rows.map(([content]) => JSON.parse(String(content)) as Retraction);
}
