import {z} from "zod";
import {readNoteIn, writeNote} from "./beside-note.ts";
import {firstLink} from "./chain-entries.ts";
import type {Database} from "./database.ts";

/**
 * The end of a ledger's chain, noted in a file beside it after each write. The chain alone can't show that its own end
 * was cut off; the note can. It may lag behind by what was kept before a crash, and is never ahead.
 */
const headNote = z.object({seal: z.number(), link: z.string()});
export type HeadNote = Readonly<z.infer<typeof headNote>>;

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const headStatements = {
  head: "SELECT seal, link FROM seal WHERE seal = (SELECT max(seal) FROM seal)",
} as const;

export function headFile(ledgerPath: string): string {
  return `${ledgerPath}.head`;
}

async function readSeal(database: Database): Promise<HeadNote | null> {
  const [found] = await database.rows(headStatements.head);
  return found === undefined ? null : {seal: Number(found[0]), link: String(found[1])};
}

/** The end of the chain as it is now. */
export async function headOf(database: Database): Promise<string> {
  return (await readSeal(database))?.link ?? firstLink;
}

/** Notes the end of the chain as it is now. What was kept stays kept where the note cannot be written. */
async function noteHead(database: Database): Promise<void> {
  const note = await readSeal(database);
  if (note === null) return;
  try {
    writeNote(headFile(database.path), note);
  } catch {
    // It lags behind: what was kept is no less kept.
  }
}

/** The same database, with the head noted after each of its writes. */
export function notingHead(database: Database): Database {
  return {
    ...database,
    write: async (work) => {
      const result = await database.write(work);
      await noteHead(database);
      return result;
    },
    session: async (work) => {
      const result = await database.session(work);
      await noteHead(database);
      return result;
    },
  };
}

/** The note beside a ledger; `null` where there is none that can be read. */
export function readHead(ledgerPath: string): HeadNote | null {
  return readNoteIn(headFile(ledgerPath), headNote);
}
