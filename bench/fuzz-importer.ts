/**
 * Imports mutated files in a process of its own, which is kept warm: its parent sends one `FuzzOrder` after another. It
 * tells before each file which one it is, after it what became of it, and when an order is done; a process that ends or is
 * silent has met a file that it should have survived.
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

/** Mutations `from` up to, not including, `to` of one importer's files, which lie in the folder `data`. */
export interface FuzzOrder {
  readonly importer: string;
  readonly data: string;
  readonly from: number;
  readonly to: number;
}

/** What became of a file; `null` for one that was met with anything but rows, rejects and a refusal. */
export type FuzzedFile =
  | {readonly nth: number; readonly begun: true}
  | {readonly nth: number; readonly outcome: Outcome | null; readonly fault?: string};

const disk = {readText: (path: string) => readFileSync(path, "utf8")};
const spans = loadStateCodeSpans(disk, ".");
const states = stateCodesOf(spans);
const filesIn = (data: string) =>
  Object.fromEntries(
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

function tell(message: FuzzedFile | "done"): Promise<void> {
  return new Promise((told) => process.send?.(message, undefined, undefined, () => told()));
}

async function fuzz({from, to}: FuzzOrder, take: (nth: number) => Promise<Outcome>): Promise<void> {
  for (let nth = from; nth < to; nth += 1) {
    await tell({nth, begun: true});
    try {
      await tell({nth, outcome: await take(nth)});
    } catch (fault) {
      await tell({nth, outcome: null, fault: String(fault)});
    }
  }
}

async function fuzzRows(order: FuzzOrder): Promise<void> {
  const importer = await loadImporter(order.importer);
  const files = filesIn(order.data);
  await fuzz(order, (nth) => importMutated(importer, files, nth, states, now));
}

async function fuzzEvents(order: FuzzOrder): Promise<void> {
  const importer = await loadEventImporter(order.importer);
  if (importer === null) throw new Error(`no importer ${order.importer}`);
  const files = filesIn(order.data);
  const codes = {states: spans, types: loadCameoCodes(disk, ".")};
  const folder = mkdtempSync(join(tmpdir(), "demarche-fuzz-"));
  const scratch = await openDatabase(join(folder, "scratch.duckdb"), false);
  try {
    for (const statement of codeTypesSql(codes)) await scratch.run(statement);
    await fuzz(order, (nth) => stageMutated(importer, files, nth, {scratch, folder, codes}, now));
  } finally {
    await scratch.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

process.on("message", async (order: FuzzOrder) => {
  await (eventImporterIds.includes(order.importer) ? fuzzEvents : fuzzRows)(order);
  await tell("done");
});
