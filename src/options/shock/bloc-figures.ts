import type {PowerReliance, StateFigures} from "./shock-outcome.ts";

/** A bloc as the matrix holds it. */
export interface BlocGroup {
  readonly bloc: string;
  /** Places of its members among the states. */
  readonly members: readonly number[];
}

/** What each state earned and spent, made, sold and bought in the base, in one unit: the weights of its bloc. */
export interface BaseWeights {
  /** Income from production and tariff revenue. */
  readonly income: Float64Array;
  readonly spending: Float64Array;
  readonly output: Float64Array;
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  readonly domestic: Float64Array;
}

/** How a bloc's row is made of its members', in a sentence for the reader. */
export const blocRule =
  "A bloc is one row beside its members: its real income, wages and tariff revenue are theirs weighted by what each earned in the base, real spending and prices by what each spent, output, exports and imports their sums, with trade among members in them; concentration is not told of a bloc. Beside it stand the lowest and the highest member.";

/**
 * One row for a bloc, from those of its members: changes weighted by values of the base (Laspeyres), so that sums of values
 * change as their parts do.
 */
export function blocFigures(
  {bloc, members}: BlocGroup,
  states: readonly StateFigures[],
  weights: BaseWeights,
): StateFigures {
  const mean = (of: (state: StateFigures) => number | null, weight: Float64Array) => {
    let sum = 0;
    let all = 0;
    for (const i of members) {
      const value = of(states[i] as StateFigures);
      // Without a base there is no change: a state that sold nothing before adds nothing.
      if (value === null || !((weight[i] as number) > 0)) continue;
      sum += value * (weight[i] as number);
      all += weight[i] as number;
    }
    return all > 0 ? sum / all : null;
  };
  const known = (of: (state: StateFigures) => number | null, weight: Float64Array) =>
    mean(of, weight) ?? 1;
  const {income, spending, output, exports, imports, domestic} = weights;
  const after = (weight: Float64Array, of: (state: StateFigures) => number) =>
    weight.map((value, i) => (members.includes(i) ? value * of(states[i] as StateFigures) : 0));
  const incomeAfter = after(income, ({realIncome, price}) => realIncome * price);
  const spendingAfter = after(spending, (one) => one.spending);
  const outputAfter = after(output, (one) => one.output);
  const powers = states[members[0] ?? -1]?.reliance.map(({power}) => power) ?? [];
  const reliance = powers.flatMap((power): PowerReliance[] => {
    const of = (state: StateFigures) => state.reliance.find((one) => one.power === power);
    if (members.some((i) => of(states[i] as StateFigures) === undefined)) return [];
    const share = (which: "purchasesPercent" | "salesPercent", at: 0 | 1, weight: Float64Array) =>
      known((state) => of(state)?.[which][at] ?? null, weight);
    return [
      {
        power,
        purchasesPercent: [
          share("purchasesPercent", 0, spending),
          share("purchasesPercent", 1, spendingAfter),
        ],
        salesPercent: [share("salesPercent", 0, output), share("salesPercent", 1, outputAfter)],
      },
    ];
  });
  return {
    state: bloc,
    realIncome: known((one) => one.realIncome, income),
    realSpending: known((one) => one.realSpending, spending),
    wage: known((one) => one.wage, income),
    realWage: known((one) => one.realWage, income),
    producerPrice: mean((one) => one.producerPrice, output),
    price: known((one) => one.price, spending),
    output: known((one) => one.output, output),
    spending: known((one) => one.spending, spending),
    exports: mean((one) => one.exports, exports),
    imports: mean((one) => one.imports, imports),
    domestic: known((one) => one.domestic, domestic),
    realExports: mean((one) => one.realExports, exports),
    realImports: mean((one) => one.realImports, imports),
    realDomestic: known((one) => one.realDomestic, domestic),
    tariffRevenuePercentOfIncome: [
      known((one) => one.tariffRevenuePercentOfIncome[0], income),
      known((one) => one.tariffRevenuePercentOfIncome[1], incomeAfter),
    ],
    importConcentration: null,
    reliance,
    firstOrderPercent: null,
  };
}
