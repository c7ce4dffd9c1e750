import type {PartyId, StateCode, TradeScenario} from "../world/index.ts";
import type {Scenario} from "./outcome.ts";

/** Size of the illustrative tariffs in the table, percentage points; the page's slider moves it. */
export const tablePercent = 10;

/** How an action of the catalogue is put into the trade model, for one state and one power. */
export interface TradeAction {
  /** What is worked out, in a sentence that stands before the figures. */
  readonly says: string;
  readonly scenario: (state: StateCode, power: PartyId) => Scenario;
  /** What another does in it, whatever is chosen: actions compare only under the same. */
  readonly given: "nothing" | "power-tariff";
}

type Tariff = Scenario["tariffs"][number];

const powersTariff = (state: StateCode, power: PartyId): Tariff => ({
  importer: power,
  exporter: state,
  addedTariffPercent: tablePercent,
});
const statesTariff = (state: StateCode, power: PartyId): Tariff => ({
  importer: state,
  exporter: power,
  addedTariffPercent: tablePercent,
});

/** Size of the illustrative cuts, percentage points: close to what many states still charge on average. */
const cutBy = -5;

/** What each scenario of the catalogue changes. To add one: its name in `world/reference.ts`, its line here. */
export const tradeActions: Readonly<Record<TradeScenario, TradeAction>> = {
  "power-tariff": {
    given: "power-tariff",
    says: `a tariff of ${tablePercent} points by the power on all goods of the state`,
    scenario: (state, power) => ({tariffs: [powersTariff(state, power)]}),
  },
  "tariff-answered": {
    given: "power-tariff",
    says: `a tariff of ${tablePercent} points by the power on all goods of the state, answered with the same`,
    scenario: (state, power) => ({
      tariffs: [powersTariff(state, power), statesTariff(state, power)],
    }),
  },
  "lower-duty": {
    given: "nothing",
    says: "the state's duty on all goods of the power lowered by 5 points",
    scenario: (state, power) => ({tariffs: [cut(statesTariff(state, power))]}),
  },
  "lower-duties-both-ways": {
    given: "nothing",
    says: "duties lowered by 5 points on both sides, on all goods",
    scenario: (state, power) => ({
      tariffs: [powersTariff(state, power), statesTariff(state, power)].map(cut),
    }),
  },
  "buy-elsewhere": {
    given: "nothing",
    says: `buying elsewhere, worked out as ${tablePercent} % added to the cost of all goods from the power, collected by no one: what the shift costs, without what it insures against`,
    scenario: (state, power) => ({
      tariffs: [],
      barriers: [{importer: state, exporter: power, addedCostPercent: tablePercent}],
    }),
  },
  agreement: {
    given: "nothing",
    says: "an agreement that lowers trade costs both ways as deeply as accession to the European Union",
    scenario: (state, power) => ({tariffs: [], agreements: [[state, power]]}),
  },
};

function cut(tariff: Tariff): Tariff {
  return {...tariff, addedTariffPercent: cutBy};
}
