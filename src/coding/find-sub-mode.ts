import type {EventType, Gap, Reference} from "../world/index.ts";
import {gap} from "../world/index.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/** A cue of a sub-mode: its words after the first, and its place in the codebook. */
interface SubCue {
  readonly id: string;
  readonly rest: readonly string[];
  readonly order: number;
}
type SubCues = ReadonlyMap<string, readonly SubCue[]>;

const known = new WeakMap<Reference, ReadonlyMap<EventType, SubCues>>();

function subCuesOf(reference: Reference): ReadonlyMap<EventType, SubCues> {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const compiled = new Map(
    reference.codebook.map(({type, subModes}) => {
      const cues = new Map<string, SubCue[]>();
      subModes.forEach(({id, words}, order) => {
        for (const phrase of words) {
          const [first = "", ...rest] = phrase.split(" ");
          cues.set(first, [...(cues.get(first) ?? []), {id, rest, order}]);
        }
      });
      return [type, cues] as const;
    }),
  );
  known.set(reference, compiled);
  return compiled;
}

/** Words on either side of the event in which a sub-mode's cue counts, and what each more word of a cue is worth. */
const reach = 14;
const perWord = 2;

/**
 * PLOVER's own mode of a type ("visit" of CONSULT, "drone" of ASSAULT): the cue nearest to the event's words, a longer
 * one before a shorter.
 *
 * @param first,last the words that carry the event.
 */
export function findSubMode(
  {words}: Sentence,
  {first, last}: {readonly first: number; readonly last: number},
  type: EventType,
  reference: Reference,
): {readonly id: string; readonly by: string} | Gap {
  const cues = subCuesOf(reference).get(type);
  if (cues === undefined || cues.size === 0)
    return gap("PLOVER mode", `PLOVER parts ${type} into no modes`, "another codebook");
  let best: {id: string; by: string; score: number; order: number} | null = null;
  for (let at = Math.max(0, first - reach); at < Math.min(words.length, last + reach); at++) {
    const away = at < first ? first - at : at < last ? 0 : at - last + 1;
    for (const cue of cuesAt(words[at] as Word, cues)) {
      if (!cue.rest.every((word, k) => isWord(words[at + 1 + k], word))) continue;
      const score = perWord * cue.rest.length - away;
      const better =
        best === null || score > best.score || (score === best.score && cue.order < best.order);
      if (!better) continue;
      const by = words.slice(at, at + 1 + cue.rest.length).map((word) => word.text);
      best = {id: cue.id, by: by.join(" "), score, order: cue.order};
    }
  }
  return best ?? gap("PLOVER mode", `no words tell which mode of ${type} it is`, "a fuller report");
}

function cuesAt({lemma, lower}: Word, cues: SubCues): readonly SubCue[] {
  const own = cues.get(lemma) ?? [];
  return lower === lemma ? own : [...own, ...(cues.get(lower) ?? [])];
}

const isWord = (word: Word | undefined, said: string) =>
  word !== undefined && (word.lemma === said || word.lower === said);
