import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, renameSync, rmSync} from "node:fs";
import {basename, dirname, join, resolve} from "node:path";
import {carriedDatasetIds, type DatasetId, type Reference} from "../world/index.ts";
import {type Database, isOpenHere, openDatabase} from "./database.ts";
import {bringEntries, readOldEntries} from "./keep-entries.ts";
import {datasetsCarried, makeEntryTables, schemaVersion} from "./ledger-tables.ts";
import {makeFolder} from "./make-folder.ts";
import {factQueries} from "./read-facts.ts";
import {exitLedger, LedgerHeld, StoreError, tellStoreError} from "./store-error.ts";

export interface InitOptions {
  /** The file to make. If a ledger stands there, its articles and judgements are taken over. */
  readonly path: string;
  /** Where `datapackage.json` and the Parquet files lie. */
  readonly dataDir: string;
  readonly reference: Reference;
  readonly appVersion: string;
  /** Leaves out the datasets whose terms do not allow commercial use. */
  readonly commercial?: boolean;
  readonly without?: readonly DatasetId[];
  readonly progress: (line: string) => void;
}

/**
 * Makes a ledger from the carried data. It is built beside its place and put there by one rename, so a crash, a full
 * disk or a damaged data file leaves what stood there as it was.
 * @throws StoreError
 */
export async function initLedger(options: InitOptions): Promise<void> {
  const {path, progress} = options;
  const folder = dirname(resolve(path));
  const making = join(folder, `${basename(path)}.making-${process.pid}`);
  try {
    if (isOpenHere(path)) throw new LedgerHeld(path, "this very process");
    makeFolder(folder);
    sweepLeftOvers(folder, basename(path));
    const chosen = chooseDatasets(options);
    const old = existsSync(path) ? await readOldEntries(path, progress) : null;
    const database = await openDatabase(making, false);
    try {
      await fill(database, options, chosen);
      if (old !== null) await bringEntries(database, old);
      await bindAll(database);
      await database.checkpoint();
    } finally {
      await database.close();
    }
    renameSync(making, path);
  } catch (error) {
    removeMaking(making);
    throw tellStoreError(error, path);
  }
}

/** Files that an earlier making left behind when it was killed; one that is still being made belongs to its process. */
function sweepLeftOvers(folder: string, name: string): void {
  for (const file of readdirSync(folder)) {
    const maker = new RegExp(`^${escapeForPattern(name)}\\.making-(\\d+)(\\.wal|\\.tmp)?$`).exec(
      file,
    );
    if (maker !== null && !isAlive(Number(maker[1])))
      rmSync(join(folder, file), {force: true, recursive: true});
  }
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Reflect.get(Object(error), "code") === "EPERM";
  }
}

function removeMaking(making: string): void {
  for (const file of [making, `${making}.wal`, `${making}.tmp`])
    rmSync(file, {force: true, recursive: true});
}

function chooseDatasets({reference, commercial, without, dataDir, progress}: InitOptions) {
  const cards = new Map(reference.datasets.map((card) => [card.id, card]));
  const chosen: {id: DatasetId; file: string}[] = [];
  for (const id of carriedDatasetIds) {
    const card = cards.get(id);
    const file = join(dataDir, `${id}.parquet`);
    if (card === undefined) progress(`${id}: not described in the data package, left out`);
    else if (without?.includes(id)) progress(`${id}: left out as asked`);
    else if (commercial === true && !card.commercialUse)
      progress(`${id}: left out, its terms do not allow commercial use (${card.licence})`);
    else if (!existsSync(file))
      throw new StoreError(`the carried dataset ${id} is not at ${file}`, {
        status: 503,
        exitCode: exitLedger,
        whatToDo: `Restore the file (git checkout data/), or leave it out: demarche init --without ${id}.`,
      });
    else chosen.push({id, file});
  }
  return chosen;
}

async function fill(
  database: Database,
  {dataDir, appVersion, progress}: InitOptions,
  chosen: readonly {id: DatasetId; file: string}[],
): Promise<void> {
  const packageBytes = readFileSync(join(dataDir, "datapackage.json"));
  const started = performance.now();
  await database.write(async (writer) => {
    for (const statement of makeEntryTables) await writer.run(statement);
    for (const [name, value] of [
      ["schema_version", String(schemaVersion)],
      ["data_sha256", createHash("sha256").update(packageBytes).digest("hex")],
      ["app_version", appVersion],
    ] as const)
      await writer.run("INSERT INTO ledger_meta VALUES ($name, $value)", {name, value});
  });
  let count = 0;
  for (const {id, file} of chosen) {
    await database.write((writer) => carry(writer, id, file));
    const [[rows = 0] = []] = await database.rows(`SELECT CAST(count(*) AS DOUBLE) FROM "${id}"`);
    count += Number(rows);
    progress(`${id}: ${Number(rows).toLocaleString("en-GB")} rows`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  progress(`${chosen.length} datasets, ${count.toLocaleString("en-GB")} rows in ${seconds} s`);
}

async function carry(
  writer: Parameters<Parameters<Database["write"]>[0]>[0],
  id: DatasetId,
  file: string,
): Promise<void> {
  try {
    await writer.run(`CREATE TABLE "${id}" AS SELECT * FROM read_parquet($file) ORDER BY "row"`, {
      file,
    });
  } catch (error) {
    const told = tellStoreError(error, file);
    // A full disk is the ledger's, not this file's: who called tells of it.
    if (told instanceof StoreError && told.exitCode !== exitLedger) throw error;
    throw new StoreError(`the carried dataset ${id} cannot be read from ${file}`, {
      status: 503,
      exitCode: exitLedger,
      whatToDo: `Restore the file (git checkout data/), or leave it out: demarche init --without ${id}.`,
      cause: error,
    });
  }
}

/** A ledger whose tables cannot answer our statements is not put in its place. */
async function bindAll(database: Database): Promise<void> {
  const carried = new Set(await datasetsCarried(database));
  for (const query of factQueries) {
    if (query.needs.every((id) => carried.has(id))) await database.bind(query.sql);
  }
}
