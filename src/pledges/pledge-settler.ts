import {type Decisions, settleJudgements} from "../ledger/index.ts";
import type {
  Commitments,
  Judgement,
  Move,
  Pledge,
  PledgeRule,
  Reference,
  RejectedPledge,
} from "../world/index.ts";
import {nameInText, stepsJudged} from "../world/index.ts";
import {pledgesFromAgreements} from "./pledges-from-agreements.ts";
import {armsThreads} from "./pledges-from-arms.ts";
import {pledgesFromMemberships} from "./pledges-from-memberships.ts";
import {pledgesFromMoves} from "./pledges-from-moves.ts";
import {pledgesFromSanctions} from "./pledges-from-sanctions.ts";
import {pledgesFromTracks} from "./pledges-from-tracks.ts";
import {type Parts, settleThread} from "./settle-thread.ts";
import {pledgeId, type Thread} from "./thread.ts";

/** What is known of commitments on a day. */
export interface PledgesTold {
  readonly commitments: Commitments;
  readonly moves: readonly Move[];
  readonly judgements: readonly Judgement[];
}

/** Every commitment of a day, and how it stands. */
export interface Gathered {
  readonly pledges: readonly Pledge[];
  /** Those of which people rejected all that made them a commitment. */
  readonly rejected: readonly RejectedPledge[];
  /** How many had to be settled, because something of them was not known before. */
  readonly touched: number;
}

/** A commitment as it was settled, and all that it was settled from. */
interface Settled {
  readonly id: string;
  readonly parts: Parts;
  readonly isJudged: boolean;
  readonly pledge: Pledge | null;
  readonly rejected: RejectedPledge | null;
}

/**
 * Settles commitments again and again as more comes to be known. What is told of a commitment as before is not settled
 * anew; the outcome is the same as if all were.
 */
export function pledgeSettler(reference: Reference): (told: PledgesTold) => Gathered {
  const book = reference.pledgeBook();
  const nameOf = rememberNames(reference);
  const fromArms = armsThreads(nameOf);
  const unchanged = keepUnchanged();
  let before = new Map<string, Settled>();
  return ({commitments, moves, judgements}) => {
    const {asOf, armsOrders, agreements, sanctions} = commitments;
    const decisions = settleJudgements(judgements);
    const judged = judgedPledges(judgements);
    const parts = partsByKey([
      ...fromArms(armsOrders),
      ...unchanged([
        ...pledgesFromAgreements(agreements, asOf, nameOf),
        ...pledgesFromSanctions(sanctions, nameOf),
        ...pledgesFromMemberships(reference, asOf, nameOf),
        ...pledgesFromTracks(book, asOf),
        ...pledgesFromMoves(moves, asOf, nameOf),
      ]),
    ]);
    let touched = 0;
    const now = new Map<string, Settled>();
    for (const [key, own] of parts) {
      const old = before.get(key);
      const id = old?.id ?? pledgeId(key);
      const isJudged = judged.has(id);
      const stands = old !== undefined && !isJudged && !old.isJudged && isSame(own, old.parts);
      if (!stands) touched += 1;
      now.set(key, stands ? old : settle(id, own, isJudged, decisions, book.rules));
    }
    before = now;
    const all = [...now.values()];
    return {
      pledges: all.flatMap(({pledge}) => (pledge === null ? [] : [pledge])),
      rejected: all.flatMap(({rejected}) => (rejected === null ? [] : [rejected])),
      touched,
    };
  };
}

function settle(
  id: string,
  parts: Parts,
  isJudged: boolean,
  decisions: Decisions,
  rules: ReadonlyMap<string, PledgeRule>,
): Settled {
  return {id, parts, isJudged, ...settleThread(id, parts, decisions, rules)};
}

/** Threads of one commitment, whatever tells of it, in the order in which they are told. */
function partsByKey(threads: readonly Thread[]): Map<string, [Thread, ...Thread[]]> {
  const parts = new Map<string, [Thread, ...Thread[]]>();
  for (const thread of threads) {
    const known = parts.get(thread.key);
    if (known === undefined) parts.set(thread.key, [thread]);
    else known.push(thread);
  }
  return parts;
}

/** Ids of pledges of which people judged a step. */
function judgedPledges(judgements: readonly Judgement[]): ReadonlySet<string> {
  return new Set(
    judgements.flatMap((one) => stepsJudged(one).map((id) => id.slice(0, id.indexOf(":")))),
  );
}

const isSame = (some: readonly Thread[], others: readonly Thread[]) =>
  some.length === others.length && some.every((one, at) => one === others[at]);

/** Of threads made anew, the ones made before wherever they say the same. */
function keepUnchanged(): (threads: readonly Thread[]) => Thread[] {
  let before = new Map<string, Thread>();
  return (threads) => {
    const now = new Map<string, Thread>();
    const kept = threads.map((thread) => {
      const told = JSON.stringify(thread);
      const one = now.get(told) ?? before.get(told) ?? thread;
      now.set(told, one);
      return one;
    });
    before = now;
    return kept;
  };
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
