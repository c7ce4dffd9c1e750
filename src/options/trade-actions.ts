import type {ActionEntry, PartyId, StateCode} from "../world/index.ts";
import type {Scenario} from "./outcome.ts";

/** Size of the illustrative tariffs in the table, percentage points; the page's slider moves it. */
export const tablePercent = 10;

/** How an action of the catalogue is put into the trade model, for one state and one power. */
export interface TradeAction {
  /** What is worked out, in a sentence that stands before the figures. */
  readonly says: string;
  readonly scenario: (state: StateCode, power: PartyId) => Scenario;
}

const powersTariff = (state: StateCode, power: PartyId) => ({
  importer: power,
  exporter: state,
  addedTariffPercent: tablePercent,
});
const statesTariff = (state: StateCode, power: PartyId) => ({
  importer: state,
  exporter: power,
  addedTariffPercent: tablePercent,
});

/** Read in order: the first whose words all stand in the action's id decides. To add one, add a line. */
const actions: readonly {readonly words: readonly RegExp[]; readonly action: TradeAction}[] = [
  {
    words: [/tariff/, /answer|retaliat|counter|respon|recipro/],
    action: {
      says: `a tariff of ${tablePercent} points by the power on all goods of the state, answered with the same`,
      scenario: (state, power) => ({
        tariffs: [powersTariff(state, power), statesTariff(state, power)],
      }),
    },
  },
  {
    words: [/tariff/, /cut|lower|remov|reduc/],
    action: {
      says: "tariffs lowered by 5 points on both sides, on all goods",
      scenario: (state, power) => ({
        tariffs: [powersTariff(state, power), statesTariff(state, power)].map((tariff) => ({
          ...tariff,
          addedTariffPercent: -5,
        })),
      }),
    },
  },
  {
    words: [/tariff/],
    action: {
      says: `a tariff of ${tablePercent} points by the power on all goods of the state`,
      scenario: (state, power) => ({tariffs: [powersTariff(state, power)]}),
    },
  },
  {
    words: [/diversif/],
    action: {
      says: `buying elsewhere, worked out as ${tablePercent} % added to the cost of all goods from the power, collected by no one: what the shift costs, without what it insures against`,
      scenario: (state, power) => ({
        tariffs: [],
        barriers: [{importer: state, exporter: power, addedCostPercent: tablePercent}],
      }),
    },
  },
  {
    words: [/agreement|integration|fta|cepa/],
    action: {
      says: "an agreement that lowers trade costs both ways as deeply as accession to the European Union",
      scenario: (state, power) => ({tariffs: [], agreements: [[state, power]]}),
    },
  },
];

/** The trade model's reading of an action, by the words of its id; undefined when none fits. */
export function tradeActionOf(entry: ActionEntry): TradeAction | undefined {
  return actions.find(({words}) => words.every((word) => word.test(entry.id)))?.action;
}
