import {readReference, readWatch} from "../src/cli/house.ts";
import {pledgeRates, pledgeSurvival} from "../src/measures/index.ts";
import {gatherPledges, listPledges, pledgeSettler} from "../src/pledges/index.ts";
import {type Commitments, day, isGap, type Pledge, type Reference} from "../src/world/index.ts";
import type {BenchResult} from "./benches.ts";
import {withCarriedLedger} from "./carried-ledger.ts";
import {cpuMs} from "./median-ms.ts";

const asOf = day("2026-11-24");
const copies = 4;

/**
 * Every commitment of the carried data settled, listed for the founding watch and measured, reading included; and the same
 * with the register four times over, to see how it grows. The floor of a share kept is the naive one, which counts what is
 * not due yet as broken.
 */
export async function run(_: {data: string}): Promise<BenchResult> {
  const reference = readReference();
  const watch = readWatch(undefined, reference);
  return withCarriedLedger(reference, async (ledger) => {
    const work = (commitments: Commitments) => {
      const gathered = gatherPledges({commitments}, reference);
      const {pledges} = gathered;
      listPledges(gathered, [], watch, reference);
      pledgeRates(pledges, watch, reference);
      return pledges;
    };
    const start = performance.now();
    const commitments = await ledger.commitments(asOf);
    const readMs = performance.now() - start;
    const pledges = work(commitments);
    const rebuildMs = performance.now() - start;
    const timed = (given: Commitments) => {
      const from = performance.now();
      work(given);
      return performance.now() - from;
    };
    const one = Math.min(timed(commitments), timed(commitments));
    const four = timed(manyTimes(commitments));
    const again = settleAgain(commitments, reference);
    const arms = pledges.filter(
      ({kind, opened, steps}) =>
        kind === "arms-order" &&
        !isGap(opened) &&
        opened >= "1950" &&
        steps[0]?.evidence[0]?.kind === "rows",
    );
    const agreements = pledges.filter(
      ({kind, steps}) => kind === "agreement" && steps[0]?.evidence[0]?.kind === "rows",
    );
    return {
      bench: "pledges",
      figures: {
        rebuildMs,
        readMs,
        growthFourfold: four / one,
        againToWhole: again.againMs / again.wholeMs,
        touchedByOneRow: again.touched,
        armsKeptIn5: keptIn(arms, 5),
        agreementsKeptIn3: keptIn(agreements, 3),
      },
      floors: {
        "armsKeptIn5 naive": naive(arms, 5),
        "agreementsKeptIn3 naive": naive(agreements, 3),
      },
      peers: {},
      n: pledges.length,
    };
  });
}

/** Settling again after one more order of the register, beside settling all of it; processor time, the least of three. */
function settleAgain(commitments: Commitments, reference: Reference) {
  const {armsOrders} = commitments;
  const [last] = armsOrders.slice(-1);
  if (last === undefined) throw new Error("the register has orders");
  const told = (orders: Commitments["armsOrders"]) => ({
    commitments: {...commitments, armsOrders: orders},
    moves: [],
    judgements: [],
  });
  const runs = [1, 2, 3].map(() => {
    const settle = pledgeSettler(reference);
    const from = process.cpuUsage();
    settle(told(armsOrders.slice(0, -1)));
    const wholeMs = cpuMs(from);
    const then = process.cpuUsage();
    const {touched} = settle(told(armsOrders));
    return {wholeMs, againMs: cpuMs(then), touched};
  });
  return {
    wholeMs: Math.min(...runs.map(({wholeMs}) => wholeMs)),
    againMs: Math.min(...runs.map(({againMs}) => againMs)),
    touched: runs[0]?.touched ?? 0,
  };
}

function manyTimes(commitments: Commitments): Commitments {
  const {armsOrders} = commitments;
  const all = Array.from({length: copies}, (_, turn) =>
    armsOrders.map((order) => ({...order, row: order.row + turn * armsOrders.length})),
  );
  return {...commitments, armsOrders: all.flat()};
}

function keptIn(pledges: readonly Pledge[], years: number): number {
  const {steps} = pledgeSurvival(pledges, "contract", "whole");
  return 1 - (steps.findLast(({time}) => time <= years)?.survival ?? 1);
}

/** The share kept in so many years of all that were ever given, due or not. */
function naive(pledges: readonly Pledge[], years: number): number {
  const kept = pledges.filter(
    (one) => one.standing === "kept" && one.years !== null && one.years <= years,
  );
  return kept.length / pledges.length;
}
