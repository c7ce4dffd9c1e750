import type {Evidence} from "../world/index.ts";
import type {Known} from "./gather-known.ts";
import type {PairEvents, Typed} from "./index-pair-events.ts";
import type {Pair} from "./partner.ts";
import {inColumn, partnerInColumn, searchedFor} from "./reaches.ts";

const tell = ({cooperation, conflict}: Typed) =>
  `${cooperation} co-operative, ${conflict} conflictual`;

/** The pair's own rows of a year, with what was expected from the margins; a search where ICEWS coded nothing. */
export function icewsEvidence(
  known: Known,
  {state, partner}: Pair,
  {year, members, rows, acts, met, expected, world}: PairEvents,
): Evidence {
  const from = known.name(state);
  const margins = `expected from all else they did, of ${world} in the world: ${Math.round(expected.cooperation)}, ${Math.round(expected.conflict)}`;
  if (rows.length === 0)
    return {
      kind: "searched",
      datasets: ["icews-pairs"],
      where: [
        {column: "year", in: [year]},
        {column: "source", in: [state, ...members]},
        {column: "target", in: [state, ...members]},
      ],
      quote: `No event coded between ${from} and ${partner.name} in ${year}; ${margins}.`,
      reaches: [searchedFor(state, "source, target"), searchedFor(partner.id, "source, target")],
    };
  return {
    kind: "rows",
    dataset: "icews-pairs",
    where: [{column: "row", in: rows}],
    count: rows.length,
    quote: `${year}, ${from} to ${partner.name}: ${tell(acts)}; back: ${tell(met)}; ${margins}.`,
    reaches: [
      inColumn(state, "source, target"),
      partnerInColumn(partner, "source, target", members, String(year)),
    ],
    vintage: String(year),
  };
}

/** The pair's rows of some kind of event over several years, as one; a search where none has a row. */
export function icewsSpanEvidence(
  known: Known,
  {state, partner}: Pair,
  years: readonly PairEvents[],
  kind: keyof Typed,
): Evidence {
  const rows = years.flatMap((one) => one.rows);
  const members = [...new Set(years.flatMap((one) => one.members))];
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const word = kind === "cooperation" ? "co-operative" : "conflictual";
  const told = years.map(({year, observed}) => `${year} ${observed[kind]}`).join(", ");
  const quote = `Events between ${known.name(state)} and ${partner.name}, ${word}: ${told}.`;
  if (rows.length === 0)
    return {
      kind: "searched",
      datasets: ["icews-pairs"],
      where: [
        {column: "year", from: first, to: last},
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
      partnerInColumn(partner, "source, target", members, String(last)),
    ],
    vintage: String(last),
  };
}
