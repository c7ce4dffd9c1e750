import {type Option, type OptionOrder, type Strength, strengths} from "../world/index.ts";

/** The page takes no code of ours: `web/shape/order-options.ts` says the same, and a test holds the two together. */
export const orderWords: Readonly<Record<OptionOrder, string>> = {
  catalogue: "policy focus, as in the catalogue",
  income: "real income of the first state, highest first",
  undone: "how easily undone, easiest first",
  precedents: "precedents, most first",
};

export const strengthWords: Readonly<Record<Strength, string>> = {
  modelled: "Worked out by a model, with the interval of its parameters",
  counted: "Shares and numbers counted in the data, with a judgement",
  precedents: "A judgement, with precedents in the ledger",
  opinion: "A judgement alone: nothing like it is in the ledger, or nothing could be worked out",
};

export interface StrengthGroup {
  readonly strength: Strength;
  readonly options: readonly Option[];
}

const eases = ["easy", "slow", "hard"] as const;

/**
 * Options in groups of one strength of evidence, sorted within each by what the reader picked. Groups are never mixed:
 * that would be a league table of policies. Of what the order cannot tell apart, the catalogue's order is kept.
 */
export function orderOptions(options: readonly Option[], order: OptionOrder): StrengthGroup[] {
  const key: Readonly<Record<OptionOrder, (option: Option) => number>> = {
    catalogue: () => 0,
    income: (option) => -(incomeOf(option) ?? Number.NEGATIVE_INFINITY),
    undone: ({reversibility}) => eases.indexOf(reversibility.ease),
    precedents: ({precedents}) => -precedents,
  };
  const of = key[order];
  const byFocus = [...new Set(options.map(({focus}) => focus))];
  const placed =
    order === "catalogue"
      ? byFocus.flatMap((focus) => options.filter((option) => option.focus === focus))
      : options;
  return strengths.flatMap((strength): StrengthGroup[] => {
    const own = placed.filter((option) => option.strength === strength);
    return own.length === 0
      ? []
      : [{strength, options: own.toSorted((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0))}];
  });
}

/** Change of real income that the first figure tells; null where no model worked it out. */
function incomeOf({outcomes, basis}: Option): number | null {
  if (basis !== "trade-equilibrium") return null;
  return outcomes.find(({figure}) => figure !== null)?.figure?.value ?? null;
}
