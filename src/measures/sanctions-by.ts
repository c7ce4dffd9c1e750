import type {Evidence, PartyId, SanctionYear, Series, StateCode} from "../world/index.ts";
import {gap} from "../world/index.ts";
import {firstYear} from "./first-year.ts";
import {type Known, pairsOf} from "./gather-known.ts";
import {othersIn, type Partner} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";
import {completeCount, type Measure, type Recipe} from "./recipe.ts";
import {figureOf, type Point, seriesOf} from "./series-of.ts";

const recipe: Recipe = {
  id: "sanctions-by",
  version: 1,
  unit: "kinds",
  sector: null,
  needs: ["sanctions-panel"],
  card: {
    tells: "How many kinds of sanction a partner has in force against a state.",
    formula:
      "|∪ kinds over recorded senders that are the partner or its members|, of trade, arms, military, financial and travel.",
    after:
      "Global Sanctions Data Base (Felbermayr and others 2020; Syropoulos and others 2024), senders USA, GBR, DEU, FRA, ITA, CAN, JPN, EU, 1960-2021.",
    interval: completeCount,
    gapWhen:
      "The partner is no recorded sender, or the state is one of the seven that are senders.",
  },
};

/** Senders that the panel records, as its card states: for others, and against the seven states, it knows nothing. */
const senders: readonly PartyId[] = ["USA", "GBR", "DEU", "FRA", "ITA", "CAN", "JPN", "EU"];
/** Years that the panel records; a year without a row in them is a recorded none. */
const lastYear = 2021;

/** Kinds of sanction that each partner had in force against a watched state, and against each power, by year. */
export const sanctionsBy: Measure = {recipes: [recipe], series: allSeries};

function allSeries(known: Known): Series[] {
  const powers = known.partners.filter(({kind, optional}) => kind === "state" && !optional);
  const targets = [...new Set([...known.watch.states, ...powers.map(({id}) => id)])];
  const pairs = [
    ...pairsOf(known),
    ...targets
      .filter((state) => !known.watch.states.includes(state))
      .flatMap((state) =>
        known.partners
          .filter(
            (partner) => partner.id !== state && sendersOf(partner, state, lastYear).length > 0,
          )
          .map((partner) => ({state, partner})),
      )
      .filter(({state}) => !isSenderState(state)),
  ];
  return pairs.map(({state, partner}) =>
    seriesOf(
      known,
      recipe,
      {
        state,
        partner,
        title: `Sanctions of ${partner.name} against ${known.name(state)}`,
        note: "Kinds in force in the year, of trade, arms, military, financial and travel, as the Global Sanctions Data Base has them. It ends in 2021, before the measures of 2022, and counts kinds, not weight.",
      },
      () => pointsOf(known, state, partner),
    ),
  );
}

function isSenderState(state: StateCode): boolean {
  return senders.includes(state);
}

/** The recorded senders that a partner is or has as members. A bloc that is itself a sender acts as itself. */
function sendersOf(partner: Partner, state: StateCode, year: number): readonly PartyId[] {
  if (senders.includes(partner.id)) return [partner.id];
  if (partner.kind === "state") return [];
  const members = othersIn(partner, state, year).filter((one) => senders.includes(one));
  return members;
}

function pointsOf(known: Known, state: StateCode, partner: Partner): Point[] {
  if (isSenderState(state) || sendersOf(partner, state, lastYear).length === 0)
    return [
      {
        period: String(lastYear),
        figure: gap(
          `sanctions of ${partner.name} against ${known.name(state)}`,
          `the panel records ${senders.join(", ")} as senders, and none of the seven states as a target`,
          "a sanctions record of other senders",
        ),
      },
    ];
  const against = known.book.sanctions.filter((row) => row.target === state);
  const rowsIn = (year: number) => {
    const from = sendersOf(partner, state, year);
    return {
      from,
      rows: against.filter((row) => row.year === year && from.includes(row.sender)),
    };
  };
  let first = firstYear;
  while (first < lastYear && rowsIn(first).rows.length === 0) first += 1;
  const points: Point[] = [];
  for (let year = first; year <= lastYear; year++) {
    const {from, rows} = rowsIn(year);
    points.push({
      period: String(year),
      figure: figureOf(recipe, {
        value: new Set(rows.flatMap(({kinds}) => kinds)).size,
        intervalNote: "complete count of the panel",
        coverage:
          partner.kind === "aggregate"
            ? `${rows.length} of ${from.length} recorded senders among the members: ${rows.map(({sender}) => sender).join(", ") || "none"}`
            : "1 of 1 sender recorded",
        vintage: String(year),
        evidence: [
          evidenceOf(known, {
            state,
            partner,
            from,
            year,
            since: year === first ? firstYear : year,
            rows,
          }),
        ],
      }),
    });
  }
  return points;
}

function evidenceOf(
  known: Known,
  {
    state,
    partner,
    from,
    year,
    since,
    rows,
  }: {
    state: StateCode;
    partner: Partner;
    from: readonly PartyId[];
    year: number;
    /** The first point also speaks for the years before it, in which there was none. */
    since: number;
    rows: readonly SanctionYear[];
  },
): Evidence {
  const parties = [
    {column: "target", in: [state]},
    {column: "sender", in: from},
  ];
  if (rows.length === 0)
    return {
      kind: "searched",
      datasets: ["sanctions-panel"],
      where: [...parties, {column: "year", from: since, to: year}],
      quote: `No sanction of ${partner.name} against ${known.name(state)} ${since === year ? `in ${year}` : `from ${since} to ${year}`}.`,
      reaches: [searchedFor(state, "target"), searchedFor(partner.id, "sender")],
    };
  const told = rows.map(({sender, kinds}) => `${sender} ${kinds.join(", ")}`).join("; ");
  const itself = from.includes(partner.id);
  return {
    kind: "rows",
    dataset: "sanctions-panel",
    where: [...parties, {column: "year", in: [year]}],
    count: rows.length,
    quote: `In force against ${known.name(state)} in ${year}: ${told}.`,
    reaches: [
      inColumn(state, "target"),
      itself
        ? inColumn(partner.id, "sender")
        : partnerInColumn(
            partner,
            "sender",
            rows.map(({sender}) => sender),
            String(year),
          ),
    ],
    vintage: String(year),
  };
}
