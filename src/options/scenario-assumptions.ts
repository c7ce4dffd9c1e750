import {
  integrationEffect,
  type TradeMatrix,
  type TradeRegions,
  tradeElasticity,
} from "../models/index.ts";
import {membersOf, nameInText, type Reference} from "../world/index.ts";
import type {Scenario} from "./outcome.ts";
import {partiesIn} from "./read-scenario.ts";
import {isCut} from "./undo-tariffs.ts";

/** Everything that the figures of a scenario take for granted, in sentences for the reader. */
export function scenarioAssumptions(
  scenario: Scenario,
  matrix: TradeMatrix,
  regions: TradeRegions,
  reference: Reference,
  draws: number,
): string[] {
  const {tariffs, barriers = [], agreements = []} = scenario;
  const blocs = partiesIn(scenario).filter((party) => reference.blocs.some(({id}) => id === party));
  return [
    `One-sector trade equilibrium in changes (Baier, Yotov & Zylkin 2019) on the flows of goods of ${matrix.year}: the long run, once wages and prices have settled; no path, no firms, no politics.`,
    "One sector without intermediate inputs, fixed labour, trade balances unchanged in value: sector detail and supply chains would change the figures, often upwards.",
    ...(isCut(scenario)
      ? [
          "A lowered duty is worked out as the same duty undone: the data do not hold the duties that stand, and none lower than this may stand to be cut.",
        ]
      : []),
    ...(tariffs.length > 0
      ? [
          "A tariff is added to the border price on top of whatever stands; its revenue is spent by the importer. Tariffs that stand already, and the revenue lost as trade shrinks under them, are not counted.",
        ]
      : []),
    ...(barriers.length > 0
      ? [
          "An added cost on imports is spent on the way and collected by no one: it is all loss, where a tariff would return revenue.",
        ]
      : []),
    ...(agreements.length > 0
      ? [
          `An agreement lowers trade costs both ways as accession to the European Union did: flows × exp(β), β = ${integrationEffect.estimate} (standard error ${integrationEffect.standardError}); a shallower agreement does less.`,
        ]
      : []),
    `Trade elasticity θ: median ${tradeElasticity.median}, log-normal with 90 % from 2.7 to 6.0 (Simonovska & Waugh 2014; Head & Mayer 2014). Real income is earnings and tariff revenue over consumer prices.`,
    ...matrix.assumptions,
    ...blocs.map((bloc) => {
      const today = membersOf(reference, bloc, matrix.asOf);
      const absent = today.filter((state) => !matrix.states.includes(state));
      return `${nameInText(reference, bloc)} is its members of ${matrix.asOf} put into the ${matrix.year} structure${absent.length > 0 ? `, without ${absent.join(", ")} (no data)` : ""}.`;
    }),
    ...(regions.together.length > 0
      ? [
          `${regions.together.length} smaller states stand as one rest of the world; ${matrix.leftOut.length} states are left out for want of data.`,
        ]
      : [`${matrix.leftOut.length} states are left out for want of data.`]),
    `Median and 90 % interval of ${draws} draws.`,
  ];
}
