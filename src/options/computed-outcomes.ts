import type {TradeMatrix, TradeRegions} from "../models/index.ts";
import {
  type Agreement,
  type Cell,
  type ComputedAction,
  type Evidence,
  type FactBook,
  type Gap,
  gap,
  isGap,
  type Measured,
  nameOf,
  type PartyId,
  type Reference,
  type StateCode,
} from "../world/index.ts";
import {entryEvidence, type PlacedAction} from "./action-cell.ts";
import type {Outcome} from "./outcome.ts";
import {checkScenario, statesOf} from "./read-scenario.ts";
import {ScenarioError} from "./scenario-error.ts";
import {scenarioEvidence, solveScenario} from "./solve-scenario.ts";
import {type TradeAction, tradeActions} from "./trade-actions.ts";
import {percentWithInterval} from "./two-figures.ts";

/** Draws per cell of the table; a scenario of its own takes more. */
const tableDraws = 40;

/** An agreement with more members than this is a world-wide one, and no trade agreement between two parties. */
const mostMembers = 60;

export interface Computed {
  readonly cells: readonly Cell[];
  readonly assumptions: readonly string[];
  /** Change of each state's real income, percent, where it was worked out. */
  readonly incomes: ReadonlyMap<StateCode, Measured>;
  /** Whose real income rises, or falls, whatever the parameters within their 90 %: one set of winners and losers a state. */
  readonly sides: readonly Sides[];
}

/** Who gains and who loses when one state acts, among the watched states and the powers. */
export interface Sides {
  readonly state: StateCode;
  readonly gainers: readonly PartyId[];
  readonly losers: readonly PartyId[];
  readonly evidence: readonly Evidence[];
}

/** Real income and exports of each watched state under a computed action towards one power. */
export function computedOutcomes(asked: {
  readonly placed: PlacedAction<ComputedAction>;
  readonly power: PartyId;
  readonly matrix: TradeMatrix | Gap;
  readonly regions: TradeRegions | null;
  readonly book: FactBook;
  readonly reference: Reference;
}): Computed {
  const {placed, power, matrix, regions, book, reference} = asked;
  const action = tradeActions[placed.entry.scenario];
  const assumptions = new Set<string>();
  const incomes = new Map<StateCode, Measured>();
  const sides: Sides[] = [];
  const cells = placed.states.flatMap((state): Cell[] => {
    const about = [state, power];
    const own = entryEvidence(placed, about);
    const empty = (missing: Gap, evidence: readonly Evidence[]): Cell[] => [
      {
        text: `${nameOf(reference, state)}: not worked out, ${missing.why}`,
        about,
        evidence: [own, ...evidence],
        figure: null,
        gap: missing,
        grade: null,
      },
    ];
    const what = `outcome of "${placed.entry.id}" for ${nameOf(reference, state)} with ${nameOf(reference, power)}`;
    if (isGap(matrix) || regions === null) {
      const missing = isGap(matrix) ? matrix : gap(what, "no trade matrix", "dataset trade-matrix");
      return empty(missing, [
        {
          kind: "searched",
          datasets: ["trade-matrix", "gdp"],
          where: [],
          quote: missing.why,
          reaches: about.map((party) => ({
            party,
            how: "dataset",
            by: "exporter and importer of any flow",
          })),
        },
      ]);
    }
    const scenario = action.scenario(state, power);
    try {
      checkScenario(scenario, matrix, reference);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return empty(gap(what, error.message, error.whatToDo), []);
    }
    const standing = scenario.agreements && inForce(book, state, power, matrix, reference);
    if (standing) return empty(...alreadyAgreed(standing, what, state, power));
    const outcome = solveScenario({
      matrix,
      regions,
      scenario,
      reference,
      draws: tableDraws,
      parties: [...new Set([state, ...matrix.watched, power, ...matrix.powers])],
    });
    for (const line of [`Worked out: ${action.says}.`, outcome.heading, ...outcome.assumptions]) {
      assumptions.add(line);
    }
    const found = outcome.outcomes[0];
    if (found === undefined) throw new Error(`${what}: the scenario answered nothing`);
    const {realIncomePercent, exportsPercent} = found;
    if (isGap(realIncomePercent)) {
      return empty(realIncomePercent, scenarioEvidence(scenario, matrix, reference));
    }
    incomes.set(state, realIncomePercent);
    sides.push({state, ...sidesOf(outcome), evidence: outcome.evidence});
    const told: [string, Measured | Gap][] = [
      ["real income", realIncomePercent],
      ["exports of goods", exportsPercent],
    ];
    return told.flatMap(([name, figure]) =>
      isGap(figure)
        ? empty(figure, outcome.evidence)
        : [
            figureCell(name, figure, {
              state,
              power,
              action,
              heading: outcome.heading,
              own,
              reference,
            }),
          ],
    );
  });
  return {cells, assumptions: [...assumptions], incomes, sides};
}

/** Percent of real income below which the model's own rounding would show: nothing is told of it. */
const tellable = 0.0005;

/** Parties whose whole 90 % interval of real income lies on one side of nothing, by more than rounding. */
function sidesOf({outcomes}: Outcome): Pick<Sides, "gainers" | "losers"> {
  const clear = (is: (low: number, high: number) => boolean) =>
    outcomes.flatMap(({state, realIncomePercent}) =>
      !isGap(realIncomePercent) &&
      realIncomePercent.interval !== null &&
      is(realIncomePercent.interval.low, realIncomePercent.interval.high)
        ? [state]
        : [],
    );
  return {gainers: clear((low) => low >= tellable), losers: clear((_, high) => high <= -tellable)};
}

function figureCell(
  name: string,
  figure: Measured,
  told: {
    readonly state: StateCode;
    readonly power: PartyId;
    readonly action: TradeAction;
    readonly heading: string;
    readonly own: Evidence;
    readonly reference: Reference;
  },
): Cell {
  return {
    text: `${nameOf(told.reference, told.state)}, ${name}: ${percentWithInterval(figure)}; ${told.heading}`,
    about: [told.state, told.power],
    evidence: [...figure.evidence, told.own],
    figure,
    gap: null,
    grade: null,
  };
}

/** An agreement in force between the state and every known member of the power. */
function inForce(
  book: FactBook,
  state: StateCode,
  power: PartyId,
  matrix: TradeMatrix,
  reference: Reference,
): Agreement | undefined {
  const partners = statesOf(power, matrix, reference);
  return book.agreements.find(
    ({inForce: from, ended, members}) =>
      from !== null &&
      from <= book.asOf &&
      (ended === null || ended > book.asOf) &&
      members.length <= mostMembers &&
      members.includes(state) &&
      partners.every((partner) => members.includes(partner)),
  );
}

function alreadyAgreed(
  agreement: Agreement,
  what: string,
  state: StateCode,
  power: PartyId,
): [Gap, Evidence[]] {
  const since = agreement.inForce?.slice(0, 4) ?? "";
  return [
    gap(
      what,
      `an agreement is already in force (${agreement.title}, ${since}): the model would count it twice`,
      "the depth of the agreement that stands",
    ),
    [
      {
        kind: "rows",
        dataset: "agreements",
        where: [{column: "row", in: [agreement.row]}],
        count: 1,
        quote: `${agreement.title}, in force ${agreement.inForce}`,
        reaches: [state, power].map((party) => ({
          party,
          how: agreement.members.includes(party) ? ("dataset" as const) : ("member-of" as const),
          by: `members of the agreement: ${agreement.members.slice(0, 12).join(", ")}${agreement.members.length > 12 ? " …" : ""}`,
        })),
        vintage: since,
      },
    ],
  ];
}
