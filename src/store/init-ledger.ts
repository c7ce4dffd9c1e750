import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {carriedDatasetIds, type DatasetId, type Reference} from "../world/index.ts";
import {attachOld, detachOld, oldHead} from "./attach-old.ts";
import {buildBeside} from "./build-beside.ts";
import {type Database, isOpenHere} from "./database.ts";
import {datasetsCarried, makeImportedTables, makeTables, schemaVersion} from "./ledger-tables.ts";
import {makeFolder} from "./make-folder.ts";
import {readyToTakeOver} from "./old-ledger.ts";
import {factQueries} from "./read-facts.ts";
import {sealGenesis} from "./seal-genesis.ts";
import {onlyFile} from "./sql-text.ts";
import {exitLedger, LedgerHeld, StoreError, tellStoreError} from "./store-error.ts";
import {takeOver} from "./take-over.ts";

export interface InitOptions {
  /** The file to make. If a ledger stands there, what people, texts and imports added to it is taken over. */
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
 * Makes a ledger from the carried data. What stood in its place is taken over; until the new one is whole, it stays.
 * @throws StoreError
 */
export async function initLedger(options: InitOptions): Promise<void> {
  const {path, progress} = options;
  try {
    if (isOpenHere(path)) throw new LedgerHeld(path, "this very process");
    makeFolder(dirname(resolve(path)));
    const chosen = chooseDatasets(options);
    const taken = existsSync(path) && (await readyToTakeOver(path, progress));
    await buildBeside(path, async (database) => {
      if (taken) await attachOld(database, path);
      await fill(database, options, chosen, taken ? await oldHead(database) : null);
      if (taken) {
        await database.write(takeOver);
        await detachOld(database);
      }
      await bindAll(database);
    });
  } catch (error) {
    throw tellStoreError(error, path);
  }
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
  continues: string | null,
): Promise<void> {
  const packageBytes = readFileSync(join(dataDir, "datapackage.json"));
  const started = performance.now();
  await database.write(async (writer) => {
    for (const statement of makeTables) await writer.run(statement);
  });
  let count = 0;
  for (const {id, file} of chosen) {
    await database.write((writer) => carry(writer, id, file));
    const [[rows = 0] = []] = await database.rows(`SELECT CAST(count(*) AS DOUBLE) FROM "${id}"`);
    count += Number(rows);
    progress(`${id}: ${Number(rows).toLocaleString("en-GB")} rows`);
  }
  await database.write(async (writer) => {
    await makeImportedTables(writer);
    await sealGenesis(
      writer,
      chosen.map(({id}) => id),
      {
        schema_version: String(schemaVersion),
        data_sha256: createHash("sha256").update(packageBytes).digest("hex"),
        app_version: appVersion,
        ...(continues === null ? {} : {continues}),
      },
    );
  });
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
      file: onlyFile(file),
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
