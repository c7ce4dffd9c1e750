import {newestFirst} from "../ledger/index.ts";
import type {Move} from "../world/index.ts";
import {clipLine, whenText} from "../world/index.ts";
import type {Scene} from "./scene.ts";
import type {StakeRule} from "./stake-rule.ts";

/** Longest summary of a move in a cell, in characters; the Moves table has the whole. */
const longest = 90;

/** Moves of a type of conflict, made or announced between the two in the sector, that can be judged; newest first. */
function conflictsOf({reference, moves, sector}: Scene): Move[] {
  const conflict = new Set(
    reference.codebook.filter(({quad}) => quad.endsWith("conflict")).map(({type}) => type),
  );
  return moves
    .filter(
      ({type, mode, sectors, grade, from}) =>
        type !== null &&
        conflict.has(type) &&
        from !== "sanction" &&
        grade.reliability !== "F" &&
        (mode === "done" || mode === "announced") &&
        sectors.includes(sector),
    )
    .sort(newestFirst);
}

/**
 * What the two did against one another, as articles tell it: told, not counted, for the ledger holds what was read.
 * Machine-coded rows, whose articles nobody opened, are left out: one wrong "use of force" would stand as a risk.
 * Sanctions have rules of their own.
 */
export const conflictRules: readonly StakeRule[] = [
  {
    id: "conflict-recorded",
    version: 1,
    side: "risks",
    looksAt:
      "moves of conflict between the two that articles report, from sources that can be judged",
    speaksWhen: "at least one was made or announced; the newest is told",
    datasets: [],
    find: (scene) => {
      const found = conflictsOf(scene);
      const [newest] = found;
      if (newest === undefined) return [];
      const {summary, evidence, grade} = newest;
      const which = found.length === 1 ? "" : `, newest of ${found.length}`;
      const reached = new Set(evidence.flatMap((one) => one.reaches.map(({party}) => party)));
      return [
        {
          text: `Conflict recorded: ${clipLine(summary, longest)} (${whenText(newest)}${which}); no quantified evidence`,
          about: [scene.state, scene.partner].filter((party) => reached.has(party)),
          evidence,
          figure: null,
          gap: null,
          grade,
        },
      ];
    },
  },
];
