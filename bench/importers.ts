import {execFileSync} from "node:child_process";
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {
  eventImporterIds,
  type ImportFile,
  importerIds,
  loadCameoCodes,
  loadEventImporter,
  loadImporter,
  loadStateCodes,
  openImportFile,
  realImportDisk,
} from "../src/sources/index.ts";
import type {BenchResult} from "./benches.ts";
import type {Reading} from "./import-one.ts";

/** Records in a file that is measured, and bytes after which it is large enough with fewer. */
const records = 100_000;
const enoughBytes = 100e6;
/** A list whose parts refer to one another is held until its end: measured at the size that it has (17,863 parties in 2025). */
const recordsOfList: Readonly<Record<string, number>> = {"ofac-advanced-xml": 20_000};
/** Growth of a file that must not show in the memory held. */
const growth = 5;

const shared = "../shared/data";

/** Publishers' own files in `shared`, which are measured where they are at hand; the fixture, repeated, stands in for others. */
const realFiles: Readonly<Record<string, string>> = {
  "un-votes-matrix": "unga/un_votes_matrix.csv.gz",
  "ideal-points": "unga/IdealpointsJuly2025.csv.gz",
  "trade-cow": "trade/cow_trade_dyads_1990-2014.csv.gz",
  "trade-unctad": "trade/unctad_sitc_1995_2005_2015.csv.gz",
  "distances-cepii": "trade/dist_cepii.csv.gz",
  "arms-sipri-register": "arms/sipri_deals_1950-2025.csv.gz",
  "military-spending-sipri": "arms/sipri_milex_1949-2024.csv.gz",
  "energy-crea": "energy/crea_fossil_imports_from_russia_monthly.csv.gz",
  "energy-institute": "energy/bp2021_trade_matrices_2020.csv.gz",
  "fdi-imf": "trade/imf_dip_fdi_5powers_2014-2025.csv.gz",
  "gdelt-pairs": "events/gdelt_monthly_dyads_2018-2024_all.csv.gz",
  "icews-pairs": "events/icews_dyad_year_2002-2014.csv.gz",
  "sanctions-gsdb": "sanctions/gsdb_panel_g7_eu_1960-2021.csv.gz",
  "ofac-sdn-history": "sanctions/ofac_sdn_2021-2024_history.csv.gz",
  "un-list": "sanctions/un_consolidated_2025.xml.gz",
  "agreements-desta": "memberships/manytrade_memberships_DESTA_MEM.csv.gz",
  "agreements-huggo": "memberships/manytrade_memberships_HUGGO_MEM.csv.gz",
  "alliances-atop": "memberships/atop_dyads_1990-2018.csv.gz",
  "leaders-archigos": "memberships/archigos_leaders.csv.gz",
};
/** The element that a list in XML repeats for each of its parties. */
const elements: Readonly<Record<string, string>> = {
  "un-list": "INDIVIDUAL",
  "eu-list": "sanctionEntity",
  "ofac-advanced-xml": "DistinctParty",
};

/** Rows of one party are joined, so in a longer file each copy of these fixtures' parties (9000…) has numbers of its own. */
const numbered = new Set(["ofac-sdn-csv", "uk-list"]);

/** The file that is made longer, of those that belong together. */
const mainFiles: Readonly<Record<string, string>> = {"ofac-sdn-csv": "sdn.csv"};

/** Importers of files that csv-parse cannot read. */
const noTables = new Set([...Object.keys(elements), "opensanctions-ftm"]);

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const states = loadStateCodes(disk, ".");
const types = loadCameoCodes(disk, ".");

/** A publisher's files for one import: what stands before the first record, the records, and what comes after. */
interface Seed {
  readonly head: string;
  readonly body: string;
  readonly foot: string;
  readonly records: number;
  readonly others: readonly string[];
}

async function seedOf(id: string, fixtures: string): Promise<Seed> {
  const real = join(shared, realFiles[id] ?? "none");
  const folder = join(fixtures, id);
  const own = readdirSync(folder)
    .filter((name) => name !== "README.md")
    .sort()
    .map((name) => join(folder, name));
  const main = own.find((one) => one.endsWith(`/${mainFiles[id]}`)) ?? own[0];
  const path = existsSync(real) ? real : main;
  if (path === undefined) throw new Error(`${id} has no fixture`);
  const joins = path === main && (await joinsFiles(id));
  const others = joins ? own.filter((one) => one !== main) : [];
  const text = await textOf(path);
  const element = elements[id];
  if (element !== undefined) return {...xmlSeed(text, element), others};
  const open = (one: string) => openImportFile(one, realImportDisk);
  const file = {...(await open(path)), beside: await Promise.all(others.map(open))};
  const lines = new Set<number>();
  for await (const batch of await readBy(id, file))
    for (const one of batch) if (one.kind !== "reject") lines.add(one.line);
  return {...lineSeed(text, lines), others};
}

