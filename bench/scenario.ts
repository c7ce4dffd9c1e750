import {performance} from "node:perf_hooks";
import {readReference, readWatch} from "../src/cli/house.ts";
import {buildTradeMatrix, solveTradeEquilibrium} from "../src/models/index.ts";
import {carriedBase} from "../src/options/index.ts";
import {type ScenarioRunner, type ScenarioTask, scenarioRunner} from "../src/pipeline/index.ts";
import {parseShock} from "../src/sources/index.ts";
import {day, isGap, membersOf} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";
import {madeEconomy} from "./made-economy.ts";
import {cpuMs, medianMs} from "./median-ms.ts";

const draws = 1000;
const tariff = "shocks:\n  - {tariffPoints: 10, importers: USA, exporters: IDN, answered: true}\n";
const sectorTariff =
  "shocks:\n  - {tariffPoints: 10, importers: S00, exporters: S01, sectors: s01, answered: true}\n";

/**
 * Scenarios as the server works them out, in a thread: processor time of a whole answer of one sector (all states that
 * the ledger has) and of many, of a thousand draws, and how long these keep the thread busy that serves. The
 * floor of the draws is a thousand equilibria from the start, to the precision of the centre.
 */
export async function run(): Promise<BenchResult> {
  const reference = readReference();
  const watch = readWatch(undefined, reference);
  const asOf = day("2026-11-24");
  const matrix = await withCarriedLedger(reference, async (ledger) =>
    buildTradeMatrix(await ledger.readFacts(watch, reference, asOf), watch, reference),
  );
  if (isGap(matrix)) throw new Error(matrix.why);
  const one: ScenarioTask = {
    ...carriedBase(matrix),
    file: parseShock(tariff, "bench"),
    members: new Map(reference.blocs.map(({id}) => [id, membersOf(reference, id, asOf)])),
    powers: watch.powers,
    flowsOf: watch.states,
    draws: 0,
  };
  const runner = scenarioRunner(1);
  try {
    const oneMs = await answerMs(runner, one);
    const many31 = await answerMs(runner, manySectors(31, 40));
    const many80 = await answerMs(runner, manySectors(80, 20));
    const start = process.cpuUsage();
    const idle = performance.eventLoopUtilization();
    await runner.run({...one, draws});
    const busy = performance.eventLoopUtilization(idle);
    const drawsSeconds = cpuMs(start) / 1000;
    return {
      bench: "scenario",
      figures: {
        oneSectorAnswerMs: oneMs,
        manySectorAnswerMs31x40: many31,
        manySectorAnswerMs80x20: many80,
        drawsSeconds1000: drawsSeconds,
        serverBusyMsWhileDrawing: busy.active,
        stopMs: await stopMs(runner, one),
        peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
      },
      floors: {
        "drawsSeconds1000 cold-starts":
          (draws * medianMs(() => coldStart(matrix.flows, matrix.states), 5)) / 1000,
      },
      peers: {},
      n: matrix.states.length,
    };
  } finally {
    await runner.close();
  }
}

/** Median processor time of whole answers, the thread warm. */
async function answerMs(runner: ScenarioRunner, task: ScenarioTask): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < 8; time++) {
    const start = process.cpuUsage();
    await runner.run(task);
    taken.push(cpuMs(start));
  }
  // The first have the compiler's work in them.
  return taken.slice(3).sort((a, b) => a - b)[2] ?? Number.NaN;
}

function manySectors(states: number, sectors: number): ScenarioTask {
  const {economy} = madeEconomy(states, sectors);
  const number = (at: number) => String(at).padStart(2, "0");
  return {
    table: {
      name: "made",
      year: null,
      states: Array.from({length: states}, (_, i) => `S${number(i)}`),
      sectors: Array.from({length: sectors}, (_, s) => `s${number(s)}`),
      hasSectors: true,
      values: economy.flows,
      lines: new Uint32Array(economy.flows.length).fill(1),
      columns: new Map(),
    },
    inputs: economy.inputs,
    file: parseShock(sectorTariff, "bench"),
    members: new Map(),
    flowsOf: ["S00", "S01"],
    draws: 0,
  };
}

/** Time by the clock from giving a scenario up until its thread has answered the next one, less that answer. */
async function stopMs(runner: ScenarioRunner, task: ScenarioTask): Promise<number> {
  const leaving = new AbortController();
  const given = runner.run(
    {...task, draws: 100_000},
    {signal: leaving.signal, drawn: () => leaving.abort(new Error("given up"))},
  );
  await given.catch(() => {});
  const start = performance.now();
  await runner.run(task);
  const next = performance.now();
  await runner.run(task);
  return Math.max(0, next - start - (performance.now() - next));
}

function coldStart(flows: Float64Array, states: readonly string[]) {
  const [exporter, importer] = [states.indexOf("IDN"), states.indexOf("USA")];
  return solveTradeEquilibrium({
    flows,
    elasticity: 4,
    tariffs: [{exporter, importer, rate: 0.1}],
  });
}
