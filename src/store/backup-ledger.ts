import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {type BackupManifest, backedUpLedger, manifestFile} from "./backup-manifest.ts";
import {type Database, openDatabase} from "./database.ts";
import {eventFolder, sha256Of} from "./events/event-folder.ts";
import {namedFiles} from "./events/event-manifest.ts";
import {headOf} from "./head-note.ts";
import {schemaVersion} from "./ledger-tables.ts";
import {makeFolder} from "./make-folder.ts";
import {sqlText} from "./sql-text.ts";
import {askedWrongly, StoreError, tellStoreError} from "./store-error.ts";

/** A backup that stands. */
export interface BackupDone {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly head: string;
}

let copies = 0;

/**
 * Copies a ledger that is in use into a folder: all that was committed when it began, with its event files and the hash
 * of every file. The folder is there whole or not at all.
 * @throws StoreError when something stands at the folder, or the disk is full.
 */
export async function backupLedger(database: Database, folder: string): Promise<BackupDone> {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0))
    throw askedWrongly(`${folder} stands already`, "Name a folder that is not there yet.");
  const writing = `${resolve(folder)}.writing-${process.pid}`;
  try {
    makeFolder(dirname(resolve(folder)));
    if (existsSync(writing)) rmSync(writing, {recursive: true});
    mkdirSync(writing);
    const file = join(writing, backedUpLedger);
    await copyDatabase(database, file);
    const {head, events} = await readCopy(file);
    for (const event of events) await copyEventFile(database.path, file, event);
    const paths = [backedUpLedger, ...events.map(({path}) => `${backedUpLedger}.events/${path}`)];
    const files: {path: string; bytes: number; sha256: string}[] = [];
    for (const path of paths)
      files.push({
        path,
        bytes: statSync(join(writing, path)).size,
        sha256: await sha256Of(join(writing, path)),
      });
    const manifest: BackupManifest = {
      what: "a backup of a Demarche ledger",
      schemaVersion,
      head,
      files,
    };
    writeFileSync(join(writing, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`);
    if (existsSync(folder)) rmSync(folder, {recursive: true});
    renameSync(writing, folder);
    return {
      folder,
      files: files.length,
      bytes: files.reduce((sum, {bytes}) => sum + bytes, 0),
      head,
    };
  } catch (error) {
    if (existsSync(writing)) rmSync(writing, {recursive: true});
    throw tellStoreError(error, folder);
  }
}

/** The database itself copies what one transaction sees, while others read and write. */
async function copyDatabase(database: Database, file: string): Promise<void> {
  copies += 1;
  const copy = `backup_${copies}`;
  const [[name] = []] = await database.rows("SELECT current_database()");
  await database.run(`ATTACH ${sqlText(file)} AS ${copy}`);
  try {
    await database.run(`COPY FROM DATABASE "${String(name).replaceAll('"', '""')}" TO ${copy}`);
    // Whoever reads meanwhile keeps the copy open behind the DETACH: nothing may be left to be written then.
    await database.run(`FORCE CHECKPOINT ${copy}`);
  } finally {
    await database.run(`DETACH ${copy}`);
  }
}

interface CopiedEvent {
  readonly path: string;
  readonly sha256: string;
}

async function readCopy(file: string): Promise<{head: string; events: readonly CopiedEvent[]}> {
  const copy = await openDatabase(file, true);
  try {
    const events = (await namedFiles(copy)).map(({file: path, sha256}) => ({path, sha256}));
    return {head: await headOf(copy), events};
  } finally {
    await copy.close();
  }
}

async function copyEventFile(
  ledgerPath: string,
  copyPath: string,
  {path, sha256}: CopiedEvent,
): Promise<void> {
  const from = join(eventFolder(ledgerPath), path);
  const to = join(eventFolder(copyPath), path);
  makeFolder(dirname(to));
  copyFileSync(from, to);
  if ((await sha256Of(to)) === sha256) return;
  throw new StoreError(`the event file ${path} is not as it was written, and is not backed up`, {
    status: 500,
    exitCode: 3,
    whatToDo: "`demarche verify` names what was altered; an older backup may have it as it was.",
  });
}
