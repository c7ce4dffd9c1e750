import type {Verdict} from "../world/index.ts";
import type {Where} from "./claim.ts";

export interface NamedKind {
  readonly kind: Verdict["kind"];
  /** The word, heading or column that decided; "" for an assertion. */
  readonly by: string;
}

const adviceHead = /\b(recommend\w*|proposed|way forward|what .{0,20}should do)\b/i;
const futureColumn = /\b(potential|possible|expected|projected|forecast|likely)\b/i;

/** Words that make a statement what it is. Case counts where a month is a modal: "May". */
interface KindWords {
  readonly advice: RegExp;
  readonly future: RegExp;
  readonly valuation: RegExp;
}

const english: KindWords = {
  advice:
    /\b(should|must|ought to|needs? to|had better|recommend(s|ed|ations?)?|urge[ds]? (?:that|them) to|is advised to|are advised to|it is time (?:to|for)|let us)\b/i,
  future:
    /\b(will|would|could|may|might|can|shall|is set to|are set to|is expected to|are expected to|is poised to|are poised to|is likely to|are likely to|is bound to|are bound to|is about to|are about to|plans? to|intends? to|aims? to|hopes? to|unlikely|remains to be seen|prospects?|forecasts?|projected to)\b|['’]ll\b/,
  valuation:
    /\b(underscores?|marks? an?|signals? an?|highlights?|reflects?|illustrates?|demonstrates?|represents? an?|presents? an?|amounts? to|seen as|regarded as|arguably|undoubtedly|clearly|of course|in my view|I (?:think|believe)|we (?:think|believe)|appears? to|seems? to|(?:analysts?|experts?|observers?|critics|commentators?|opponents|sceptics|skeptics|pundits|supporters) (?:note|say|said|believe|argue|argued|expect|maintain|contend)d?|closely watched|(?:is|are|was|were|remains?) (?:a |an |the )?(?:\w+ly )?(?:most |more |least |less )?(?:best|worst|wise|unwise|foolish|disastrous|brilliant|shameful|admirable|dangerous|reckless|welcome|important|significant|crucial|vital|remarkable|impressive|disappointing|strong|weak|unfair|fair|betrayal|mistake|triumph|masterstroke|disgrace)\b)/i,
};

/** Indonesian and Malay. */
const malay: KindWords = {
  advice: /\b(harus|sebaiknya|seharusnya|sepatutnya|perlu|wajib|hendaknya|disarankan|mesti)\b/i,
  future:
    /\b(akan|bakal|dapat|bisa|mungkin|diperkirakan|diharapkan|berencana|berpotensi|berpeluang|dijangka)\b/i,
  valuation:
    /\b(dinilai|menunjukkan|mencerminkan|menandai|menegaskan|dianggap|tampaknya|menurut pengamat|pengamat (?:menilai|mengatakan)|analis (?:menilai|mengatakan)|patut disyukuri|memalukan|berbahaya|bijak|gegabah|membanggakan)\b/i,
};

const words = (language: string): KindWords =>
  language === "id" || language === "ms" ? malay : english;

/** A list item that begins with an "-ing" word under advice is the advice itself: "Supporting ASEAN's role". */
const gerund = /^[\s•*–-]*[A-Z]\w+ing\b/;

/**
 * Says what kind of statement a claim is, and by which words. Advice is looked for before forecasts, and forecasts
 * before opinions: "should" decides over "could", "could" over "underscores". What carries none of these marks is
 * an assertion. A known approximation: a plain sentence of pure praise passes as an assertion and ends "not tested".
 */
export function claimKind(
  text: string,
  where: Where,
  residue: boolean,
  language: string,
): NamedKind {
  if (residue) return {kind: "residue", by: "flagged by the reader as a machine's leftover"};
  if (adviceHead.test(where.column))
    return {kind: "recommendation", by: `its column "${where.column}"`};
  if (futureColumn.test(where.column))
    return {kind: "prediction", by: `its column "${where.column}"`};
  const {advice, future, valuation} = words(language);
  const should = advice.exec(text);
  if (should !== null) return {kind: "recommendation", by: `the word "${should[0]}"`};
  if (adviceHead.test(where.heading) && (where.listItem || gerund.test(text)))
    return {kind: "recommendation", by: `its heading "${where.heading}"`};
  const could = future.exec(text);
  if (could !== null) return {kind: "prediction", by: `the word "${could[0]}"`};
  const value = valuation.exec(text);
  if (value !== null) return {kind: "opinion", by: `the wording "${value[0]}"`};
  return {kind: "assertion", by: ""};
}
