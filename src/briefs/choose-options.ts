import type {Option} from "../world/index.ts";

/** The action of the catalogue that an option places: "trade-agreement" of "trade-agreement:CHN". */
function actionOf({id}: Option): string {
  return id.split(":")[0] ?? id;
}

/** Size of the first figure that an option's outcomes have; a judgement has none. */
function effect({outcomes}: Option): number {
  return Math.abs(outcomes.find(({figure}) => figure !== null)?.figure?.value ?? 0);
}

/**
 * Options in the order in which a short page shows them: each action once before any of them again, with the power
 * with whom it changes most, or with the watch's first where nothing is computed. Actions keep the catalogue's order.
 */
export function chooseOptions(options: readonly Option[]): Option[] {
  const byAction = new Map<string, Option[]>();
  for (const option of options) {
    const action = actionOf(option);
    byAction.set(action, [...(byAction.get(action) ?? []), option]);
  }
  const ranked = [...byAction.values()].map((same) => same.sort((a, b) => effect(b) - effect(a)));
  const longest = Math.max(0, ...ranked.map((same) => same.length));
  return Array.from({length: longest}, (_, turn) => turn).flatMap((turn) =>
    ranked.flatMap((same) => same[turn] ?? []),
  );
}
