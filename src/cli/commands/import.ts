import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {
  eventImporterCards,
  eventImporterIds,
  fileFault,
  type Imported,
  type Importer,
  InputError,
  importerIds,
  type LeftOut,
  loadImporter,
  loadStateCodes,
  namesOf,
  type OpenedImport,
  type RejectedRow,
  realImportDisk,
  recognisedFiles,
  type StateCodes,
} from "../../sources/index.ts";
import type {ImportDone, Ledger} from "../../store/index.ts";
import {type CommonOptions, inHouse, packageRoot, progress, today} from "../house.ts";
import {importEvents} from "../import-events.ts";
import {printJson, printTable} from "../print.ts";
import {type Taken, tellImports} from "../tell-imports.ts";

interface ImportOptions extends CommonOptions {
  readonly list?: boolean;
  readonly dryRun?: boolean;
  readonly retractMost?: boolean;
  readonly rejects?: string;
}

/** Takes files of a publisher into the ledger, each whole or not at all, and says what became of them. */
export async function importWhat(
  id: string | undefined,
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  if (options.list === true) return await list(options);
  if (id === undefined || paths.length === 0)
    throw new InputError(
      "name an importer and a file",
      "e.g. demarche import un-list consolidated.xml; `demarche import --list` shows what there is",
    );
  const importer = eventImporterIds.includes(id) ? null : await loadImporter(id);
  const files = paths.flatMap(filesAt);
  if (importer === null) return await importEvents(id, files, options);
  const codes = loadStateCodes({readText: (path) => readFileSync(path, "utf8")}, packageRoot);
  if (!importer.commercialUse)
    progress(`licence: ${importer.licence}; the rows are not for commercial use`);
  const taken: Taken[] = [];
  const work = async (take: (call: Call) => Promise<Taken>) => {
    try {
      for await (const call of callsOf(importer, files, codes)) taken.push(await take(call));
    } finally {
      // What was taken in before a file was refused stays, and is told.
      if (taken.length > 0) tellImports(taken, options);
    }
  };
  if (options.dryRun === true) return await work((call) => readOnly(importer, call, codes));
  await inHouse(
    options,
    ({ledger}) => work((call) => keep(importer, call, codes, ledger, options)),
    {
      write: true,
    },
  );
}

async function list(options: ImportOptions): Promise<void> {
  const importers = await Promise.all(importerIds.map(loadImporter));
  const cards = [
    ...importers.map(({read: _read, ...card}) => ({...card, into: card.datasets.join(", ")})),
    ...(await eventImporterCards()).map((card) => ({...card, into: card.eventTable})),
  ];
  if (options.json === true) return printJson(cards);
  printTable(
    ["importer", "reads", "into", "licence"],
    cards.map(({id, reads, into, licence, commercialUse}) => [
      id,
      reads,
      into,
      commercialUse ? licence : `not for commercial use: ${licence}`,
    ]),
    110,
  );
}

/** The file itself; of a folder, the files that stand in it, in the order of their names. */
function filesAt(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, {withFileTypes: true})
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map((entry) => entry.name)
      .sort();
    if (names.length === 0)
      throw new InputError(`${path} is a folder without files`, "name a file, or another folder");
    return names.map((name) => join(path, name));
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** Files that make up one import. */
interface Call {
  readonly name: string;
  readonly sha256: string;
  readonly first: OpenedImport;
  readonly beside: readonly OpenedImport[];
  /** Files of the same archives that are not imported, told once with the first import of an archive. */
  readonly leftOut: readonly LeftOut[];
}

/** The imports that the files at some paths make, each opened when its turn comes. */
async function* callsOf(
  importer: Importer,
  paths: readonly string[],
  codes: StateCodes,
): AsyncGenerator<Call> {
  const together: OpenedImport[] = [];
  const leftOutTogether: LeftOut[] = [];
  for (const path of paths) {
    const {files, leftOut} = await recognisedFiles(path, realImportDisk, (file) =>
      importer.read(file, codes),
    );
    if (importer.joinsFiles === true) {
      together.push(...files);
      leftOutTogether.push(...leftOut);
      continue;
    }
    if (importer.whole && files.length > 1) throw severalWholes(files);
    for (const [at, file] of files.entries()) yield callOf([file], at === 0 ? leftOut : []);
  }
  const [first, ...others] = together;
  if (first !== undefined) yield callOf([first, ...others], leftOutTogether);
}

/** Each would retract what the one before it brought. */
function severalWholes(files: readonly OpenedImport[]): InputError {
  return new InputError(
    `${namesOf(files)}: each of the ${files.length} files is the whole dataset, and they lie in one archive`,
    "unpack it and name the file that you mean",
  );
}

function callOf(
  opened: readonly [OpenedImport, ...OpenedImport[]],
  leftOut: readonly LeftOut[],
): Call {
  const [first, ...beside] = opened;
  if (beside.length === 0) return {name: first.name, sha256: first.sha256, first, beside, leftOut};
  const hash = createHash("sha256");
  for (const sha256 of opened.map((file) => file.sha256).sort()) hash.update(`${sha256}\n`);
  return {
    name: opened.map((file) => file.name).join(" + "),
    sha256: hash.digest("hex"),
    first,
    beside,
    leftOut,
  };
}

async function keep(
  importer: Importer,
  call: Call,
  codes: StateCodes,
  ledger: Ledger,
  {retractMost = false}: ImportOptions,
): Promise<Taken> {
  const {read: _read, joinsFiles: _joinsFiles, ...card} = importer;
  const {receipt, again}: ImportDone = await ledger.importRows({
    card,
    fileName: call.name,
    fileSha256: call.sha256,
    recordedOn: today(),
    retractMost,
    rows: told(call.name, importer.read({...call.first, beside: call.beside}, codes)),
  });
  const {id, datasets, rejected} = receipt;
  const rejects = rejected === 0 ? [] : await ledger.rejects(id);
  const isDamaged = importer.whole && rejects.some(({column}) => column === null);
  const {name: file, leftOut} = call;
  return {id, file, again, datasets, rejected, rejects, leftOut, isDamaged};
}

/** Rejects that are shown and written of a file that is only read; the ledger keeps as many. */
const mostRejects = 10_000;

async function readOnly(importer: Importer, call: Call, codes: StateCodes): Promise<Taken> {
  const read: Record<string, {added: number}> = {};
  for (const dataset of importer.datasets) read[dataset] = {added: 0};
  const rejects: RejectedRow[] = [];
  let rejected = 0;
  const batches = importer.read({...call.first, beside: call.beside}, codes);
  for await (const batch of told(call.name, batches))
    for (const one of batch) {
      if (one.kind === "row") {
        const count = read[one.dataset];
        if (count !== undefined) count.added += 1;
        continue;
      }
      rejected += 1;
      if (rejects.length < mostRejects) rejects.push(one);
    }
  const {name: file, leftOut} = call;
  return {id: null, file, again: false, datasets: read, rejected, rejects, leftOut};
}

const rowsBetweenLines = 500_000;

/** Passes batches on and says on stderr how far it is. */
async function* told(
  name: string,
  batches: AsyncIterable<readonly Imported[]>,
): AsyncGenerator<readonly Imported[]> {
  progress(`reading ${name} …`);
  let rows = 0;
  for await (const batch of batches) {
    const before = rows;
    rows += batch.length;
    yield batch;
    if (Math.floor(before / rowsBetweenLines) < Math.floor(rows / rowsBetweenLines))
      progress(`${rows.toLocaleString("en-GB")} rows of ${name} …`);
  }
}
