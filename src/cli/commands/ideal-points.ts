import {
  type ChainPlan,
  type Drawn,
  drawnFrom,
  type IdealPoints,
  keptBy,
  pointsInSession,
  usualPlan,
} from "../../models/index.ts";
import {
  compareToPublished,
  idealPointMethod,
  idealPointsKnown,
  type NearnessToPublished,
} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {type Gap, isGap, membersOf, nameOf, stateOf} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse, progress, readRepeatedTexts} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

const note =
  "One axis, the one that best orders the Assembly's votes; higher is nearer to how the United States vote. Bands hold 90 % of the draws. Every ASEAN state is nearer Russia than the United States on it: distance is context, not balancing.";

/** Chains whose R-hat is above this have not met (Gelman et al. 2013, Bayesian Data Analysis 3, section 11.5). */
const metBelow = 1.1;

/** So many votes that were not unanimous make a session worth showing unasked. */
const enoughVotes = 20;

/** Where the watch's states and powers stood in a session, and towards one another; worked out once and kept. */
export function idealPoints(
  options: CommonOptions & {
    readonly session?: string;
    readonly chains: string;
    readonly sweeps: string;
  },
): Promise<void> {
  const chains = countOf("--chains", options.chains, 1, 8);
  const sweeps = countOf("--sweeps", options.sweeps, 20, 100_000);
  const asked = options.session === undefined ? null : wholeNumber("--session", options.session);
  return inHouse(options, async (house) => {
    const points = await workedOut(house, options.ledger, {chains, sweeps});
    if (isGap(points)) return printGap(points, options.json === true);
    const session = asked ?? newestOf(points);
    if (!points.seats.some((seat) => seat.session === session))
      throw new InputError(
        `the ledger knows no votes of session ${session}`,
        `name one up to ${Math.max(...points.seats.map((seat) => seat.session))}`,
      );
    const published = await compareToPublished(points, house.ledger, house.asOf);
    const convergence = convergenceOf(points);
    const standing = standingIn(points, session, house);
    if (options.json === true)
      return printJson({
        asOf: house.asOf,
        method: idealPointMethod,
        plan: {chains, sweeps},
        draws: points.draws,
        session,
        note,
        ...standing,
        convergence,
        published,
      });
    print(house, session, standing);
    process.stdout.write(
      `\n${note}\n\n${points.draws} draws; R-hat at most ${convergence.rHatMax.toFixed(2)}, 99 % below ${convergence.rHat99.toFixed(2)}; effective size at least ${Math.round(convergence.effectiveSizeMin)}.\n`,
    );
    if (convergence.rHat99 > metBelow)
      process.stdout.write(
        "The chains have not wholly met: bands may be too narrow. More sweeps tell more, e.g. --sweeps 5000.\n",
      );
    tellPublished(published);
  });
}

function countOf(option: string, written: string, least: number, most: number): number {
  const count = wholeNumber(option, written);
  if (count >= least && count <= most) return count;
  throw new InputError(`${option} is ${count}`, `give a number from ${least} to ${most}`);
}

/** The first half is thrown away; of the rest as many are kept as make steady bands, and no more. */
function planOf(sweeps: number): ChainPlan {
  const burnIn = Math.floor(sweeps / 2);
  const keepEvery = Math.max(1, Math.floor((sweeps - burnIn) / keptBy(usualPlan)));
  return {...usualPlan, sweeps, burnIn, keepEvery};
}

/** The newest session that had begun in earnest: of one with a handful of votes little can be said. */
function newestOf({seats}: IdealPoints): number {
  const held = seats.filter(({votes}) => votes >= enoughVotes);
  return Math.max(...(held.length > 0 ? held : seats).map(({session}) => session));
}

async function workedOut(
  {ledger, asOf}: House,
  ledgerPath: string,
  {chains, sweeps}: {chains: number; sweeps: number},
): Promise<IdealPoints | Gap> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new InputError("stopped", "nothing was kept; run it again"));
  process.once("SIGINT", stop);
  let told = 0;
  try {
    return await idealPointsKnown({
      ledger,
      ledgerPath,
      asOf,
      chains,
      plan: planOf(sweeps),
      repeated: readRepeatedTexts(),
      work: true,
      signal: stopping.signal,
      progress: (done, of) => {
        if (done < of && done - told < of / 20) return;
        told = done;
        progress(`ideal points: ${done} of ${of} sweeps`);
      },
    });
  } finally {
    process.off("SIGINT", stop);
  }
}

