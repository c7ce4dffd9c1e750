import type {Ledger} from "../store/index.ts";
import {
  type Change,
  type Day,
  type Judgement,
  judgesSteps,
  type Reference,
  stepsJudged,
  type Watch,
} from "../world/index.ts";
import {movesKnown} from "./moves-known.ts";
import {pledgeChanges} from "./pledge-changes.ts";
import {pledgesKeeper} from "./pledges-known.ts";

const judgesPledge = (one: Judgement, pledge: string): boolean =>
  stepsJudged(one).some((id) => id.startsWith(`${pledge}:`));

/**
 * What people's judgements of steps that came between two days changed of pledges and their rates: the later day beside the
 * same day without them. What time and new sources changed of them is told by alerts.
 */
export async function stepChanges(
  question: {
    readonly ledger: Ledger;
    readonly reference: Reference;
    readonly watch: Watch;
    readonly asOf: Day;
  },
  since: Day,
): Promise<Change[]> {
  const {ledger, reference, watch, asOf} = question;
  const judgements = await ledger.judgements(asOf);
  const came = judgements.filter((one) => judgesSteps(one) && one.recordedOn > since);
  if (came.length === 0) return [];
  const {moves} = await movesKnown(question);
  const knownWith = (taken: typeof judgements) =>
    pledgesKeeper(
      {
        judgements: async () => taken,
        commitments: (on) => ledger.commitments(on),
        imports: (on) => ledger.imports(on),
        retractions: (on) => ledger.retractions(on),
      },
      reference,
    )({asOf, watch, ledgerMoves: moves});
  const without = await knownWith(judgements.filter((one) => !came.includes(one)));
  const changes = pledgeChanges(without, await knownWith(judgements), []);
  // A pledge changed by what was said of its own steps; a rate, by any of it.
  return changes.map((change) => ({
    ...change,
    because: came
      .filter((one) => change.kind === "rate" || judgesPledge(one, change.what))
      .map(({id}) => ({kind: "judgement" as const, id})),
  }));
}
