import {quantile} from "../math/index.ts";
import {
  drawOutcomes,
  type PolicyChange,
  type TradeMatrix,
  type TradeRegions,
} from "../models/index.ts";
import {
  type Evidence,
  type Gap,
  gap,
  type Measured,
  nameOf,
  type PartyId,
  type Reference,
} from "../world/index.ts";
import {type Outcome, type PartyOutcome, type Scenario, scenarioMethod} from "./outcome.ts";
import {readParties} from "./read-parties.ts";
import {changeOf, statesOf} from "./read-scenario.ts";
import {scenarioAssumptions} from "./scenario-assumptions.ts";
import {flowEvidence, gdpEvidence} from "./trade-evidence.ts";
import {dutiesUndone, isCut, wayBack} from "./undo-tariffs.ts";

/**
 * What tariffs or agreements change in the long run, by the one-sector trade equilibrium: median and 90 % interval
 * over draws of the elasticity, the agreement's effect and the size of domestic trade. Deterministic. The scenario has
 * passed `checkScenario`.
 *
 * @throws NoConvergence when an equilibrium is not found.
 */
export function solveScenario(asked: {
  readonly matrix: TradeMatrix;
  readonly regions: TradeRegions;
  readonly scenario: Scenario;
  readonly reference: Reference;
  readonly draws: number;
  readonly parties: readonly PartyId[];
}): Outcome {
  const {matrix, regions, scenario, reference, draws, parties} = asked;
  const cut = isCut(scenario);
  const change = changeOf(cut ? dutiesUndone(scenario) : scenario, regions, matrix, reference);
  const found = parties.filter((party) => statesOf(party, matrix, reference).length > 0);
  const groups = found.map((party) =>
    statesOf(party, matrix, reference).map((state) => regions.index.get(state) as number),
  );
  const touched = touchesTrade(change, regions);
  const solved = touched
    ? drawOutcomes(regions, change, draws, (equilibrium, flows) =>
        readParties(equilibrium, flows, change, groups),
      )
    : null;
  const evidence = scenarioEvidence(scenario, matrix, reference);
  const outcomes = parties.map((party): PartyOutcome => {
    const at = found.indexOf(party);
    if (at < 0 || solved === null) {
      const missing =
        at < 0
          ? noData(party, matrix, reference)
          : gap(
              `effect on ${nameOf(reference, party)}`,
              `no trade between the parties is recorded for ${matrix.year}, so the model has nothing to change`,
              `trade between them in dataset trade-matrix, ${matrix.year}`,
            );
      return {
        state: party,
        realIncomePercent: missing,
        exportsPercent: missing,
        importsPercent: missing,
      };
    }
    const figure = (column: number, what: string) =>
      measured(
        solved.draws.map((draw) => {
          const percent = draw[3 * at + column] as number;
          return cut ? wayBack(percent) : percent;
        }),
        what,
        matrix,
        [...evidence, ...gdpEvidence(matrix, party, reference)],
      );
    return {
      state: party,
      realIncomePercent: figure(0, "real income"),
      exportsPercent: figure(1, "exports"),
      importsPercent: figure(2, "imports"),
    };
  });
  return {
    heading: `${matrix.year} structure, long run, parameter uncertainty only`,
    baseYear: matrix.year,
    assumptions: scenarioAssumptions(scenario, matrix, regions, reference, draws),
    outcomes,
    evidence: [...evidence, ...found.flatMap((party) => gdpEvidence(matrix, party, reference))],
  };
}

/** Whether any changed flow is above zero in the base. */
function touchesTrade(change: PolicyChange, regions: TradeRegions): boolean {
  const n = regions.regions.length;
  return [...change.tariffs, ...change.barriers, ...change.integrated].some(
    ({exporter, importer}) => (regions.flows[exporter * n + importer] as number) > 0,
  );
}

function noData(party: PartyId, matrix: TradeMatrix, reference: Reference): Gap {
  return (
    matrix.leftOut.find(({what}) => what.startsWith(`${party} `)) ??
    gap(
      `effect on ${nameOf(reference, party)}`,
      `it has no trade in the matrix of ${matrix.year}`,
      `dataset trade-matrix: ${party} ${matrix.year}`,
    )
  );
}

/** The flows that a scenario changes, as rows or as searches that found none. */
export function scenarioEvidence(
  {tariffs, barriers = [], agreements = []}: Scenario,
  matrix: TradeMatrix,
  reference: Reference,
) {
  const pairs = new Map<string, readonly Evidence[]>();
  const add = (exporter: PartyId, importer: PartyId) =>
    pairs.set(`${exporter} ${importer}`, flowEvidence(matrix, exporter, importer, reference));
  for (const {exporter, importer} of [...tariffs, ...barriers]) add(exporter, importer);
  for (const [a, b] of agreements) {
    add(a, b);
    add(b, a);
  }
  return [...pairs.values()].flat();
}

function measured(
  drawn: number[],
  what: string,
  matrix: TradeMatrix,
  evidence: readonly Evidence[],
): Measured | Gap {
  const sorted = Float64Array.from(drawn).sort();
  if (sorted.some((value) => !Number.isFinite(value))) {
    return gap(`change of ${what}`, `none was recorded in ${matrix.year}`, "dataset trade-matrix");
  }
  return {
    kind: "measured",
    value: quantile(sorted, 0.5),
    unit: "percent",
    interval: {low: quantile(sorted, 0.05), high: quantile(sorted, 0.95), level: 0.9},
    intervalNote: `${sorted.length} draws of the trade elasticity, the agreement's effect and gross output over GDP: parameter uncertainty only`,
    method: scenarioMethod,
    coverage: matrix.flags[0] ?? "",
    vintage: String(matrix.year),
    evidence,
  };
}
