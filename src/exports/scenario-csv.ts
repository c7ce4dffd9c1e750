import {type ShockOutcome, toldFigures} from "../options/index.ts";
import {csvLines} from "./to-csv.ts";

const columns = [
  "state",
  "name",
  "figure",
  "unit",
  "change",
  "low90",
  "high90",
  "before",
  "after",
  "members",
  "lowest_member",
  "lowest",
  "highest_member",
  "highest",
  "base",
  "base_year",
  "heading",
];

/**
 * Each figure of each state and each bloc in a row, two significant figures; a bloc's says how many members are in it and
 * which of them lie furthest apart. Each row says its base, so that none is read without it.
 */
export function scenarioCsv(outcome: ShockOutcome, nameOf: (party: string) => string): string {
  const {figures, rows, blocs} = toldFigures(outcome, nameOf);
  const {base, heading} = outcome;
  return csvLines([
    columns,
    ...[...rows.map((row) => ({...row, members: null, spread: null})), ...blocs].flatMap(
      ({state, changes, members, spread}) =>
        figures.map(({label, unit}, at) => {
          const change = changes[at] ?? null;
          const [lowest, highest] = spread?.[at] ?? [];
          return [
            state,
            nameOf(state),
            label,
            unit,
            rounded(change?.value),
            rounded(change?.interval?.low),
            rounded(change?.interval?.high),
            rounded(change?.level?.before),
            rounded(change?.level?.after),
            members?.length ?? null,
            lowest?.state ?? null,
            rounded(lowest?.value),
            highest?.state ?? null,
            rounded(highest?.value),
            base.matrix,
            base.year,
            heading,
          ];
        }),
    ),
  ]);
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toPrecision(2));
