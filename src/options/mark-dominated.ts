import {
  type ActionEntry,
  eases,
  type Measured,
  type Option,
  type StateCode,
} from "../world/index.ts";
import {tradeActions} from "./trade-actions.ts";

/** An option with what the trade equilibrium says of real income; empty for a judgement. */
export interface Weighed {
  readonly option: Option;
  readonly entry: ActionEntry;
  readonly incomes: ReadonlyMap<StateCode, Measured>;
}

/**
 * Marks options that another beats: open to the same choosers, towards the same power and under the same acts of others,
 * it leaves every watched state with a real income whose whole 90 % interval is above, and is no harder to undo. What the
 * model does not count (a precaution, a principle) is not weighed, so a mark is no advice.
 */
export function markDominated(all: readonly Weighed[]): Option[] {
  return all.map((one) => {
    const better = all.find(
      (other) => other !== one && comparable(one, other) && beats(other, one),
    );
    return better === undefined ? one.option : {...one.option, dominatedBy: better.option.id};
  });
}

function comparable(one: Weighed, other: Weighed): boolean {
  return (
    one.entry.basis === "trade-equilibrium" &&
    other.entry.basis === "trade-equilibrium" &&
    one.option.towards === other.option.towards &&
    tradeActions[one.entry.scenario].given === tradeActions[other.entry.scenario].given &&
    choosers(one) === choosers(other)
  );
}

function choosers({option}: Weighed): string {
  return [...option.whoseChoice].sort().join(" ");
}

function beats(better: Weighed, worse: Weighed): boolean {
  const states = [...worse.incomes.keys()];
  const ease = ({option}: Weighed) => eases.indexOf(option.reversibility.ease);
  return (
    states.length > 0 &&
    ease(better) <= ease(worse) &&
    states.every((state) => {
      const high = worse.incomes.get(state)?.interval?.high;
      const low = better.incomes.get(state)?.interval?.low;
      return high !== undefined && low !== undefined && low > high;
    })
  );
}
