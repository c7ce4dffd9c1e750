import {countCase} from "./count-case.ts";

/** Share of capitals among the letters from which a text counts as shouted, and letters that it needs to be judged. */
const shouted = 0.8;
const fewest = 12;

/**
 * A text in capitals as a title in capitals: "NORWAY EXPELS US ENVOYS" as "Norway Expels US Envoys", every character in
 * its place. Short words keep theirs, because "US" is not "us".
 */
export function calmCapitals(text: string): string {
  const {small, capitals} = countCase(text);
  if (capitals < fewest || capitals / (capitals + small) < shouted) return text;
  return text.replace(/\p{Lu}{4,}/gu, (word) => {
    const calm = word.slice(0, 1) + word.slice(1).toLowerCase();
    return calm.length === word.length ? calm : word;
  });
}
