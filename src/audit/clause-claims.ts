import {findMentionsIn} from "../coding/index.ts";
import {articleDay, isGap} from "../world/index.ts";
import type {Claim, Known} from "./claim.ts";
import {type Clause, cutClauses} from "./cut-clauses.ts";
import {periodOfArticle} from "./find-claims.ts";
import {type Period, readPeriods} from "./read-period.ts";

/** A sentence's clause as a claim of its own, and how to find its place in the sentence again. */
export interface ClauseClaim {
  readonly clause: Clause;
  readonly claim: Claim;
}

/** Words that take back what they speak of, or only wonder: what follows is not asserted. */
const unasserted =
  /\b(den(?:y|ies|ied|ying)|refut(?:e|es|ed)|dismiss(?:es|ed)|false|falsely|untrue|whether|if|unless|rumou?rs?|no evidence|not true|had it|were it|membantah|jika|apabila|kalau|hoaks)\b/i;

/** Characters at a sentence's head within which a period is everybody's: "In 2016, Indonesia …". */
const leading = 30;

/**
 * The claims that a sentence makes, one a clause, each with its own names and period. A period at the sentence's head
 * stands for clauses that name none. What is denied or only supposed gives none.
 */
export function clauseClaims(claim: Claim, {article, reference}: Known): ClauseClaim[] {
  if (unasserted.test(claim.text)) return [];
  const written = isGap(article.published) ? null : article.published;
  const on = articleDay(article);
  const head = readPeriods(claim.text.slice(0, leading), written)[0];
  return cutClauses(claim.text, claim.mentions).map((clause) => {
    if (clause.borrowed === 0 && clause.end - clause.start === claim.text.length)
      return {clause, claim};
    const own = readPeriods(clause.text, written);
    const periods: readonly Period[] = own.length > 0 ? own : head === undefined ? [] : [head];
    const mentions = findMentionsIn(article.language, clause.text, reference, on);
    const period = periods[0] ?? periodOfArticle(article);
    return {
      clause,
      claim: {
        ...claim,
        text: clause.text,
        mentions,
        about: [...new Set(mentions.map(({party}) => party))],
        period,
        periods,
      },
    };
  });
}

/** A finding's stretch in the sentence; what lies in borrowed words is the clause's beginning. */
export function placeInSentence(
  {start, borrowed, end: last}: Clause,
  stretch: {readonly start: number; readonly end: number},
): {start: number; end: number} {
  const from = start + Math.max(0, stretch.start - borrowed);
  return {start: from, end: Math.min(last, start + Math.max(0, stretch.end - borrowed))};
}
