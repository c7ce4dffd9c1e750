import type {Stretch} from "../world/index.ts";

/**
 * Words that carry a judgement inside a description. They are shown as the author's own, so that a reader does not
 * take them for ours. The list is ours; add to it when a text shows another.
 */
const loaded = [
  "sphere of influence",
  "strategic pivot",
  "pivot",
  "expanding influence",
  "significant shift",
  "landmark",
  "historic",
  "puppet",
  "regime",
  "satellite state",
  "backyard",
  "game-changer",
  "new cold war",
  "axis",
  "cave in",
  "caved in",
  "bullying",
  "aggressive",
  "provocative",
  "rogue",
  "vassal",
  "stranglehold",
  "charm offensive",
  "recalibration",
] as const;

/** Longer ones first: a word inside a longer hit is none. */
const patterns = [...loaded]
  .sort((a, b) => b.length - a.length)
  .map((words) => ({words, pattern: new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, "giu")}));

/** A loaded word where it stands, as the text writes it. */
export interface LoadedAt extends Stretch {
  readonly words: string;
}

/** The loaded words that stand in a text, in its order; a word inside a longer hit is not repeated. */
export function loadedWords(text: string): LoadedAt[] {
  const found: Stretch[] = [];
  for (const {words, pattern} of patterns) {
    for (const {index} of text.matchAll(pattern)) {
      const end = index + words.length;
      if (!found.some((hit) => hit.start <= index && end <= hit.end))
        found.push({start: index, end});
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({start, end}) => ({start, end, words: text.slice(start, end)}));
}
