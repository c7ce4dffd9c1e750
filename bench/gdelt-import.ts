import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  loadCameoCodes,
  loadStateCodeSpans,
  openImportFile,
  realImportDisk,
} from "../src/sources/index.ts";
import {openDatabase} from "../src/store/database.ts";
import {importEventFiles} from "../src/store/events/import-event-files.ts";
import {makeTables} from "../src/store/ledger-tables.ts";
import {day} from "../src/world/index.ts";
import {cpuMs} from "./median-ms.ts";

/**
 * Imports a GDELT zip into a ledger without datasets and prints what it took: `gdelt-import.ts <zip> <ledger> <importer>`;
 * or, with an unfolded file in the fourth place, times the floors. Run in a process of its own by `gdelt.ts`.
 */
const [zip = "", ledger = "", importerId = "gdelt-events", floor = ""] = process.argv.slice(2);

const seconds = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

async function unfold(): Promise<void> {
  const file = await openImportFile(zip, realImportDisk);
  for await (const _chunk of file.bytes()) {
    // Only the time counts.
  }
}

/** DuckDB's own reader over the unfolded file: every column as text, rejects stored, nothing kept. */
async function readAlone(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-gdelt-read-"));
  const database = await openDatabase(join(folder, "read.duckdb"), false);
  const types = Array.from({length: 61}, (_, at) => `'c${at}': 'VARCHAR'`).join(", ");
  await database.run(
    `SELECT max(c0), max(c1), max(c26), max(c60) FROM read_csv($file, delim='\t', quote='', escape='', header=false,
      auto_detect=false, nullstr='', columns={${types}}, store_rejects=true)`,
    {file: floor},
  );
  await database.close();
  rmSync(folder, {recursive: true});
}

if (floor !== "") {
  const inflateSeconds = await seconds(unfold);
  process.stdout.write(JSON.stringify({inflateSeconds, readSeconds: await seconds(readAlone)}));
} else {
  const disk = {readText: (path: string) => readFileSync(path, "utf8")};
  const codes = {states: loadStateCodeSpans(disk, "."), types: loadCameoCodes(disk, ".")};
  const database = await openDatabase(ledger, false);
  await database.write(async (writer) => {
    for (const statement of makeTables) await writer.run(statement);
  });
  const began = performance.now();
  const processor = process.cpuUsage();
  const {receipt} = await importEventFiles(database, {
    importerId,
    paths: [zip],
    recordedOn: day("2026-01-01"),
    codes,
    isTrial: false,
    progress: () => {},
  });
  const took = (performance.now() - began) / 1000;
  const processorSeconds = cpuMs(processor) / 1000;
  await database.close();
  process.stdout.write(
    JSON.stringify({
      seconds: took,
      processorSeconds,
      peakMb: process.resourceUsage().maxRSS / 1024,
      added: receipt.events.added,
      rejected: receipt.rejected,
    }),
  );
}
