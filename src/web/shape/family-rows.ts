import {amount, intervalWords} from "./number-words.ts";
import type {Family} from "./series-families.ts";

/** The numbers behind a family of small multiples, newest first; a gap says why. */
export function familyRows(
  {panels}: Family,
  nameOf: (party: string) => string,
): readonly (readonly string[])[] {
  return panels.flatMap(({state, series}) =>
    series.flatMap(({partner, points}) =>
      points.toReversed().map(({period, figure}) => {
        const who = [nameOf(state), partner === null ? "all partners" : nameOf(partner), period];
        if (figure.kind === "gap") return [...who, "not known", figure.why, ""];
        const interval = intervalWords(figure) ?? figure.intervalNote;
        return [...who, amount(figure.value, figure.unit), interval, figure.vintage];
      }),
    ),
  );
}
