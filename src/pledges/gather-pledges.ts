import type {Commitments, Move, Pledge, Reference} from "../world/index.ts";
import {nameInText} from "../world/index.ts";
import {pledgesFromAgreements} from "./pledges-from-agreements.ts";
import {pledgesFromArms} from "./pledges-from-arms.ts";
import {isBid, pledgesFromMemberships} from "./pledges-from-memberships.ts";
import {pledgesFromMoves} from "./pledges-from-moves.ts";
import {pledgesFromSanctions} from "./pledges-from-sanctions.ts";
import {pledgesFromTracks} from "./pledges-from-tracks.ts";
import {settlePledge} from "./settle-pledge.ts";
import {joinThreads} from "./thread.ts";

/**
 * Every commitment that is known on a day, of all states, and how it stands: from datasets, from the tables of reference,
 * from the tracks entered by hand, and from reports of a watch. What several of them tell of one commitment becomes its steps.
 * @throws Error for a kind without a rule: a bug of ours.
 */
export function gatherPledges(
  commitments: Commitments,
  moves: readonly Move[],
  reference: Reference,
): Pledge[] {
  const {asOf, armsOrders, agreements, sanctions} = commitments;
  const book = reference.pledgeBook();
  const nameOf = rememberNames(reference);
  const threads = joinThreads([
    ...pledgesFromArms(armsOrders, nameOf),
    ...pledgesFromAgreements(agreements, asOf, nameOf),
    ...pledgesFromSanctions(sanctions, nameOf),
    ...pledgesFromMemberships(reference, asOf, nameOf),
    ...pledgesFromTracks(book, asOf),
    ...pledgesFromMoves(moves, asOf, nameOf),
  ]);
  return threads.filter(isBid).flatMap((thread) => {
    const rule = book.rules.get(thread.kind);
    if (rule === undefined) throw new Error(`no rule says how a ${thread.kind} goes`);
    const pledge = settlePledge(thread, rule);
    return pledge === null ? [] : [pledge];
  });
}

/** Names within sentences, each looked up once: the register has sixty thousand of them. */
function rememberNames(reference: Reference): (party: string) => string {
  const names = new Map<string, string>();
  return (party) => {
    const known = names.get(party);
    if (known !== undefined) return known;
    const name = nameInText(reference, party);
    names.set(party, name);
    return name;
  };
}
