import type {Day, PledgeBook, ToldStep, TrackRow} from "../world/index.ts";
import {day, lastDayOf, sentence, yearOf} from "../world/index.ts";
import type {Thread} from "./thread.ts";

/**
 * Rows entered by hand, each with its source; those that lie after the day are left out. What a track tells is public on
 * its day and the tables keep no other date, so that is when it was known: of a month or a year, at its end.
 */
export function pledgesFromTracks({rows, rules}: PledgeBook, asOf: Day): Thread[] {
  return rows.flatMap((row) => {
    if (row.when === null || knownOn(row, row.when) > asOf) return [];
    const {by, to, kind, pledge, sector} = row;
    const text = sentence(`${row.text}.`);
    return [
      {
        key: pledge,
        kind,
        text,
        by,
        to,
        sectors: [sector],
        steps: [stepOf(row, row.when, text, rules.get(kind)?.keptAt === row.stage)],
        knownUntil: asOf,
        specimen: false,
      },
    ];
  });
}

/** The last day on which what the row tells may have come. */
function knownOn({precision}: TrackRow, when: Day): Day {
  if (precision === "day") return when;
  if (precision === "year") return lastDayOf(yearOf(when));
  const [year, month] = when.split("-").map(Number) as [number, number];
  return day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10));
}

function stepOf(row: TrackRow, when: Day, text: string, isWhole: boolean): ToldStep {
  const {stage, precision, track, line, source, by, to} = row;
  return {
    stage,
    when,
    precision,
    part: isWhole ? 1 : null,
    text,
    because: [],
    evidence: [
      {
        kind: "reference",
        table: `tracks/${track}`,
        key: `row ${line}`,
        quote: text,
        source,
        reaches: [
          ...by.map((party) => ({party, how: "column" as const, by: `by: ${party}`})),
          ...to.map((party) => ({party, how: "column" as const, by: `to: ${party}`})),
        ],
      },
    ],
    knownOn: knownOn(row, when),
  };
}
