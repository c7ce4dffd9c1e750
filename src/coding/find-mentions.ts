import type {Day, PartyId, Reference, Span, Stretch} from "../world/index.ts";
import {type GazetteerName, gazetteerOf} from "./gazetteer.ts";
import {isMisleading} from "./misleading-names.ts";

/** A name of a party in a text. */
export interface Mention extends Stretch {
  readonly party: PartyId;
  readonly words: string;
  readonly bloc: boolean;
  readonly kind: GazetteerName["kind"];
}

const word = /[\p{L}\p{N}]+/gu;
const letter = /[\p{L}\p{N}]/u;

/**
 * Finds states and blocs by name, adjective, capital, seat or office holder. Case counts, whole words only; names that
 * mislead where they stand ("Washington Post", "South China Sea", "Michael Jordan") are passed over.
 *
 * @param on the day of the text: a dissolved state or an office holder is read only on the days it was so.
 */
export function findMentions(text: string, reference: Reference, on: Day | null = null): Mention[] {
  const gazetteer = gazetteerOf(reference);
  const found: Mention[] = [];
  let after = 0;
  for (const {0: first, index} of text.matchAll(word)) {
    if (index < after) continue;
    const hit = gazetteer
      .get(first)
      ?.find(
        ({name, valid}) =>
          text.startsWith(name, index) &&
          !letter.test(text[index + name.length] ?? " ") &&
          isValid(valid, on),
      );
    if (hit === undefined) continue;
    const passed = isMisleading(text, index, hit);
    after = index + (passed === 0 ? hit.name.length : passed);
    if (passed > 0) continue;
    const {party, bloc, kind, name: words} = hit;
    found.push({start: index, end: after, party, words, bloc, kind});
  }
  return found;
}

function isValid(valid: Span | null, on: Day | null): boolean {
  return (
    valid === null || on === null || (valid.from <= on && (valid.to === null || valid.to >= on))
  );
}
