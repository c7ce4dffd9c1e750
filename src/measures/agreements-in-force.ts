import type {Agreement, Day, Evidence, Series, StateCode} from "../world/index.ts";
import {lastDayOf, yearOf} from "../world/index.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, pointsByYear, seriesOf} from "./series-of.ts";

const recipe: Recipe = {
  id: "agreements-in-force",
  version: 1,
  unit: "count",
  sector: "trade",
  needs: ["agreements", "agreement-members"],
  card: {
    tells: "How many trade agreements both have in force at the end of a year.",
    formula:
      "Σ over agreements a of 1[in force by 31 December] · 1[state in a] · 1[partner, or a member of it, in a]; depth is not weighed.",
    after: "DESTA (Dür, Baccini & Elsig 2014) and HUGGO (Many*Trade).",
    interval: completeCount,
    gapWhen:
      "Never beside a missing dataset: no agreement is a recorded none, with the search that found none.",
  },
};

/** Every fifth year is enough to see a count that moves seldom. */
const every = 5;
const from = 1995;

/** Trade agreements in force between a state and a partner at the end of a year. */
export const agreementsInForce: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const card = known.reference.datasets.find(({id}) => id === "agreements");
  const last = Math.min(
    yearOf(known.book.asOf),
    Number((card?.coverage.to ?? known.book.asOf).slice(0, 4)),
  );
  const years: number[] = [];
  for (let year = from; year < last; year += every) years.push(year);
  years.push(last);
  const ends = card === undefined ? "" : `; the compilation ends ${card.coverage.to}`;
  return pairsOf(known).map(({state, partner}) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner,
        title: `Trade agreements in force between ${known.name(state)} and ${partner.name}`,
        note: "Agreements that both have in force at the end of the year, as DESTA and HUGGO list them; depth is not weighed. Of a bloc, those of the bloc itself or of any member.",
      },
      () =>
        pointsByYear(years, (year) => {
          const parties = partiesOf(partner, state, year);
          const on = lastDayOf(year);
          const found = known.book.agreements.filter((one) => inForce(one, state, parties, on));
          return figureOf(recipe, {
            value: found.length,
            intervalNote: "complete count",
            coverage: `of ${known.book.agreements.length} agreements with a watched state${ends}`,
            vintage: String(year),
            evidence: [evidenceOf(known, found, {state, partner, parties, year})],
          });
        }),
    ),
  );
}

/** Blocs sign as themselves ("EU"), so the partner's own id counts beside its members. */
function partiesOf(partner: Partner, state: StateCode, year: number): readonly string[] {
  return [...new Set([partner.id, ...othersIn(partner, state, year)])];
}

/** Whether a state and any of the parties have an agreement in force on a day. */
export function inForce(
  {inForce: start, ended, members}: Agreement,
  state: StateCode,
  parties: readonly string[],
  on: Day,
): boolean {
  if (start === null || start > on || (ended !== null && ended <= on)) return false;
  return members.includes(state) && parties.some((party) => members.includes(party));
}

function evidenceOf(
  known: Known,
  found: readonly Agreement[],
  {
    state,
    partner,
    parties,
    year,
  }: {state: StateCode; partner: Partner; parties: readonly string[]; year: number},
): Evidence {
  const heads = `${known.name(state)} and ${partner.name} at the end of ${year}`;
  const present = parties.filter((party) => found.some(({members}) => members.includes(party)));
  if (found.length === 0)
    return {
      kind: "searched",
      datasets: ["agreements", "agreement-members"],
      where: [],
      quote: `No trade agreement in force between ${heads}.`,
      reaches: [searchedFor(state, "state"), searchedFor(partner.id, "state")],
    };
  return {
    kind: "rows",
    dataset: "agreement-members",
    where: [
      {column: "id", in: found.map(({id}) => id)},
      {column: "state", in: [state, ...present]},
    ],
    count: found.reduce(
      (sum, {members}) =>
        sum + [state, ...present].filter((party) => members.includes(party)).length,
      0,
    ),
    quote: `In force between ${heads}: ${listTitles(found)}.`,
    reaches: [
      inColumn(state, "state"),
      present.includes(partner.id)
        ? inColumn(partner.id, "state")
        : partnerInColumn(partner, "state", present, String(year)),
    ],
    vintage: String(year),
  };
}

/** Titles that a quote names before it only counts. */
const shownTitles = 5;

function listTitles(found: readonly Agreement[]): string {
  const shown = found.slice(0, shownTitles).map(({title}) => title);
  const more = found.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
