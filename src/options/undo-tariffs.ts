import type {Scenario} from "./outcome.ts";

/** Whether a scenario only lowers duties. */
export function isCut({tariffs, barriers = [], agreements = []}: Scenario): boolean {
  return (
    tariffs.length > 0 &&
    barriers.length + agreements.length === 0 &&
    tariffs.every(({addedTariffPercent}) => addedTariffPercent < 0)
  );
}

/**
 * The duties that a cut takes away, as duties added. The data do not hold the duties that stand, and a duty below
 * nothing would be a subsidy, which loses where a lowered duty gains. So a cut is worked out as the undoing of the same
 * duty laid on.
 */
export function dutiesUndone(scenario: Scenario): Scenario {
  return {
    ...scenario,
    tariffs: scenario.tariffs.map((one) => ({
      ...one,
      addedTariffPercent: -one.addedTariffPercent,
    })),
  };
}

/** The way back of a change: −20 % is undone by +25 %. */
export function wayBack(percent: number): number {
  return 100 / (1 + percent / 100) - 100;
}
