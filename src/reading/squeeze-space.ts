/** Words with one space between them and none at the ends. */
export function squeezeSpace(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
