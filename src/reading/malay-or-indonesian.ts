import {malayWeights} from "./malay-weights.ts";

/**
 * How sure the sum must be before one of the two is named: odds of about 3 to 2. Below it the text has no word or ending that the
 * two languages do not share.
 */
const leastSum = 0.4;
/** Words beyond these tell no more. */
const mostWords = 2000;

/**
 * "id" or "ms", or `null` where the words tell nothing. Naive Bayes over words, and a tenth as strong over their letters (runs of
 * 2 to 5), so that a word never met still tells by its spelling. Trained by `scripts/train-malay.ts` on sentences that we wrote; how
 * often it is right is the bench `language`.
 */
export function tellMalayFromIndonesian(text: string): "id" | "ms" | null {
  let sum = 0;
  for (const feature of featuresOf(text)) sum += malayWeights.get(feature) ?? 0;
  if (Math.abs(sum) < leastSum) return null;
  return sum > 0 ? "ms" : "id";
}

/** Whether half of a text's words are ones that the model met in either language. */
export function looksMalay(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}-]*/gu)
      ?.slice(0, mostWords) ?? [];
  const known = words.filter((word) => malayWeights.has(`=${word}`)).length;
  return words.length >= 4 && known * 2 >= words.length;
}

/** Each word ("=bahwa"), and its runs of letters with an underscore at its ends: "_bah", "ahw", "hwa_". Once each in a text. */
export function featuresOf(text: string): Set<string> {
  const found = new Set<string>();
  const words = text.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];
  for (const word of new Set(words.slice(0, mostWords))) {
    found.add(`=${word}`);
    const marked = `_${word.slice(0, 30)}_`;
    for (let length = 2; length <= 5; length++)
      for (let at = 0; at + length <= marked.length; at++) found.add(marked.slice(at, at + length));
  }
  return found;
}
