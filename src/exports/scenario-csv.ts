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
  "base",
  "base_year",
  "heading",
];

/** Each figure of each state in a row, two significant figures; each row says its base, so that none is read without it. */
export function scenarioCsv(outcome: ShockOutcome, nameOf: (party: string) => string): string {
  const {figures, rows} = toldFigures(outcome, nameOf);
  const {base, heading} = outcome;
  return csvLines([
    columns,
    ...rows.flatMap(({state, changes}) =>
      figures.map(({label, unit}, at) => {
        const change = changes[at] ?? null;
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
