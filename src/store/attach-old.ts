import type {Database} from "./database.ts";
import {sqlText} from "./sql-text.ts";

/** Name under which an old ledger is attached to the one that is being made of it. */
export const oldLedger = "old_ledger";

/** Attaches an old ledger for reading. Nothing may be left in its log: that is not read. */
export async function attachOld(database: Database, path: string): Promise<void> {
  await database.run(`ATTACH ${sqlText(path)} AS ${oldLedger} (READ_ONLY)`);
}

/** The end of its chain, which a new ledger names as what it continues. */
export async function oldHead(database: Database): Promise<string> {
  const [[link = ""] = []] = await database.rows(
    `SELECT link FROM ${oldLedger}.seal ORDER BY seal DESC LIMIT 1`,
  );
  return String(link);
}

export async function detachOld(database: Database): Promise<void> {
  await database.run(`DETACH ${oldLedger}`);
}
