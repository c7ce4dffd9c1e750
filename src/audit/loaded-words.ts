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

/** The loaded words that stand in a text, as the text writes them; a word inside a longer hit is not repeated. */
export function loadedWords(text: string): string[] {
  const found: {start: number; end: number}[] = [];
  for (const words of [...loaded].sort((a, b) => b.length - a.length)) {
    const pattern = new RegExp(`(?<![\\p{L}-])${words}(?![\\p{L}-])`, "giu");
    for (const {index} of text.matchAll(pattern)) {
      const end = index + words.length;
      if (!found.some((hit) => hit.start <= index && end <= hit.end))
        found.push({start: index, end});
    }
  }
  return found.sort((a, b) => a.start - b.start).map(({start, end}) => text.slice(start, end));
}
