import {readdirSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {type Database, openDatabase} from "./database.ts";
import {headFile} from "./head-note.ts";
import {isAlive} from "./is-alive.ts";
import {linkedFile} from "./linked-note.ts";
import {makeFolder} from "./make-folder.ts";
import {verifiedFile} from "./verified-note.ts";

/**
 * Builds a ledger beside its place and puts it there by one rename, so that a crash, a full disk or a fault leaves what
 * stood there as it was. Whatever the log of a ledger there held must have been brought into its file before.
 */
export async function buildBeside(
  path: string,
  build: (database: Database) => Promise<void>,
): Promise<void> {
  const folder = dirname(resolve(path));
  const making = join(folder, `${basename(path)}.making-${process.pid}`);
  makeFolder(folder);
  sweepLeftOvers(folder, basename(path));
  try {
    const database = await openDatabase(making, false);
    try {
      await build(database);
      await database.checkpoint();
    } finally {
      await database.close();
    }
    // A log without its ledger (someone took the file away) would be played into the new one, and ruin it; notes on the
    // chain before would only accuse the new one.
    for (const file of [`${path}.wal`, headFile(path), verifiedFile(path), linkedFile(path)])
      rmSync(file, {force: true});
    renameSync(making, path);
  } catch (error) {
    removeMaking(making);
    throw error;
  }
}

/** Files that an earlier making left behind when it was killed; one that is still being made belongs to its process. */
function sweepLeftOvers(folder: string, name: string): void {
  for (const {file, maker} of leftOvers(folder, name))
    if (maker === process.pid || !isAlive(maker))
      rmSync(join(folder, file), {force: true, recursive: true});
}

/** Files of makings of this ledger, with the process that made each. */
export function leftOvers(
  folder: string,
  name: string,
): readonly {readonly file: string; readonly maker: number}[] {
  const pattern = new RegExp(`^${escapeForPattern(name)}\\.making-(\\d+)(\\.wal|\\.tmp)?$`);
  return readdirSync(folder).flatMap((file) => {
    const maker = pattern.exec(file)?.[1];
    return maker === undefined ? [] : [{file, maker: Number(maker)}];
  });
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function removeMaking(making: string): void {
  for (const file of [making, `${making}.wal`, `${making}.tmp`])
    rmSync(file, {force: true, recursive: true});
}
