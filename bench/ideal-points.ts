import {correlation} from "../src/math/index.ts";
import {
  drawnFrom,
  firstOfRepeats,
  idealPoints as pointsOf,
  usualPlan,
  voteTable,
} from "../src/models/index.ts";
import {runChains} from "../src/pipeline/index.ts";
import type {BenchResult} from "./benches.ts";
import {firstComponent, standardised, westLessEast} from "./ideal-point-floors.ts";
import {cpuMs} from "./median-ms.ts";
import {type PublishedPoint, readVoteFiles} from "./vote-files.ts";

/**
 * How near the publishers' own next estimate on the same votes comes (IdealpointsJuly2025.csv, `idealpointlegacy`, against
 * `IdealPoint` of April 2020, 10,469 country-sessions): theirs is a chain of 24,000 sweeps.
 */
const publishersNextEdition = {
  "correlation publishers-2025-edition": 0.9996,
  "worstSessionCorrelation publishers-2025-edition": 0.9984,
  "insideBandShare publishers-2025-edition": 1,
};

/**
 * The published ideal points of states in the General Assembly, held against ours: all votes of the file, 1,200 sweeps.
 * Correlations and bands are those of the first chain alone; two chains, beside one another in threads, tell whether they
 * met. `seconds` is a core's time for one chain, whatever else the machine does.
 */
export async function run({data}: {data: string}): Promise<BenchResult> {
  const {rows, repeats, published} = readVoteFiles(data);
  const table = voteTable(rows, firstOfRepeats(repeats));
  const {seats} = table;

  const usedBefore = process.cpuUsage();
  let told = 0;
  const chains = await runChains(table, {
    plan: usualPlan,
    chains: 2,
    progress: (done, of) => {
      if (done < told + of / 10) return;
      told = done;
      console.error(`  ideal-points: ${done} of ${of} sweeps`);
    },
  });
  const seconds = cpuMs(usedBefore) / 1000 / chains.length;
  const alone = pointsOf(seats, chains.slice(0, 1));
  const both = pointsOf(seats, chains);
  const convergence = seats.map((_, seat) => both.convergenceOf(seat));
  const rHats = convergence.map(({rHat}) => rHat).sort((a, b) => a - b);
  const ours = Float64Array.from(seats, (_, seat) => drawnFrom(alone.pointsOf(seat)).value);

  const key = ({state, session}: {state: string; session: number}) => `${state} ${session}`;
  const seatAt = new Map(seats.map((seat, at) => [key(seat), at]));
  const all = new Set([...seatAt.keys(), ...published.map(key)]);
  const equal = published.filter(
    (one) => seats[seatAt.get(key(one)) ?? -1]?.votes === one.votes,
  ).length;
  const held = (places: Float64Array) => {
    const pairs = published.flatMap((of) => {
      const place = places[seatAt.get(key(of)) ?? -1];
      return place === undefined || Number.isNaN(place) ? [] : [{of, place}];
    });
    return compare(pairs, published.length);
  };
  const component = held(standardised(firstComponent(table)));
  const agreement = held(standardised(westLessEast(table)));
  return {
    bench: "ideal-points",
    figures: {
      voteCountsEqual: equal / all.size,
      ...held(ours),
      seconds,
      rHatMax: rHats.at(-1) ?? Number.NaN,
      rHat99: rHats[Math.floor(0.99 * rHats.length)] ?? Number.NaN,
      essMin: Math.min(...convergence.map(({effectiveSize}) => effectiveSize)),
      draws: both.draws,
    },
    floors: Object.fromEntries([
      ...Object.entries(component).map(([name, value]) => [`${name} first-component`, value]),
      ...Object.entries(agreement).map(([name, value]) => [`${name} usa-less-russia`, value]),
    ]),
    peers: publishersNextEdition,
    n: published.length,
  };
}

/** How near places are to the published points; what has no place counts as outside its band. */
function compare(
  pairs: readonly {readonly of: PublishedPoint; readonly place: number}[],
  count: number,
) {
  const correlationOf = (some: typeof pairs) =>
    correlation(
      some.map(({of}) => of.point),
      some.map(({place}) => place),
    );
  const sessions = [...new Set(pairs.map(({of}) => of.session))];
  const bySession = sessions.map((session) =>
    correlationOf(pairs.filter(({of}) => of.session === session)),
  );
  const inside = pairs.filter(({of, place}) => place >= of.low && place <= of.high);
  return {
    correlation: correlationOf(pairs),
    worstSessionCorrelation: Math.min(...bySession),
    insideBandShare: inside.length / count,
  };
}
