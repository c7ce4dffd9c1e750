import {groupMentions, type Mention} from "../coding/index.ts";
import type {Stretch} from "../world/index.ts";

/** A part of a sentence that can be tested by itself. */
export interface Clause extends Stretch {
  /** Its words, behind those of a subject that it takes from the clause before it: "Indonesia" + "voted for …". */
  readonly text: string;
  /** Characters of `text` that stand elsewhere in the sentence. */
  readonly borrowed: number;
}

/** Verbs that begin or carry what the matchers know how to test; a clause has one. */
const verb =
  /\b(is|are|was|were|has|have|had|remains?|remained|became|becomes|took|takes|accounted|accounts|bought|sold|ordered|received|supplied|supplies|delivered|exported|exports|imported|imports|joined|left|quit|acceded|voted|abstained|backed|supported|opposed|rejected|signed|concluded|entered|imposed|lifted|spent|spends|met|visited|hosted|agreed|held|said|says|did|exceeded|reached|stood|came|went|made|gave|sent|menjadi|bergabung|keluar|menandatangani|mengekspor|mengimpor|menolak|mendukung|abstain|memilih|membeli|mencapai|adalah)\b/i;
/** Any other verb in its past form: "maintained". Case counts, for "United" is none. */
const pastForm = /\b[a-z]{2,}ed\b/;
const hasVerb = (words: string) => verb.test(words) || pastForm.test(words);

/** Where one clause may end and the next begin; what stands before the verb in brackets is the joint. */
const joints =
  /;\s+|,?\s+(?:while|whereas|but|although|though|even though|sedangkan|sementara|tetapi|namun)\s+|,\s+(?:and|dan)\s+|,\s+(?:which|who|yang)\s+|,\s+(?=after|before|having)|(?:,\s+|\s+(?:and|dan|serta)\s+)(?=(?:has |have |had |was |were |is |are |then |later |also |kemudian )?(?:voted|abstained|joined|signed|exported|imported|bought|ordered|received|supplied|delivered|imposed|lifted|spent|left|quit|became|accounted|opposed|backed|rejected|did|in force|menandatangani|mengekspor|mengimpor|bergabung|menolak|mendukung|abstain|menjadi)\b)/giu;
const relative = /^(?:which|who|yang)\s+/i;

/**
 * Cuts a sentence where it says one thing and then another, so that each is held against its own period. A part without
 * a verb stays with the one before it; a part that begins with its verb borrows the subject that was named last before
 * it. A known approximation: what no joint of the list parts stays one clause.
 */
export function cutClauses(text: string, mentions: readonly Mention[]): Clause[] {
  const cuts: {end: number; start: number; relative: boolean}[] = [];
  let from = 0;
  for (const hit of text.matchAll(joints)) {
    const [end, start] = [hit.index, hit.index + hit[0].length];
    const rest = text.slice(start);
    if (!hasVerb(text.slice(from, end)) || !hasVerb(rest)) continue;
    cuts.push({end, start, relative: relative.test(hit[0].replace(/^,\s+/, ""))});
    from = start;
  }
  if (cuts.length === 0) return [{start: 0, end: text.length, text, borrowed: 0}];
  const groups = groupMentions(text, mentions);
  const starts = [{start: 0, relative: false}, ...cuts];
  return starts.map(({start, relative: of}, at) => {
    const end = cuts[at]?.end ?? text.length;
    const own = text.slice(start, end);
    const acts = (verb.exec(own) ?? pastForm.exec(own))?.index ?? 0;
    const named = mentions.some((one) => one.start >= start && one.start < start + acts);
    const before = groups.filter((group) => group.end <= start);
    // "Indonesia, which joined …" speaks of the name beside it; "and voted …" of the sentence's first.
    const subject = of ? before.at(-1) : before[0];
    if (start === 0 || named || subject === undefined) return {start, end, text: own, borrowed: 0};
    const prefix = `${text.slice(subject.start, subject.end)} `;
    return {start, end, text: prefix + own, borrowed: prefix.length};
  });
}
