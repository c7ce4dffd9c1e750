import type {PartyId} from "../world/index.ts";
import type {Mention} from "./find-mentions.ts";
import type {Stand} from "./sentence-event.ts";

/** Who has been spoken of so far in an article. */
export interface Salience {
  /** The last two parties named together or in one sentence. */
  readonly pair: readonly PartyId[];
  /** The last party that stood first in a sentence. */
  readonly subject: PartyId | null;
  readonly bloc: PartyId | null;
}

export const nobodyYet: Salience = {pair: [], subject: null, bloc: null};

const pairWords =
  /\b(both|the two|these two|the two neighbou?ring) (nations|countries|states|governments|capitals|sides|leaders|presidents|ministers|neighbou?rs|powers|allies|militaries|navies|foreign ministers)\b/i;
const subjectWords =
  /^(?:(?:he|she|it|they)\b|the (?:country|kingdom|republic|island nation|nation|government|ministry|president|prime minister|premier|foreign minister|minister|leader|army|military|spokesman|spokeswoman|spokesperson)\b)/i;
const blocWords = /\bthe (?:bloc|alliance|grouping|organi[sz]ation)\b/i;

/** Words of a sentence that stand for parties named before: "both nations", "the kingdom", "the bloc", "he". */
export function findStands(
  text: string,
  salience: Salience,
  nameOf: (party: PartyId) => string,
): Stand[] {
  const stands: Stand[] = [];
  const add = (match: RegExpExecArray | null, parties: readonly PartyId[]) => {
    if (match === null || parties.length === 0) return;
    const names = parties.map(nameOf).join(" and ");
    const by = `“${match[0]}”: ${names}, named before`;
    stands.push({
      start: match.index,
      end: match.index + match[0].length,
      parties,
      reaches: parties.map((party) => ({party, how: "coreference", by})),
    });
  };
  add(pairWords.exec(text), salience.pair.length === 2 ? salience.pair : []);
  if (stands.length === 0)
    add(subjectWords.exec(text), salience.subject === null ? [] : [salience.subject]);
  add(blocWords.exec(text), salience.bloc === null ? [] : [salience.bloc]);
  return stands.sort((a, b) => a.start - b.start);
}

/** What a sentence leaves in the reader's mind for the next. */
export function nextSalience(
  before: Salience,
  mentions: readonly Mention[],
  stands: readonly Stand[],
): Salience {
  if (mentions.length === 0) return before;
  // "The kingdom recalled …" goes on about the kingdom.
  const lead = stands.find((one) => one.start === 0)?.parties ?? [];
  const parties = [...new Set([...lead, ...mentions.map((one) => one.party)])];
  const [first] = parties;
  return {
    pair: parties.length === 2 ? parties : parties.length > 2 ? parties.slice(0, 2) : before.pair,
    subject: first ?? before.subject,
    bloc: mentions.findLast((one) => one.bloc)?.party ?? before.bloc,
  };
}
