import {
  type ChainPlan,
  type Drawn,
  type IdealPoints,
  keptBy,
  usualPlan,
} from "../../models/index.ts";
import {
  chainsAgree,
  compareToPublished,
  idealPointMethod,
  idealPointNote,
  idealPointsKnown,
  type NearnessToPublished,
  newestSession,
  type PointsStanding,
  pointsStanding,
} from "../../pipeline/index.ts";
import {InputError} from "../../sources/index.ts";
import {type Gap, isGap, nameOf, stateOf} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse, progress, readRepeatedTexts} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

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
    const session = asked ?? newestSession(points);
    if (!points.seats.some((seat) => seat.session === session))
      throw new InputError(
        `the ledger knows no votes of session ${session}`,
        `name one up to ${Math.max(...points.seats.map((seat) => seat.session))}`,
      );
    const published = await compareToPublished(points, house.ledger, house.asOf);
    const convergence = chainsAgree(points);
    const standing = pointsStanding(points, session, house);
    if (options.json === true)
      return printJson({
        asOf: house.asOf,
        method: idealPointMethod,
        plan: {chains, sweeps},
        draws: points.draws,
        note: idealPointNote,
        ...standing,
        convergence,
        published,
      });
    print(house, standing);
    process.stdout.write(
      `\n${idealPointNote}\n\n${points.draws} draws; R-hat at most ${convergence.rHatMax.toFixed(2)}, 99 % below ${convergence.rHat99.toFixed(2)}; effective size at least ${Math.round(convergence.effectiveSizeMin)}.\n`,
    );
    if (!convergence.met)
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

const band = (figure: Drawn | Gap, digits = 2) =>
  isGap(figure)
    ? `gap: ${figure.why}`
    : `${figure.value.toFixed(digits)} [${figure.low.toFixed(digits)}, ${figure.high.toFixed(digits)}]`;

function print(
  {reference, watch}: House,
  {session, seats, states, blocs, nearer}: PointsStanding,
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
