import {type GridPosterior, quantile, seedOf, standardDraws} from "../math/index.ts";
import type {
  Evidence,
  FactBook,
  Gap,
  Posture,
  Reference,
  StateCode,
  Watch,
} from "../world/index.ts";
import {gap, isGap, yearOf} from "../world/index.ts";
import {engagementAfter, engagementRecipe} from "./engagement-recipe.ts";
import {gatherKnown, type Known} from "./gather-known.ts";
import {balanceFigure} from "./icews-balance.ts";
import {icewsEvidence} from "./icews-evidence.ts";
import {icewsRecipe, notFollowed} from "./icews-series.ts";
import type {Pair, Partner} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import {
  bars,
  dualChance,
  dualUnderPrior,
  type PowerDraws,
  readPosture,
  tiltDraws,
} from "./read-posture.ts";
import {figureOf} from "./series-of.ts";
import type {EngagementYear} from "./weigh-pairs.ts";

const engagement = engagementRecipe("co-operative-engagement", {
  tells: "A place on the plane: co-operation with one power against expectation.",
  counted: "co-operative events",
});
const tilt = icewsRecipe(
  "tilt",
  "tilt",
  {
    tells: "Where a state stands between two powers in co-operation: +1 all with A, −1 all with B.",
    formula: "τ = (w(A) − w(B)) / (w(A) + w(B)) per draw, on co-operative engagement w.",
    after: engagementAfter,
    interval: "90 % of 401 draws; swapping the powers negates it to the last bit.",
    gapWhen: "Engagement with one of the two is a gap.",
  },
  2,
);

/** Recipes of the figures on the plane. */
export const postureRecipes = [engagement, tilt];

/** One more than a multiple of twenty, so that the 5th and 95th percentile are draws themselves. */
const draws = 401;

/**
 * Places on the plane "engagement with A × engagement with B" for each watched state and pair of powers: a trail of
 * the years that typed event counts cover, newest last, then one place that says what is not known since.
 */
export function postures(book: FactBook, watch: Watch, reference: Reference): Posture[] {
  const known = gatherKnown(book, watch, reference);
  const {years} = known.engagements();
  return known.watch.states.flatMap((state) =>
    polesOf(known, state, years.at(-1) ?? yearOf(book.asOf)).flatMap(([a, b]) => [
      ...years.map((year) => place(known, state, a, b, year)),
      unknownSince(known, state, a, b, years.at(-1)),
    ]),
  );
}

/** Pairs of powers; of an aggregate, those that are not part of it. */
function polesOf(known: Known, state: StateCode, year: number): [Partner, Partner][] {
  const poles = known.partners.filter(({id, optional}) => id !== state && !optional);
  return poles.flatMap((a, at) =>
    poles.slice(at + 1).flatMap((b): [Partner, Partner][] => {
      const members = new Set(a.membersIn(year));
      return b.membersIn(year).some((member) => members.has(member)) ? [] : [[a, b]];
    }),
  );
}

function place(known: Known, state: StateCode, a: Partner, b: Partner, year: number): Posture {
  const [pairA, pairB] = [
    {state, partner: a},
    {state, partner: b},
  ];
  const [ofA, ofB] = [pairA, pairB].map((pair) => known.engagements().of(pair).get(year));
  const figureOfPair = (pair: Pair, found: EngagementYear | undefined) =>
    found === undefined
      ? notFollowed(known, pair, year)
      : balanceFigure(known, "cooperation", pair, found, engagement);
  const engagementA = figureOfPair(pairA, ofA);
  const engagementB = figureOfPair(pairB, ofB);
  const base = {state, a: a.id, b: b.id, period: String(year), engagementA, engagementB};
  if (ofA === undefined || ofB === undefined || isGap(engagementA) || isGap(engagementB)) {
    const missing = [engagementA, engagementB].find(isGap) as Gap;
    return {...base, tilt: missing, reading: "unclear", note: `Not placed: ${missing.why}.`};
  }
  const [drawsA, drawsB] = [drawsOf(pairA, ofA), drawsOf(pairB, ofB)];
  const tilts = tiltDraws(drawsA, drawsB).sort();
  return {
    ...base,
    tilt: figureOf(tilt, {
      value: quantile(tilts, 0.5),
      interval: {low: quantile(tilts, 0.05), high: quantile(tilts, 0.95)},
      intervalNote: `90 % of ${draws} draws`,
      coverage: `co-operative events only; +1 is all towards ${a.name}, −1 all towards ${b.name}`,
      vintage: String(year),
      evidence: tiltEvidence(known, [pairA, ofA], [pairB, ofB]),
    }),
    reading: readPosture(drawsA, drawsB),
    note: noteOf([a, ofA, drawsA], [b, ofB, drawsB]),
  };
}