const joinsFiles = async (id: string) =>
  importerIds.includes(id) && (await loadImporter(id)).joinsFiles === true;

async function readBy(
  id: string,
  file: ImportFile,
): Promise<AsyncIterable<readonly {readonly kind: string; readonly line: number}[]>> {
  const events = await loadEventImporter(id);
  if (events === null) return (await loadImporter(id)).read(file, states);
  if ("layouts" in events) throw new Error(`the event store itself reads ${id}`);
  return events.readEvents(file, {states, types});
}

/** All importers but those whose files the event store reads itself, which its own bench measures. */
async function measuredIds(): Promise<readonly string[]> {
  const events = await Promise.all(
    eventImporterIds.map(async (id) => ({id, importer: await loadEventImporter(id)})),
  );
  const read = events.filter(({importer}) => importer !== null && !("layouts" in importer));
  return [...importerIds, ...read.map(({id}) => id)];
}

/** The lines that made rows; a fixture's unfit ones would weigh more than in any publisher's file. */
function lineSeed(text: string, rows: ReadonlySet<number>): Omit<Seed, "others"> {
  const all = text.split("\n").map((line) => `${line}\n`);
  const first = [...rows].reduce((least, line) => Math.min(least, line), all.length);
  const body = all.filter((_, at) => rows.has(at + 1));
  return {
    head: all.slice(0, first - 1).join(""),
    body: body.join(""),
    foot: "",
    records: rows.size,
  };
}

function xmlSeed(text: string, element: string): Omit<Seed, "others"> {
  const open = text.search(new RegExp(`<${element}[\\s>]`));
  const closing = `</${element}>`;
  const end = text.lastIndexOf(closing) + closing.length;
  const body = text.slice(open, end);
  return {
    head: text.slice(0, open),
    body,
    foot: text.slice(end),
    records: body.split(closing).length - 1,
  };
}

async function textOf(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  const file = await openImportFile(path, realImportDisk);
  for await (const chunk of file.bytes()) chunks.push(chunk);
  // One character a byte: what is written again has the same bytes.
  return Buffer.concat(chunks).toString("latin1");
}

async function write(id: string, path: string, seed: Seed, wanted: number): Promise<void> {
  const most = Math.ceil(enoughBytes / seed.body.length);
  const times = Math.max(1, Math.min(most, Math.ceil(wanted / seed.records)));
  function* parts() {
    yield Buffer.from(seed.head, "latin1");
    for (let time = 0; time < times; time++) {
      const body = numbered.has(id)
        ? seed.body.replace(/\b9000(\d)\b/g, (_, digit) => `${9_000_000 + time}${digit}`)
        : seed.body;
      yield Buffer.from(body, "latin1");
    }
    yield Buffer.from(seed.foot, "latin1");
  }
  await pipeline(parts(), createWriteStream(path));
}

/** Reads in a process of its own: memory that another reading took would count otherwise. */
function readAlone(...words: readonly string[]): Reading {
  const script = ["--import", "tsx", "bench/import-one.ts", ...words];
  return JSON.parse(execFileSync(process.execPath, script, {encoding: "utf8"})) as Reading;
}

const perSecond = ({bytes, seconds}: Reading) => bytes / 1e6 / seconds;

/**
 * Every importer of the registry alone, from a file to rows in hand: rows and megabytes a second of processor time, and
 * the most memory held. Beside each stands csv-parse reading the same records and doing nothing with them, or for XML and JSON the
 * reading of the bytes.
 *
 * @param data a folder with a folder of fixtures for each importer.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-importers-"));
  const figures: Record<string, number> = {};
  const floors: Record<string, number> = {};
  const peaks: number[] = [];
  try {
    const ids = await measuredIds();
    for (const id of ids) {
      console.error(`  ${id} …`);
      const seed = await seedOf(id, data);
      const path = join(folder, id);
      await write(id, path, seed, recordsOfList[id] ?? records);
      const reading = readAlone("import", id, path, ...seed.others);
      figures[`${id} rowsPerSecond`] = Math.round(reading.count / reading.seconds);
      figures[`${id} megabytesPerSecond`] = perSecond(reading);
      figures[`${id} peakMb`] = Math.round(reading.peakMb);
      peaks.push(reading.peakMb);
      const isTable = !noTables.has(id);
      const floor = readAlone(isTable ? "parse" : "bytes", path);
      const who = isTable ? "csv-parse-alone" : "bytes-alone";
      floors[`${id} megabytesPerSecond ${who}`] = perSecond(floor);
      if (id === "trade-baci") {
        await write(id, path, seed, records * growth);
        const grown = readAlone("import", id, path);
        figures[`${id} peakMb of ${growth} times the rows`] = Math.round(grown.peakMb);
      }
      rmSync(path);
    }
    const highestPeakMb = Math.round(Math.max(...peaks));
    return {
      bench: "importers",
      figures: {...figures, highestPeakMb},
      floors,
      peers: {},
      n: ids.length,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
