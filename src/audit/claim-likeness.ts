import type {Verdict} from "../world/index.ts";

/** Likeness from which two claims are taken for one: ours, set on pairs that we wrote. */
export const likeEnough = 0.5;

/** What the likeness is made of: words in common, parties in common, the same kind of act. */
const weights = {words: 0.6, parties: 0.25, act: 0.15};

/** How far two claims say the same of the same, 0..1; claims on other parties are never alike. */
export function claimLikeness(a: Verdict, b: Verdict): number {
  const parties = overlapOf(new Set(a.claim.about), new Set(b.claim.about));
  if (parties === 0) return 0;
  const [one, other] = [a.claim.event, b.claim.event];
  const act = one !== null && other !== null && one.type === other.type ? 1 : 0;
  const words = overlapOf(wordsOf(a.claim.text), wordsOf(b.claim.text));
  return weights.words * words + weights.parties * parties + weights.act * act;
}

/** Words that carry meaning, by their first five letters, so that "voted" and "voting" are one; figures and days are not among them. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** Shared members as a share of the smaller set (Szymkiewicz-Simpson). */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
