import type {Option} from "../world/index.ts";
import {inTurn} from "./in-turn.ts";

/** Size of the first figure that an option's outcomes have; a judgement has none. */
function effect({outcomes}: Option): number {
  return Math.abs(outcomes.find(({figure}) => figure !== null)?.figure?.value ?? 0);
}

/**
 * Options in the order in which a short page shows them: every policy focus once before any again, then every action,
 * each with the power with whom it changes most, or with the watch's first where nothing is computed. Otherwise the
 * catalogue's order is kept.
 */
export function chooseOptions(options: readonly Option[]): Option[] {
  const place = new Map(
    [...new Set(options.map(({entry}) => entry))].map((action, at) => [action, at]),
  );
  const placeOf = (option: Option) => place.get(option.entry) ?? 0;
  const largestFirst = [...options].sort(
    (a, b) => placeOf(a) - placeOf(b) || effect(b) - effect(a),
  );
  return inTurn(
    inTurn(largestFirst, ({entry}) => entry),
    ({focus}) => focus,
  );
}
