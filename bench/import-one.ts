/**
 * One reading of one file in a process of its own, so that its memory is its own: `import <importer> <files>`, or what
 * that is measured against, `parse <files>` (csv-parse alone) and `bytes <files>` (the bytes alone). Prints JSON.
 */
import {readFileSync} from "node:fs";
import {Readable} from "node:stream";
import {type Options, parse} from "csv-parse";
import {
  type ImportFile,
  loadCameoCodes,
  loadEventImporter,
  loadImporter,
  loadStateCodes,
  type OpenedImport,
  openImportFile,
  realImportDisk,
} from "../src/sources/index.ts";
import {cpuMs} from "./median-ms.ts";

/** What a child process measured. */
export interface Reading {
  /** Rows and rejects, records, or chunks of bytes. */
  readonly count: number;
  readonly rejects: number;
  readonly bytes: number;
  /** Of processor time: work beside it on the machine does not change them. */
  readonly seconds: number;
  /** Most memory that the process held, Node itself and what it loads included. */
  readonly peakMb: number;
}

const [mode, ...words] = process.argv.slice(2);
const [id = "", ...paths] = mode === "import" ? words : ["", ...words];
const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const states = loadStateCodes(disk, ".");
const types = loadCameoCodes(disk, ".");
const files = await Promise.all(paths.map((path) => openImportFile(path, realImportDisk)));
const [first, ...beside] = files;
if (first === undefined) throw new Error("import-one: name a file");

const batches = mode === "import" ? await imported({...first, beside}) : null;
const began = process.cpuUsage();
const counted =
  batches !== null
    ? await readImport(batches)
    : mode === "parse"
      ? await readRecords(first)
      : await readBytes(first);
const seconds = cpuMs(began) / 1000;
const bytes = (await Promise.all(files.map(readBytes))).reduce((sum, one) => sum + one.bytes, 0);
const peakMb = process.resourceUsage().maxRSS / 1024;
const reading: Reading = {count: counted.count, rejects: counted.rejects, bytes, seconds, peakMb};
process.stdout.write(JSON.stringify(reading));

/** What an importer makes of a file: rows of a dataset, or events. */
async function imported(
  file: ImportFile,
): Promise<AsyncIterable<readonly {readonly kind: string}[]>> {
  const events = await loadEventImporter(id);
  if (events === null) return (await loadImporter(id)).read(file, states);
  if ("layouts" in events) throw new Error(`import-one: the event store itself reads ${id}`);
  return events.readEvents(file, {states, types});
}

async function readImport(read: AsyncIterable<readonly {readonly kind: string}[]>) {
  let count = 0;
  let rejects = 0;
  for await (const batch of read) {
    count += batch.length;
    for (const one of batch) if (one.kind === "reject") rejects += 1;
  }
  return {count, rejects};
}

/** csv-parse with nothing asked of it: no header, any number of cells, any quotes. */
async function readRecords(file: OpenedImport) {
  const options: Options = {relax_column_count: true, relax_quotes: true, bom: true};
  let count = 0;
  for await (const _record of Readable.from(file.bytes(), {objectMode: false}).pipe(parse(options)))
    count += 1;
  return {count, rejects: 0};
}

async function readBytes(file: OpenedImport) {
  let count = 0;
  let length = 0;
  for await (const chunk of file.bytes()) {
    count += 1;
    length += chunk.length;
  }
  return {count, rejects: 0, bytes: length};
}
