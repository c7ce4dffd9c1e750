/**
 * Imports mutations `from` up to, not including, `to` of one importer's files, in a process of its own: `fuzz-importer.ts
 * <importer> <folder of its files> <from> <to>`. It tells its parent before each file which one it is, and after it what
 * became of it; a process that ends or is silent has met a file that it should have survived.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {
  eventImporterIds,
  loadCameoCodes,
  loadEventImporter,
  loadImporter,
  loadStateCodeSpans,
  stateCodesOf,
} from "../src/sources/index.ts";
import {openDatabase} from "../src/store/database.ts";
import {codeTypesSql} from "../src/store/events/bulk-sql.ts";
import {importMutated, type Outcome} from "./import-mutated.ts";
import {stageMutated} from "./stage-mutated.ts";

/** What became of a file; `null` for one that was met with anything but rows, rejects and a refusal. */
export type FuzzedFile =
  | {readonly nth: number; readonly begun: true}
  | {readonly nth: number; readonly outcome: Outcome | null; readonly fault?: string};

const [id = "", data = "", from = "0", to = "0"] = process.argv.slice(2);

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const spans = loadStateCodeSpans(disk, ".");
const files = Object.fromEntries(
  readdirSync(data)
    .filter((name) => name !== "README.md")
    .sort()
    .map((name) => [name, readFileSync(join(data, name))]),
);

/** Processor time of this process: what else runs on the machine does not make a file hang. */
const now = () => {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
};

function tell(message: FuzzedFile): Promise<void> {
  return new Promise((told) => process.send?.(message, undefined, undefined, () => told()));
}

async function fuzz(take: (nth: number) => Promise<Outcome>): Promise<void> {
  for (let nth = Number(from); nth < Number(to); nth += 1) {
    await tell({nth, begun: true});
    try {
      await tell({nth, outcome: await take(nth)});
    } catch (fault) {
      await tell({nth, outcome: null, fault: String(fault)});
    }
  }
}

if (eventImporterIds.includes(id)) {
  const importer = await loadEventImporter(id);
  if (importer === null) throw new Error(`no importer ${id}`);
  const codes = {states: spans, types: loadCameoCodes(disk, ".")};
  const folder = mkdtempSync(join(tmpdir(), "demarche-fuzz-"));
  const scratch = await openDatabase(join(folder, "scratch.duckdb"), false);
  try {
    for (const statement of codeTypesSql(codes)) await scratch.run(statement);
    await fuzz((nth) => stageMutated(importer, files, nth, {scratch, folder, codes}, now));
  } finally {
    await scratch.close();
    rmSync(folder, {recursive: true, force: true});
  }
} else {
  const importer = await loadImporter(id);
  const codes = stateCodesOf(spans);
  await fuzz((nth) => importMutated(importer, files, nth, codes, now));
}
process.disconnect?.();
