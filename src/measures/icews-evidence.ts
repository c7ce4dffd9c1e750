import type {Evidence, StateCode} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import type {PairEvents, Typed} from "./index-pair-events.ts";
import type {Pair} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";

const tell = ({cooperation, conflict}: Typed) =>
  `${cooperation} co-operative, ${conflict} conflictual`;

/** The pair's own rows of a year, with what was expected from the margins; a search where ICEWS coded nothing. */
export function icewsEvidence(
  known: Known,
  pair: Pair,
  {year, members, rows, acts, met, expected, world}: PairEvents,
): Evidence {
  const [from, to] = [known.name(pair.state), pair.partner.name];
  const margins = `expected from all else they did, of ${world} in the world: ${Math.round(expected.cooperation)}, ${Math.round(expected.conflict)}`;
  const quote =
    rows.length === 0
      ? `No event coded between ${from} and ${to} in ${year}; ${margins}.`
      : `${year}, ${from} to ${to}: ${tell(acts)}; back: ${tell(met)}; ${margins}.`;
  return pairEvidence(pair, {rows, members, quote, years: {in: [year]}, vintage: String(year)});
}

/** The pair's rows of some kind of event over several years, as one; a search where none has a row. */
export function icewsSpanEvidence(
  known: Known,
  pair: Pair,
  years: readonly PairEvents[],
  kind: keyof Typed,
): Evidence {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const word = kind === "cooperation" ? "co-operative" : "conflictual";
  const told = years.map(({year, observed}) => `${year} ${observed[kind]}`).join(", ");
  return pairEvidence(pair, {
    rows: years.flatMap((one) => one.rows),
    members: [...new Set(years.flatMap((one) => one.members))],
    quote: `Events between ${known.name(pair.state)} and ${pair.partner.name}, ${word}: ${told}.`,
    years: {from: first, to: last},
    vintage: String(last),
  });
}

function pairEvidence(
  {state, partner}: Pair,
  found: {
    readonly rows: readonly number[];
    readonly members: readonly StateCode[];
    readonly quote: string;
    readonly years: {readonly in: readonly number[]} | {readonly from: number; readonly to: number};
    readonly vintage: string;
  },
): Evidence {
  const {rows, members, quote, years, vintage} = found;
  if (rows.length === 0)
    return {
      kind: "searched",
      datasets: ["icews-pairs"],
      where: [
        {column: "year", ...years},
        {column: "source", in: [state, ...members]},
        {column: "target", in: [state, ...members]},
      ],
      quote,
      reaches: [searchedFor(state, "source, target"), searchedFor(partner.id, "source, target")],
    };
  return {
    kind: "rows",
    dataset: "icews-pairs",
    where: [{column: "row", in: rows}],
    count: rows.length,
    quote,
    reaches: [
      inColumn(state, "source, target"),
      partnerInColumn(partner, "source, target", members, vintage),
    ],
    vintage,
  };
}
