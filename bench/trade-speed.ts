import {fitPpml, solveSectorEquilibrium, solveTradeEquilibrium} from "../src/models/index.ts";
import type {BenchResult} from "./benches.ts";
import {caliendoParroFolder, readNafta, solveNafta} from "./caliendo-parro.ts";
import {madeEconomy} from "./made-economy.ts";
import {madeGravity} from "./made-gravity.ts";
import {medianMs} from "./median-ms.ts";
import {solveSectorsPlainly} from "./solve-sectors-plainly.ts";
import {readTradeCase, readTradeRows, tile} from "./trade.ts";

/** Time as states and sectors grow, on made worlds in which trade costs fall among the first ten states. */
function growth(): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [states, sectors] of [
    [20, 20],
    [80, 20],
    [200, 20],
    [80, 1],
    [80, 40],
  ] as const) {
    const {economy, shock} = madeEconomy(states, sectors);
    figures[`solveMs${states}x${sectors}`] = medianMs(
      () => solveSectorEquilibrium(economy, shock),
      3,
    );
  }
  return figures;
}

/**
 * Processor time of the models of trade, and how it grows with states and sectors. The floor is plain damping to 1e-9: of
 * the one-sector case, and of NAFTA's base alone, the first of its two solves.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const {flows, states} = readTradeCase(readTradeRows(data));
  const sizes: Record<string, number> = {};
  for (const size of [20, 80, 200]) {
    const world = {...tile(flows, states.length, size), elasticity: 4};
    sizes[`solveMs${size}`] = medianMs(() => solveTradeEquilibrium(world), 5);
  }
  const folder = caliendoParroFolder(data);
  const nafta = folder === null ? null : readNafta(folder);
  const plain = nafta === null ? null : solveSectorsPlainly(nafta.economy, nafta.elasticities);
  const made = madeGravity(150, 6);
  return {
    bench: "trade-speed",
    figures: {
      ...sizes,
      ...(nafta === null ? {} : {naftaSolveMs: medianMs(() => solveNafta(nafta), 5)}),
      ...growth(),
      gravityMs134100Rows: medianMs(() => fitPpml(made), 3),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    },
    floors:
      plain !== null && plain.residual <= 1e-9
        ? {"naftaSolveMs plain-damping-base-alone": plain.ms}
        : {},
    peers: {"naftaSolveMs numpy": 800, "gravityMs134100Rows numpy": 650},
    n: made.flow.length,
  };
}
