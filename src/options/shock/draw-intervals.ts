import {quantile} from "../../math/index.ts";
import {
  type DrawnInterval,
  drawnFactors,
  drawnPairs,
  type StateFigures,
  type StateIntervals,
} from "./shock-outcome.ts";

/** The numbers of a state that are drawn, in a fixed order; NaN where it has none. */
function numbersOf(state: StateFigures): number[] {
  const difference = (pair: readonly [number, number] | null) =>
    pair === null ? Number.NaN : pair[1] - pair[0];
  return [
    ...drawnFactors.map((key) => state[key] ?? Number.NaN),
    ...drawnPairs.map((key) => difference(state[key])),
    ...state.reliance.flatMap(({purchasesPercent, salesPercent}) => [
      difference(purchasesPercent),
      difference(salesPercent),
    ]),
  ];
}

/**
 * Median and 90 % interval of each drawn figure of each state.
 *
 * @param solve one solution at drawn parameters.
 * @param tell hears after each draw how many are done; what it throws ends the run.
 */
export async function drawIntervals(
  draws: number,
  solve: () => readonly StateFigures[],
  tell?: (done: number) => void | Promise<void>,
): Promise<StateIntervals[]> {
  let states: readonly StateFigures[] = [];
  const all: Float64Array[] = [];
  for (let done = 0; done < draws; done++) {
    states = solve();
    all.push(Float64Array.from(states.flatMap(numbersOf)));
    await tell?.(done + 1);
  }
  let at = 0;
  const next = () => intervalOf(all, at++);
  return states.map((state) => ({
    ...(Object.fromEntries([...drawnFactors, ...drawnPairs].map((key) => [key, next()])) as Omit<
      StateIntervals,
      "reliance"
    >),
    reliance: state.reliance.map(({power}) => ({
      power,
      purchasesPercent: next() as DrawnInterval,
      salesPercent: next() as DrawnInterval,
    })),
  }));
}

function intervalOf(all: readonly Float64Array[], at: number): DrawnInterval | null {
  const drawn = Float64Array.from(all, (numbers) => numbers[at] as number).sort();
  // Sorting puts NaN last.
  if (Number.isNaN(drawn.at(-1))) return null;
  return {median: quantile(drawn, 0.5), low: quantile(drawn, 0.05), high: quantile(drawn, 0.95)};
}
