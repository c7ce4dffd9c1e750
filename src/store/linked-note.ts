import {z} from "zod";
import type {CodedEvent, Day} from "../world/index.ts";
import {revision} from "./append-entries.ts";
import {readNoteIn, writeNote} from "./beside-note.ts";
import type {Database} from "./database.ts";
import {headOf} from "./head-note.ts";
import {parseEvent} from "./parse-event.ts";

/**
 * Up to which entry the versions of moves are worked out, and with what, in a file beside the ledger. It only saves work:
 * without it, or where it is of another ledger, everything is linked anew.
 */
const linkedNote = z.object({revision: z.number(), link: z.string(), madeWith: z.string()});

/** What the ledger took in since its reports were linked. */
export interface Unlinked {
  /** The day of the earliest article that is new or no longer stands; null where there is none. */
  readonly from: Day | null;
  /** What the coder said of articles that another version took the place of. */
  readonly superseded: readonly CodedEvent[];
}

const fresh = "SELECT * FROM article WHERE entry > $revision";
const replaced = `SELECT DISTINCT old.entry, old.recorded_on FROM article old JOIN (${fresh}) new
  ON old.capture_sha256 = new.capture_sha256 AND old.origin = new.origin AND old.entry < new.entry`;

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const linkedStatements = {
  holds: "SELECT 1 FROM seal WHERE link = $link LIMIT 1",
  decided: `SELECT 1 FROM (SELECT entry FROM judgement UNION ALL SELECT entry FROM retraction)
    WHERE entry > $revision LIMIT 1`,
  from: `SELECT CAST(min(recorded_on) AS VARCHAR) FROM (SELECT recorded_on FROM (${fresh})
    UNION ALL SELECT recorded_on FROM (${replaced}))`,
  superseded: `SELECT content FROM coded_event WHERE article_entry IN (SELECT entry FROM (${replaced}))
    ORDER BY entry`,
} as const;

export function linkedFile(ledgerPath: string): string {
  return `${ledgerPath}.linked`;
}

/**
 * What came since the reports were linked with the same recipe and reference tables.
 * @returns null where everything is to be linked anew: a judgement or retraction may reach back to any report.
 */
export async function unlinked(database: Database, madeWith: string): Promise<Unlinked | null> {
  const note = readNoteIn(linkedFile(database.path), linkedNote);
  if (note === null || note.madeWith !== madeWith) return null;
  const after = {revision: note.revision};
  const isOurs = (await database.rows(linkedStatements.holds, {link: note.link})).length > 0;
  const isDecided = (await database.rows(linkedStatements.decided, after)).length > 0;
  if (!isOurs || isDecided) return null;
  const [[from = null] = []] = await database.rows(linkedStatements.from, after);
  const events = await database.rows(linkedStatements.superseded, after);
  return {
    from: from === null ? null : (String(from) as Day),
    superseded: events.map(([content]) => parseEvent(String(content))),
  };
}

/** Notes that the reports known at a revision are linked; where it cannot be noted, they will be linked again. */
export async function noteLinked(
  database: Database,
  {at, madeWith}: {readonly at: number; readonly madeWith: string},
): Promise<void> {
  if ((await revision(database)) < at) throw new Error("linked what is not in the ledger");
  try {
    writeNote(linkedFile(database.path), {revision: at, link: await headOf(database), madeWith});
  } catch {
    // Nothing is lost by it but time.
  }
}
