import {createHash} from "node:crypto";
import {
  type ChainPlan,
  firstOfRepeats,
  type IdealPoints,
  idealPoints,
  type RepeatedText,
  rowsOfRollCalls,
  type VoteTable,
  voteTable,
} from "../../models/index.ts";
import {drawsFile, keepDraws, type Ledger, readDraws} from "../../store/index.ts";
import {type Day, type Gap, gap} from "../../world/index.ts";
import {type ChainsOrder, runChains} from "./run-chains.ts";

/** Version of the model: another one has other draws. */
export const idealPointMethod = {id: "un-ideal-point", version: 1};

export interface PointsQuestion extends ChainsOrder {
  readonly ledger: Pick<Ledger, "rollCalls">;
  /** Where the ledger stands; draws are kept beside it. */
  readonly ledgerPath: string;
  readonly repeated: readonly RepeatedText[];
  readonly asOf: Day;
  /** Whether chains are run where none are kept; without it there is a gap instead. */
  readonly work: boolean;
}

/**
 * Ideal points of all states from the votes known on a day. Working them out takes a minute and more, so draws are kept
 * beside the ledger under a hash of the votes, the plan and the method: the same question again takes none.
 */
export async function idealPointsKnown(question: PointsQuestion): Promise<IdealPoints | Gap> {
  const {ledger, ledgerPath, repeated, asOf, plan, chains, work} = question;
  const {rows, repeats} = rowsOfRollCalls(await ledger.rollCalls(asOf), repeated);
  const table = voteTable(rows, firstOfRepeats(repeats));
  // One alone has no distance to anybody.
  if (table.seats.length < 2)
    return gap(
      "ideal points of states in the General Assembly",
      `the ledger knew no recorded vote on ${asOf} on which not all chose alike`,
      "the dataset un-votes, or a later day",
    );
  const key = keyOf(table, plan, chains);
  const file = drawsFile(ledgerPath, "ideal-points");
  const kept = readDraws(file, key);
  if (kept !== null) return idealPoints(table.seats, kept);
  if (!work)
    return gap(
      "ideal points of states in the General Assembly",
      `they have not been worked out from the votes known on ${asOf}`,
      "run `demarche ideal-points`",
    );
  const drawn = await runChains(table, question);
  try {
    keepDraws(file, {key, chains: drawn});
  } catch {
    // They count although they cannot be kept, on a disk that is only read: the next question runs them anew.
  }
  return idealPoints(table.seats, drawn);
}

function keyOf({seats, votes, starts, seatOf}: VoteTable, plan: ChainPlan, chains: number): string {
  const hash = createHash("sha256").update(
    JSON.stringify({idealPointMethod, plan, chains, seats, votes}),
  );
  for (const {buffer, byteOffset, byteLength} of [starts, seatOf])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex");
}
