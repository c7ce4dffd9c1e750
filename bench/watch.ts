import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeLedger, readReference, readWatch, today, version} from "../src/cli/house.ts";
import {answerWatch} from "../src/pipeline/index.ts";
import {openLedger} from "../src/store/index.ts";
import type {BenchResult} from "./benches.ts";

const elapsedMs = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/**
 * The founding watch from nothing: how long the ledger takes to make, how long an answer takes, and how much memory.
 * The floor of an answer is reading its facts alone; figures are in seconds and as a ratio to that floor.
 */
export async function run(_options: {data: string}): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    const path = join(folder, "ledger.duckdb");
    const reference = readReference();
    const watch = readWatch(undefined, reference);
    const initMs = await elapsedMs(() => makeLedger(path, reference));
    const ledger = await openLedger({path, readOnly: true});
    const asOf = today();
    const question = {ledger, reference, watch, asOf, version: version()};
    const factsMs = await elapsedMs(() => ledger.readFacts(watch, reference, asOf));
    const answerMs = await elapsedMs(() => answerWatch(question));
    const answer = await answerWatch(question);
    await ledger.close();
    const cells = [
      ...answer.moves.flatMap((row) => [row.focus, ...row.moves]),
      ...answer.stakes.flatMap((stake) => [...stake.benefits, ...stake.risks]),
      ...answer.options.flatMap((option) => [option.action, ...option.outcomes]),
    ];
    const command = existsSync("dist/cli/main.js")
      ? spawnSync(process.execPath, ["dist/cli/main.js", "demo", "--ledger", path])
      : null;
    const peakMb = process.resourceUsage().maxRSS / 1024;
    return {
      bench: "watch",
      figures: {
        citedShare: cells.filter((cell) => cell.evidence.length > 0).length / cells.length,
        makeLedgerSeconds: initMs / 1000,
        answerSeconds: answerMs / 1000,
        answerToFactsRatio: answerMs / factsMs,
        peakMemoryMb: Math.round(peakMb),
        demoExitCode: command?.status ?? -1,
      },
      floors: {answerSeconds: factsMs / 1000},
      peers: {},
      n: cells.length,
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
