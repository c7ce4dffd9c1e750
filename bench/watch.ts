import {execFileSync, spawn} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {chromium} from "playwright-core";
import {makeLedger, readReference, readWatch, today, version} from "../src/cli/house.ts";
import {answerWatch} from "../src/pipeline/index.ts";
import {openLedger} from "../src/store/index.ts";
import type {BenchResult} from "./benches.ts";

const browser = "/usr/bin/chromium";

/** What a stranger waits for after `npm ci`: seconds until the tables stand, and the most memory that was held. */
interface Start {
  readonly tablesSeconds: number;
  readonly firstContentSeconds: number | null;
  readonly peakMb: number;
}

/** A copy of what git keeps, with this machine's node_modules, as after `git clone` and `npm ci`. */
function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), "demarche-clone-"));
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {encoding: "utf8"});
  for (const file of files.split("\n").filter((one) => one !== "" && existsSync(one))) {
    mkdirSync(dirname(join(folder, file)), {recursive: true});
    cpSync(file, join(folder, file));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return folder;
}

/** Runs `npm start`'s command in a folder until the page is served, looks at the page, and stops it. */
async function start(folder: string): Promise<Start> {
  const began = performance.now();
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", "0"], {cwd: folder});
  let printed = "";
  let tablesSeconds = Number.NaN;
  child.stdout.on("data", (chunk) => {
    printed += chunk;
    if (Number.isNaN(tablesSeconds) && printed.includes("Expected outcome"))
      tablesSeconds = (performance.now() - began) / 1000;
  });
  let told = "";
  const address = await new Promise<string>((found, failed) => {
    child.stderr.on("data", (chunk) => {
      told += chunk;
      const at = /Demarche is at (\S+)/.exec(told)?.[1];
      if (at !== undefined) found(at);
    });
    child.once("exit", (code) => failed(new Error(`npm start ended with ${code}: ${told}`)));
  });
  try {
    const firstContentSeconds = existsSync(browser) ? await firstContent(address) : null;
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    const peakMb = Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
    return {tablesSeconds, firstContentSeconds, peakMb};
  } finally {
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGINT");
    await ended;
  }
}

/** First contentful paint of the page in a new browser, in seconds (W3C Paint Timing). */
async function firstContent(address: string): Promise<number> {
  const window = await chromium.launch({executablePath: browser, args: ["--no-sandbox"]});
  try {
    const page = await window.newPage();
    await page.goto(address);
    await page.getByRole("table").first().waitFor();
    const ms = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    );
    return ms / 1000;
  } finally {
    await window.close();
  }
}

const elapsedMs = async (work: () => Promise<unknown>) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/**
 * The founding watch as a stranger meets it: `npm start` in a fresh copy, twice, and one answer beside the reading of
 * its facts alone. Times are in seconds; the floor of an answer is what the reading alone takes.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const clone = freshClone();
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    const first = await start(clone);
    const second = await start(clone);
    const path = join(folder, "ledger.duckdb");
    const reference = readReference();
    const watch = readWatch(undefined, reference);
    await makeLedger(path, reference);
    const ledger = await openLedger({path, readOnly: true});
    const asOf = today();
    const question = {ledger, reference, watch, asOf, version: version()};
    await ledger.readFacts(watch, reference, asOf);
    const factsMs = await elapsedMs(() => ledger.readFacts(watch, reference, asOf));
    const answerMs = await elapsedMs(() => answerWatch(question));
    const answer = await answerWatch(question);
    await ledger.close();
    const cells = [
      ...answer.moves.flatMap((row) => [row.focus, ...row.moves]),
      ...answer.stakes.flatMap((stake) => [...stake.benefits, ...stake.risks]),
      ...answer.options.flatMap((option) => [option.action, ...option.outcomes]),
    ];
    return {
      bench: "watch",
      figures: {
        citedShare: cells.filter((cell) => cell.evidence.length > 0).length / cells.length,
        firstStartSeconds: first.tablesSeconds,
        secondStartSeconds: second.tablesSeconds,
        peakMemoryMb: Math.max(first.peakMb, second.peakMb),
        ...(second.firstContentSeconds === null
          ? {}
          : {pageFirstContentSeconds: second.firstContentSeconds}),
        answerSeconds: answerMs / 1000,
        answerMegabytes: JSON.stringify(answer).length / 1e6,
      },
      floors: {"answerSeconds facts-alone": factsMs / 1000},
      peers: {},
      n: cells.length,
    };
  } finally {
    rmSync(clone, {recursive: true, force: true});
    rmSync(folder, {recursive: true, force: true});
  }
}
