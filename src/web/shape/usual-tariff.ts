import type {Answer, Option} from "../../api/index.ts";
import {tariffDraft} from "./scenario-address.ts";
import type {ShockDraft} from "./scenario-kinds.ts";

/** The catalogue's action of a tariff that a power lays on a watched state. */
const action = "tariff-on-state";
/** Percentage points. */
const usualPoints = "10";

/**
 * What the desk shows before the reader sets anything: on the first state, the tariff of the power from which it would
 * cost most by the answer's own options; where none was worked out, of the first power.
 */
export function usualTariff({watch, options}: Answer): ShockDraft {
  const [state = ""] = watch.states;
  const costOf = ({outcomes}: Option): number =>
    Math.min(
      0,
      ...outcomes
        .filter(({about, figure}) => about.includes(state) && figure !== null)
        .map(({figure}) => figure?.value ?? 0)
        .slice(0, 1),
    );
  const [dearest] = options
    .filter(({entry}) => entry === action)
    .map((option) => ({power: option.towards, cost: costOf(option)}))
    .filter(({cost}) => cost < 0)
    .sort((a, b) => a.cost - b.cost);
  return tariffDraft(dearest?.power ?? watch.powers[0] ?? "", state, usualPoints);
}
