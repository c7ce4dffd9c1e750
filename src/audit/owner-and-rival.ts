import type {Mention} from "../coding/index.ts";
import {isState, type PartyId} from "../world/index.ts";
import type {Claim, Known} from "./claim.ts";
import type {Rank} from "./read-rank.ts";

/** Who stands at a place in whose order: "China was Indonesia's largest export market, ahead of Japan". */
export interface Placed {
  /** Whose suppliers, markets or partners are put in order. */
  readonly owner: PartyId;
  readonly holder: PartyId;
  /** Who is said to stand below the holder. */
  readonly below: readonly PartyId[];
  /** Whether the holder is said to have passed who stands below, which tells of the time before too. */
  readonly passed: boolean;
}

const ahead = /,?\s+(?:ahead of|followed by|well ahead of|above)\b/i;
const overtaking =
  /\b(?:overtook|overtaking|overtaken|surpassed|surpassing|replaced|replacing|displaced|passed)\b/i;

/** Reads who owns the order and who holds the place; `null` where the sentence is not built so. */
export function ownerAndRival(
  {text, mentions}: Claim,
  {start, end}: Rank,
  {reference}: Known,
): Placed | null {
  const cut = ahead.exec(text.slice(end));
  const reach = cut === null ? text.length : end + cut.index;
  const near = mentions.filter((one) => one.start < reach);
  const behind = mentions.filter((one) => one.start >= reach);
  const states = near.filter(({party}) => isState(reference, party));
  const owner =
    states.find((one) => one.end <= start && owns.test(text.slice(one.end, start))) ??
    states.find((one) => one.start > end && ownedBy.test(text.slice(end, one.start)));
  if (owner === undefined) return null;
  const others = near.filter(({party}) => party !== owner.party);
  const passing = overtaking.exec(text);
  if (passing !== null && passing.index < start) return passedBy(owner, others, passing.index);
  const parties = new Set(others.map(({party}) => party));
  const [holder] = parties;
  return holder === undefined || parties.size !== 1
    ? null
    : {owner: owner.party, holder, below: behind.map(({party}) => party), passed: false};
}

const owns = /^(?:['’]s|s['’]|['’])?\s+$/;
/** What may stand between a place and its owner: "largest supplier of coal to China", "main market for the exports of". */
const ownedBy = /^(?:\s+[\p{L}-]+){1,6}\s+(?:of|to|for|in|by)\s+(?:the\s+)?$/u;

/** "Russia overtook Saudi Arabia as China's largest supplier": the first holds the place now, the second is below. */
function passedBy(owner: Mention, others: readonly Mention[], at: number): Placed | null {
  const before = new Set(others.filter(({start}) => start < at).map(({party}) => party));
  const after = new Set(others.filter(({start}) => start > at).map(({party}) => party));
  const [holder] = before;
  if (holder === undefined || before.size !== 1 || after.size !== 1) return null;
  return {owner: owner.party, holder, below: [...after], passed: true};
}
