import type {Bloc, Day, Evidence, Membership, Series, StateCode} from "../world/index.ts";
import {lastDayOf, listWords, membersOf, yearOf} from "../world/index.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {othersIn, type Pair} from "./partner.ts";
import {searchedFor} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";
import {tellSpread} from "./tell-amount.ts";

const recipe: Recipe = {
  id: "shared-bodies",
  version: 1,
  unit: "count",
  sector: "diplomacy",
  needs: [],
  card: {
    tells: "To how many organisations both belong as members at the end of a year.",
    formula:
      "Σ over the organisations of reference/memberships.csv of 1[state is a member] · 1[partner is; of a bloc, at least half of its other members are], on 31 December, or on the day asked for in its year.",
    after:
      "reference/memberships.csv, each row with its source: founding acts, registers of members.",
    interval: completeCount,
    gapWhen:
      "Never: the organisations that are kept are kept with all their members, so that none in common is a recorded none.",
  },
};

/** Every fifth year shows a count that moves seldom; the years of each change stand in the accession paths. */
const every = 5;
const from = 1995;

/** Organisations to which a state and a partner both belong, by year. */
export const sharedBodies: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const {asOf} = known.book;
  const organisations = known.reference.blocs.filter(({kind}) => kind === "organisation");
  const last = yearOf(asOf);
  const years: number[] = [];
  for (let year = from; year < last; year += every) years.push(year);
  years.push(last);
  return pairsOf(known).map((pair) =>
    seriesOf(
      known,
      recipe,
      {
        ...pair,
        title: `Organisations to which ${known.name(pair.state)} and ${pair.partner.name} both belong`,
        note: `Of ${organisations.length} organisations whose members are kept by date; large and small ones count alike, and belonging says nothing of what is done there.`,
      },
      () =>
        pointsByYear(years, (year) => {
          const end = lastDayOf(year);
          const on = [end, asOf].sort()[0] ?? asOf;
          const shared = organisations.filter(({id}) => shares(known, pair, id, on));
          return figureOf(recipe, {
            value: shared.length,
            intervalNote: "complete count",
            coverage: [
              `of ${organisations.length} organisations: ${listWords(
                shared.map(({name}) => name),
                organisations.length,
              )}`,
              spreadOf(known, pair, organisations, on),
            ]
              .filter((part) => part !== "")
              .join("; "),
            vintage: String(year),
            evidence: evidenceOf(known, pair, shared, on),
          });
        }),
    ),
  );
}

/** A bloc shares a body with a state where at least half of its members, without the state, belong. */
function shares(known: Known, {state, partner}: Pair, body: string, on: Day): boolean {
  if (body === partner.id) return false;
  const inside = new Set(membersOf(known.reference, body, on));
  if (!inside.has(state)) return false;
  const others = othersIn(partner, state, yearOf(on));
  return others.length > 0 && 2 * others.filter((one) => inside.has(one)).length >= others.length;
}

/** How many each member of a bloc shares with the state. */
function spreadOf(
  {reference}: Known,
  {state, partner}: Pair,
  organisations: readonly Bloc[],
  on: Day,
): string {
  if (partner.kind === "state") return "";
  const inside = organisations
    .filter(({id}) => id !== partner.id)
    .map(({id}) => membersOf(reference, id, on))
    .filter((members) => members.includes(state));
  const counts = othersIn(partner, state, yearOf(on)).map((member) => ({
    state: member,
    value: inside.filter((members) => members.includes(member)).length,
  }));
  return tellSpread(counts, String);
}

function evidenceOf(
  known: Known,
  {state, partner}: Pair,
  shared: readonly Bloc[],
  on: Day,
): Evidence[] {
  const heads = `${known.name(state)} and ${partner.name}`;
  if (shared.length === 0)
    return [
      {
        kind: "searched",
        datasets: [],
        where: [{column: "state", in: [state]}],
        quote: `No organisation kept in memberships.csv had both ${heads} on ${on}.`,
        reaches: [searchedFor(state, "state"), searchedFor(partner.id, "state")],
      },
    ];
  return shared.flatMap(({id}) =>
    standing(known, id, state, on).map(
      ({bloc, from: since, source}): Evidence => ({
        kind: "reference",
        table: "memberships",
        key: `${bloc}/${state}/${since}`,
        quote: `${heads} both belonged to ${known.name(bloc)} on ${on}; ${known.name(state)} since ${since}.`,
        source,
        reaches: [
          {party: state, how: "column", by: `state: ${state}`},
          {party: partner.id, how: "member-of", by: `state: ${partner.id}, of ${bloc}`},
        ],
      }),
    ),
  );
}

function standing(known: Known, body: string, state: StateCode, on: Day): Membership[] {
  return known.reference.memberships.filter(
    (one) =>
      one.bloc === body &&
      one.state === state &&
      one.role === "member" &&
      one.from <= on &&
      (one.to === null || one.to > on),
  );
}
