import type {DatasetId} from "../world/index.ts";
import {newestCell} from "./newest-cell.ts";
import type {StakeRule} from "./stake-rule.ts";

const datasets: readonly DatasetId[] = ["agreements", "agreement-members"];
const looksAt = "trade agreements in force to which both are party";
const method = "agreements-in-force";

/** Trade agreements that bind the two. */
export const agreementRules: readonly StakeRule[] = [
  {
    id: "agreements-in-force",
    version: 1,
    side: "benefits",
    looksAt,
    speaksWhen: "at least one",
    datasets,
    find: (scene) => {
      const {state, partner, name} = scene;
      return newestCell(
        scene,
        scene.series(method, state, partner),
        [state, partner],
        (count) => count > 0,
        ({value, when}) =>
          `Trade agreements in force between ${name(state)} and ${name(partner)} ${when}: ${value}, agreed access to markets`,
      );
    },
  },
  {
    id: "no-agreement-in-force",
    version: 1,
    side: "risks",
    looksAt,
    speaksWhen: "none, as far as the compilation reaches",
    datasets,
    find: (scene) => {
      const {state, partner, name} = scene;
      return newestCell(
        scene,
        scene.series(method, state, partner),
        [state, partner],
        (count) => count === 0,
        ({when}) =>
          `No trade agreement between ${name(state)} and ${name(partner)} in force ${when}: no agreed preference`,
      );
    },
  },
];
