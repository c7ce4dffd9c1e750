import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {
  type BackupManifest,
  backedUpLedger,
  backupManifest,
  manifestFile,
} from "./backup-manifest.ts";
import {isOpenHere, openDatabase} from "./database.ts";
import {eventFolder, sha256Of} from "./events/event-folder.ts";
import {headFile} from "./head-note.ts";
import {schemaVersion} from "./ledger-tables.ts";
import {linkedFile} from "./linked-note.ts";
import {makeFolder} from "./make-folder.ts";
import {freeName} from "./old-ledger.ts";
import {askedWrongly, exitLedger, LedgerHeld, StoreError, tellStoreError} from "./store-error.ts";
import {verifiedFile} from "./verified-note.ts";
import {type Verification, verifyLedger} from "./verify-ledger.ts";

export interface RestoreOrder {
  /** The folder that `backupLedger` made. */
  readonly folder: string;
  /** Where the ledger is to stand. */
  readonly path: string;
  /** Puts it there though one stands there, which is then moved aside. */
  readonly force: boolean;
}

export interface RestoreDone {
  readonly verification: Verification;
  /** Where what stood there was moved to. */
  readonly movedAside: string | null;
}

/**
 * Puts a backup in a ledger's place: every file is held against its hash and the whole ledger is verified before
 * anything is moved.
 * @throws StoreError when the folder is no backup, something in it was altered, or a ledger stands in the way.
 */
export async function restoreLedger({folder, path, force}: RestoreOrder): Promise<RestoreDone> {
  const manifest = readManifest(folder);
  if (existsSync(path) && !force)
    throw askedWrongly(
      `a ledger stands at ${path}`,
      "Add --force to restore in its place (it is moved aside), or name another file with --ledger.",
    );
  if (isOpenHere(path)) throw new LedgerHeld(path, "this very process");
  const making = join(dirname(resolve(path)), `${basename(path)}.restoring-${process.pid}`);
  try {
    makeFolder(dirname(resolve(path)));
    if (existsSync(making)) rmSync(making, {recursive: true});
    mkdirSync(making);
    await copyFiles(folder, making, manifest);
    const verification = await verifyCopy(join(making, backedUpLedger), manifest.head);
    if (existsSync(path)) await refuseHeld(path);
    return {verification, movedAside: putInPlace(making, path, manifest.head, verification.seals)};
  } catch (error) {
    throw tellStoreError(error, path);
  } finally {
    if (existsSync(making)) rmSync(making, {recursive: true});
  }
}

/** A ledger that is damaged may be replaced, one that is in use may not. */
async function refuseHeld(path: string): Promise<void> {
  try {
    await (await openDatabase(path, false)).close();
  } catch (error) {
    if (error instanceof LedgerHeld) throw error;
  }
}

function readManifest(folder: string): BackupManifest {
  const file = join(folder, manifestFile);
  if (!existsSync(file))
    throw askedWrongly(
      `${folder} is no backup: it has no ${manifestFile}`,
      "Name a folder that `demarche backup` made.",
    );
  const manifest = backupManifest.safeParse(parsed(readFileSync(file, "utf8")));
  if (!manifest.success)
    throw damaged(`${file} is damaged: ${manifest.error.issues[0]?.message ?? "not as written"}`);
  if (manifest.data.schemaVersion !== schemaVersion)
    throw damaged(
      `the backup is of version ${manifest.data.schemaVersion}, and this is ${schemaVersion}`,
    );
  return manifest.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function damaged(message: string): StoreError {
  return new StoreError(message, {
    status: 503,
    exitCode: exitLedger,
    whatToDo: "Restore another backup. Nothing was changed.",
  });
}

async function copyFiles(folder: string, making: string, {files}: BackupManifest): Promise<void> {
  for (const {path, bytes, sha256} of files) {
    const from = join(folder, path);
    // A link could lead anywhere; a backup has none.
    const there = existsSync(from) && lstatSync(from).isFile();
    if (!there || lstatSync(from).size !== bytes || (await sha256Of(from)) !== sha256)
      throw damaged(`${path} in the backup is ${there ? "not as it was written" : "missing"}`);
    makeFolder(dirname(join(making, path)));
    copyFileSync(from, join(making, path));
  }
}

async function verifyCopy(file: string, head: string): Promise<Verification> {
  const database = await openDatabase(file, true);
  try {
    const verification = await verifyLedger(database, head);
    const [first] = verification.faults;
    if (first !== undefined) throw damaged(`the ledger in the backup was altered: ${first.tells}`);
    return verification;
  } finally {
    await database.close();
  }
}

/** Moves what stands there aside, and the copy into its place, the ledger last. */
function putInPlace(making: string, path: string, head: string, seal: number): string | null {
  const beside = (ledger: string) => [
    `${ledger}.wal`,
    headFile(ledger),
    verifiedFile(ledger),
    linkedFile(ledger),
    eventFolder(ledger),
  ];
  let aside: string | null = null;
  if ([path, ...beside(path)].some((one) => existsSync(one))) {
    aside = freeName(`${path}.old`);
    const targets = beside(aside);
    beside(path).forEach((from, at) => {
      if (existsSync(from)) renameSync(from, targets[at] ?? from);
    });
    if (existsSync(path)) renameSync(path, aside);
  }
  const file = join(making, backedUpLedger);
  if (existsSync(eventFolder(file))) renameSync(eventFolder(file), eventFolder(path));
  writeFileSync(headFile(path), `${JSON.stringify({seal, link: head})}\n`);
  renameSync(file, path);
  return aside;
}
