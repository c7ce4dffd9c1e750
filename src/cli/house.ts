import {lookup} from "node:dns/promises";
import {existsSync, readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {buffer} from "node:stream/consumers";
import {fileURLToPath} from "node:url";
import type {MeasureBooks} from "../api/index.ts";
import {answerWatch, readArticle} from "../pipeline/index.ts";
import {
  type CaptureEffects,
  captureOf,
  fileFault,
  loadEventSectors,
  loadNameWords,
  loadProgrammes,
  loadReference,
  loadRepeatedTexts,
  loadYardsticks,
  parseDay,
  parseWatch,
  type ReferenceDisk,
  type RepeatedResolution,
} from "../sources/index.ts";
import {
  initLedger,
  joinLedger,
  type Ledger,
  LedgerHeld,
  openLedger,
  StoreError,
} from "../store/index.ts";
import {
  type Answer,
  type DatasetId,
  type Day,
  day,
  dayAt,
  type EventSectors,
  type NameWords,
  type Reference,
  type SanctionProgramme,
  type Watch,
  type Yardstick,
} from "../world/index.ts";
import {exitCodes} from "./tell-error.ts";

/** Where the package stands: two folders above this file, in `src/` as in `dist/`. */
export const packageRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** The day on which the specimen was written, and so first known. */
const specimenRecordedOn = day("2026-11-24");

/** What every command takes. */
export interface CommonOptions {
  readonly ledger: string;
  readonly watch?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** What a command works with. */
export interface House {
  readonly ledger: Ledger;
  /** Whether this process holds the file for writing, only reads it, or asks the server that holds it. */
  readonly standing: "holds" | "reads" | "asks";
  readonly reference: Reference;
  readonly watch: Watch;
  readonly asOf: Day;
  readonly version: string;
}

/** Today by the machine's clock, in UTC. The only clock of the command line. */
export function today(): Day {
  return dayAt(Date.now());
}

export function version(): string {
  const parsed: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  return String(Reflect.get(Object(parsed), "version"));
}

/** Progress goes to stderr, so that stdout stays a table or JSON. */
export function progress(line: string): void {
  console.error(`  ${line}`);
}

/** The real disk, network and clock, for `capture`. */
export function realEffects(): CaptureEffects {
  return {
    readFile: (path) => readFile(path),
    readStdin: () => buffer(process.stdin),
    lookup: (host) => lookup(host, {all: true}),
    today,
  };
}

const referenceDisk: ReferenceDisk = {
  readText: (path) => readFileSync(path, "utf8"),
  readBytes: (path) => readFileSync(path),
};

export function readReference(): Reference {
  return loadReference(referenceDisk, packageRoot);
}

export function readNameWords(): NameWords {
  return loadNameWords(referenceDisk, packageRoot);
}

export function readProgrammes(): readonly SanctionProgramme[] {
  return loadProgrammes(referenceDisk, packageRoot);
}

export function readYardsticks(): readonly Yardstick[] {
  return loadYardsticks(referenceDisk, packageRoot);
}

export function readEventSectors(): EventSectors {
  return loadEventSectors(referenceDisk, packageRoot);
}

export function readRepeatedTexts(): readonly RepeatedResolution[] {
  return loadRepeatedTexts(referenceDisk, packageRoot);
}

/** What the API's measures rest on beside a ledger, each table read when it is first asked for. */
export function measureBooks(ledgerPath: string): MeasureBooks {
  return {
    nameWords: readNameWords,
    programmes: readProgrammes,
    yardsticks: readYardsticks,
    repeatedTexts: readRepeatedTexts,
    eventSectors: readEventSectors,
    ledgerPath,
  };
}

/** The watch that was named, or the founding one. */
export function readWatch(path: string | undefined, reference: Reference): Watch {
  const founding = "watches/founding.yaml";
  const file = path ?? join(packageRoot, founding);
  return parseWatch(readNamed(file), path ?? founding, reference);
}

/** @throws InputError when the file that a person named cannot be read. */
export function readNamed(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** Makes the ledger from the carried data, with the specimen in it. */
export async function makeLedger(
  path: string,
  reference: Reference,
  choice: {commercial?: boolean; without?: readonly DatasetId[]} = {},
  tell: (line: string) => void = progress,
): Promise<void> {
  tell(`making the ledger at ${path} from the carried data …`);
  await initLedger({
    path,
    dataDir: join(packageRoot, "data"),
    reference,
    appVersion: version(),
    progress: tell,
    ...choice,
  });
  const ledger = await openLedger({path});
  try {
    const bytes = await readFile(join(packageRoot, "data/specimen/specimen.txt"));
    const capture = captureOf(bytes, "specimen:specimen.txt", specimenRecordedOn, true);
    const kept = await ledger.captures(specimenRecordedOn);
    // A ledger that took over an older one has it already, and takes nothing for that day any more.
    if (kept.some(({sha256}) => sha256 === capture.sha256)) return;
    const {article, events} = await readArticle(capture, reference);
    await ledger.addArticles([{capture, article, events}]);
  } finally {
    await ledger.close();
  }
}

/**
 * Opens the house for a command and closes it after; makes the ledger first if there is none. `write: "if possible"` is
 * for a server, which may also stand on a disk that is only read.
 */
export async function inHouse<Result>(
  options: CommonOptions,
  work: (house: House) => Promise<Result>,
  how: {write?: boolean | "if possible"} = {},
): Promise<Result> {
  const reference = readReference();
  const watch = readWatch(options.watch, reference);
  const asOf = options.asOf === undefined ? today() : parseDay(options.asOf);
  if (!existsSync(options.ledger)) await makeLedger(options.ledger, reference);
  const {ledger, standing} = await openOrJoin(options.ledger, how.write ?? false);
  try {
    return await work({ledger, standing, reference, watch, asOf, version: version()});
  } finally {
    await ledger.close();
  }
}

/** The ledger's file, opened; or, where a running server holds it, the same ledger asked through that server. */
async function openOrJoin(
  path: string,
  write: boolean | "if possible",
): Promise<Pick<House, "ledger" | "standing">> {
  try {
    if (write === false)
      return {ledger: await openLedger({path, readOnly: true}), standing: "reads"};
    return {ledger: await openLedger({path}), standing: "holds"};
  } catch (error) {
    const joined = error instanceof LedgerHeld ? joinLedger(path) : null;
    if (joined !== null) {
      progress("a running server holds the ledger: asking it");
      return {ledger: joined, standing: "asks"};
    }
    const unwritable = error instanceof StoreError && error.exitCode === exitCodes.disk;
    if (write !== "if possible" || !unwritable) throw error;
    progress("the ledger cannot be written here: it is only read");
    return openOrJoin(path, false);
  }
}

/** All that the house's watch answers. It takes over a second, so it says so. */
export function workOut(house: House): Promise<Answer> {
  tellWork(house);
  return answerWatch(house);
}

/** Says on stderr what is being worked out. */
export function tellWork({asOf}: Pick<House, "asOf">): void {
  progress(`working out what was known on ${asOf} …`);
}
