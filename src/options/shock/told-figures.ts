import type {
  DrawnInterval,
  drawnFactors,
  drawnPairs,
  ShockOutcome,
  StateOutcome,
} from "./shock-outcome.ts";

/** A figure of an outcome as a reader sees it. */
export interface ToldFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: "percent" | "points" | "index";
}

/** One figure of one state. `value` is the change; `before` and `after` stand where the figure has a level. */
export interface ToldChange {
  readonly value: number;
  /** 90 % of the draws; null where none were asked for, or a draw had no such figure. */
  readonly interval: {readonly low: number; readonly high: number} | null;
  readonly level: {readonly before: number; readonly after: number} | null;
}

/** The member of a bloc in which a figure moves least or most. */
export interface ToldMember {
  readonly state: string;
  readonly value: number;
}

/** A bloc as one row, with the spread of its members beside each figure. */
export interface ToldBloc {
  readonly state: string;
  readonly members: readonly string[];
  readonly absent: readonly string[];
  readonly changes: readonly (ToldChange | null)[];
  /** Lowest and highest member, figure by figure; null where no member has the figure. */
  readonly spread: readonly (readonly [lowest: ToldMember, highest: ToldMember] | null)[];
}

export interface ToldOutcome {
  readonly figures: readonly ToldFigure[];
  /** State by state, a change for each figure in their order; null is what there is none of: no imports before, itself. */
  readonly rows: readonly {
    readonly state: string;
    readonly changes: readonly (ToldChange | null)[];
  }[];
  readonly blocs: readonly ToldBloc[];
}

const factors: readonly (readonly [(typeof drawnFactors)[number], string, string])[] = [
  ["realIncome", "real-income", "real income"],
  ["realSpending", "real-spending", "real spending, the trade deficit included"],
  ["wage", "wages", "wages"],
  ["realWage", "real-wages", "real wages"],
  ["price", "prices", "consumer prices"],
  ["exports", "exports", "exports"],
  ["imports", "imports", "imports"],
];

const pairs: readonly (readonly [
  (typeof drawnPairs)[number],
  string,
  string,
  ToldFigure["unit"],
])[] = [
  ["tariffRevenuePercentOfIncome", "tariff-revenue", "tariff revenue, % of income", "points"],
  [
    "importConcentration",
    "import-concentration",
    "concentration of imports (HHI, 0 to 1)",
    "index",
  ],
];

/**
 * What a scenario changes, figure by figure: factors as per cent, figures with a level as their difference.
 *
 * @param nameOf name of a power.
 */
export function toldFigures(
  {states, blocs}: Pick<ShockOutcome, "states" | "blocs">,
  nameOf: (party: string) => string,
): ToldOutcome {
  const powers = [...new Set(states.flatMap(({reliance}) => reliance.map(({power}) => power)))];
  const changesOf = (state: StateOutcome) => [
    ...factors.map(([key]) => ofFactor(state[key], state.intervals?.[key] ?? null)),
    ...pairs.map(([key]) => ofPair(state[key], state.intervals?.[key] ?? null)),
    ...powers.flatMap((power) => ofPower(state, power)),
  ];
  const rows = states.map((state) => ({state: state.state, changes: changesOf(state)}));
  return {
    figures: [
      ...factors.map(([, id, label]) => ({id, label, unit: "percent" as const})),
      ...pairs.map(([, id, label, unit]) => ({id, label, unit})),
      ...powers.flatMap((power) => [
        {
          id: `purchases-from-${power}`,
          label: `share of purchases that comes from ${nameOf(power)}, %`,
          unit: "points" as const,
        },
        {
          id: `sales-to-${power}`,
          label: `share of sales that goes to ${nameOf(power)}, %`,
          unit: "points" as const,
        },
      ]),
    ],
    rows,
    blocs: blocs.map((bloc) => {
      const changes = changesOf(bloc);
      const own = rows.filter(({state}) => bloc.members.includes(state));
      return {
        ...{state: bloc.state, members: bloc.members, absent: bloc.absent, changes},
        spread: changes.map((_, at) => spreadOf(own, at)),
      };
    }),
  };
}

function spreadOf(rows: ToldOutcome["rows"], at: number): ToldBloc["spread"][number] {
  const told = rows
    .flatMap(({state, changes}) => {
      const value = changes[at]?.value;
      return value === undefined ? [] : {state, value};
    })
    .sort((a, b) => a.value - b.value);
  const [lowest, highest] = [told[0], told.at(-1)];
  return lowest === undefined || highest === undefined ? null : [lowest, highest];
}

function ofFactor(factor: number | null, drawn: DrawnInterval | null): ToldChange | null {
  if (factor === null) return null;
  const percent = (of: number) => 100 * (of - 1);
  return {
    value: percent(factor),
    interval: drawn && {low: percent(drawn.low), high: percent(drawn.high)},
    level: null,
  };
}

function ofPair(
  level: readonly [number, number] | null,
  drawn: DrawnInterval | null,
): ToldChange | null {
  if (level === null) return null;
  const [before, after] = level;
  return {
    value: after - before,
    interval: drawn && {low: drawn.low, high: drawn.high},
    level: {before, after},
  };
}

function ofPower({reliance, intervals}: StateOutcome, power: string): (ToldChange | null)[] {
  const found = reliance.find((one) => one.power === power);
  const drawn = intervals?.reliance.find((one) => one.power === power);
  return [
    ofPair(found?.purchasesPercent ?? null, drawn?.purchasesPercent ?? null),
    ofPair(found?.salesPercent ?? null, drawn?.salesPercent ?? null),
  ];
}