/** The co-operative events of both pairs, which the tilt is made of. */
function tiltEvidence(known: Known, ...sides: readonly (readonly [Pair, EngagementYear])[]) {
  const rows = sides.flatMap(([, {events}]) => events.rows);
  const told = sides.map(
    ([{partner}, {events}]) => `${events.observed.cooperation} with ${partner.name}`,
  );
  const [pair, {events}] = sides[0] as readonly [Pair, EngagementYear];
  if (rows.length === 0) return sides.map(([one, year]) => icewsEvidence(known, one, year.events));
  const evidence: Evidence = {
    kind: "rows",
    dataset: "icews-pairs",
    where: [{column: "row", in: rows}],
    count: rows.length,
    quote: `Co-operative events of ${known.name(pair.state)} in ${events.year}: ${told.join(", ")}.`,
    reaches: [
      inColumn(pair.state, "source, target"),
      ...sides.map(([{partner}, year]) =>
        year.events.rows.length === 0
          ? searchedFor(partner.id, "source, target")
          : partnerInColumn(partner, "source, target", year.events.members, String(events.year)),
      ),
    ],
    vintage: String(events.year),
  };
  return [evidence];
}

/** Draws that depend on the pair and year alone, so that they are the same whichever power is named first. */
function drawsOf({state, partner}: Pair, year: EngagementYear): PowerDraws {
  const of = (kind: "cooperation" | "conflict") => {
    const random = standardDraws(seedOf(state, partner.id, year.events.year, kind));
    const posterior: GridPosterior = year[kind];
    return Float64Array.from({length: draws}, () => Math.exp(posterior.quantile(random.uniform())));
  };
  return {cooperation: of("cooperation"), conflict: of("conflict")};
}

type Side = readonly [Partner, EngagementYear, PowerDraws];

function noteOf(a: Side, b: Side): string {
  const counts = [a, b].map(
    ([{name}, {events}]) =>
      `${events.observed.cooperation} co-operative and ${events.observed.conflict} conflictual events with ${name}`,
  );
  const [low, at, high] = bars.map((bar) => dualChance(a[2], b[2], bar).toFixed(2));
  const spreads = [a, b].flatMap(([partner, {events}]) => {
    if (partner.kind === "state" || events.byMember.length < 2) return [];
    const sorted = [...events.byMember].sort((x, y) => x.value - y.value);
    const [least, most] = [sorted[0], sorted.at(-1)];
    return [
      `${partner.name} is not one: log ratios of its ${sorted.length} members run from ${least?.value.toFixed(1)} (${least?.state}) to ${most?.value.toFixed(1)} (${most?.state}).`,
    ];
  });
  return [
    `Volume is attention, not alignment. ${counts.join("; ")}.`,
    `Chance of dual engagement ${at} (${dualUnderPrior.toFixed(2)} before any data; ${low} and ${high} with the bar at ${bars[0]} and ${bars[2]} times expectation).`,
    ...spreads,
  ].join(" ");
}

function unknownSince(
  known: Known,
  state: StateCode,
  a: Partner,
  b: Partner,
  last: number | undefined,
): Posture {
  const {asOf, datasets} = known.book;
  const now = yearOf(asOf);
  const period = last === undefined ? String(now) : `${last + 1}-${now}`;
  const why = datasets.has("icews-pairs")
    ? `typed, directed event counts end in ${last}; the press series that follows is no count and tells no co-operation`
    : `the ledger did not hold icews-pairs on ${asOf}`;
  const fill = "coded events after 2014: POLECAT or ICEWS to date, imported, or articles read";
  const towards = (partner: Partner) =>
    gap(`engagement of ${known.name(state)} with ${partner.name}, ${period}`, why, fill);
  return {
    state,
    a: a.id,
    b: b.id,
    period,
    engagementA: towards(a),
    engagementB: towards(b),
    tilt: gap(`tilt of ${known.name(state)} between ${a.name} and ${b.name}, ${period}`, why, fill),
    reading: "unclear",
    note: `Not placed: ${why}. Votes, trade and arms stand beside, each for itself.`,
  };
}