function standingIn(points: IdealPoints, session: number, {watch, reference, asOf}: House) {
  const here = pointsInSession(points, session);
  const powers = watch.powers.filter((power) => stateOf(reference, power) !== undefined);
  const blocs = watch.powers.filter((power) => !powers.includes(power));
  const states = [...new Set([...watch.states, ...powers])];
  return {
    seats: points.seats.filter((seat) => seat.session === session).length,
    states: states.map((state) => ({
      state,
      votes:
        points.seats.find((seat) => seat.state === state && seat.session === session)?.votes ?? 0,
      point: here.point(state),
      rank: here.rank(state),
      distances: powers
        .filter((power) => power !== state)
        .map((power) => ({power, distance: here.distance(state, power)})),
    })),
    blocs: blocs.map((bloc) => ({bloc, ...here.bloc(membersOf(reference, bloc, asOf))})),
    nearer: watch.states.flatMap((state) =>
      pairs(powers)
        .filter((pair) => !pair.includes(state))
        .map(([a, b]) => ({
          state,
          a,
          b,
          probability: here.nearer(state, a, b),
          tilt: here.tilt(state, a, b),
        })),
    ),
    trails: watch.states.map((state) => ({
      state,
      points: points.seats.flatMap((seat, at) =>
        seat.state === state
          ? {session: seat.session, votes: seat.votes, point: drawnFrom(points.pointsOf(at))}
          : [],
      ),
    })),
  };
}

function pairs(powers: readonly string[]): (readonly [string, string])[] {
  return powers.flatMap((a, at) => powers.slice(at + 1).map((b) => [a, b] as const));
}

function convergenceOf(points: IdealPoints) {
  const all = points.seats.map((_, seat) => points.convergenceOf(seat));
  const rHats = all.map(({rHat}) => rHat).sort((a, b) => a - b);
  return {
    rHatMax: rHats.at(-1) ?? 0,
    rHat99: rHats[Math.floor(0.99 * (rHats.length - 1))] ?? 0,
    effectiveSizeMin: all.reduce(
      (least, {effectiveSize}) => Math.min(least, effectiveSize),
      Number.POSITIVE_INFINITY,
    ),
  };
}

const band = (figure: Drawn | Gap, digits = 2) =>
  isGap(figure)
    ? `gap: ${figure.why}`
    : `${figure.value.toFixed(digits)} [${figure.low.toFixed(digits)}, ${figure.high.toFixed(digits)}]`;

function print(
  {reference, watch}: House,
  session: number,
  {seats, states, blocs, nearer}: ReturnType<typeof standingIn>,
): void {
  const name = (party: string) => nameOf(reference, party);
  process.stdout.write(`Session ${session} (from September ${session + 1945})\n\n`);
  const powers = watch.powers.filter((power) => stateOf(reference, power) !== undefined);
  printTable(
    [
      "state",
      "votes",
      "point",
      `rank of ${seats}`,
      ...powers.map((power) => `from ${name(power)}`),
    ],
    [
      ...states.map(({state, votes, point, rank, distances}) => [
        name(state),
        String(votes),
        band(point),
        band(rank, 0),
        ...powers.map((power) => {
          const found = distances.find((one) => one.power === power);
          return found === undefined ? "" : band(found.distance);
        }),
      ]),
      ...blocs.map((bloc) =>
        "mean" in bloc
          ? [
              `${name(bloc.bloc)}, mean`,
              "",
              band(bloc.mean),
              `its members span ${bloc.span.value.toFixed(2)}`,
            ]
          : [name(bloc.bloc), "", `gap: ${bloc.why}`],
      ),
    ],
    40,
  );
  process.stdout.write("\n");
  printTable(
    ["state", "nearer to", "than to", "probability"],
    nearer.map(({state, a, b, probability}) => {
      if (isGap(probability)) return [name(state), name(a), name(b), `gap: ${probability.why}`];
      const [one, other, share] =
        probability >= 0.5 ? [a, b, probability] : [b, a, 1 - probability];
      return [name(state), name(one), name(other), share.toFixed(2)];
    }),
  );
}

function tellPublished(published: readonly NearnessToPublished[] | Gap): void {
  if (isGap(published)) {
    process.stdout.write(`Not held against published points: ${published.why}.\n`);
    process.stdout.write(`Would tell: ${published.wouldFill}.\n`);
    return;
  }
  process.stdout.write("\n");
  printTable(
    ["published series", "seats", "years", "correlation", "worst year", "inside its band"],
    published.map((one) => [
      one.series,
      String(one.seats),
      `${one.firstYear}-${one.lastYear}`,
      one.correlation.toFixed(3),
      `${one.worst.year}: ${one.worst.correlation.toFixed(3)}`,
      one.insideBandShare === null ? "" : `${(100 * one.insideBandShare).toFixed(0)} %`,
    ]),
  );
}

function printGap(found: Gap, json: boolean): void {
  if (json) printJson(found);
  else process.stdout.write(`gap: ${found.why}. Would fill it: ${found.wouldFill}.\n`);
}
