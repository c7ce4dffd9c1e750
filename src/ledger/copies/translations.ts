import {plainName} from "../settle-judgements.ts";

/** What can be recognised in any language: figures, and names in Latin letters. */
export type Landmarks = ReadonlySet<string>;

/** "Translated from …" as outlets write it, in the languages that are read here. */
const says =
  /\b(?:translated (?:from|by)|translation (?:of|by)|originally published (?:in|by)|diterjemahkan (?:dari|oleh)|terjemahan|traduit (?:de|du|par)|traducido (?:de|del|por))\b|(?<!\p{L})(?:перевод(?: с| из|:)?|переведено)(?!\p{L})|翻译自|译自|編譯|编译|ترجمة|dịch từ|แปลจาก/iu;
/** Such words stand at the head or the foot of an article, within this many characters. */
const edge = 400;
/** Figures and names that are looked for in the first characters of a text. */
const mostCharacters = 20_000;
const landmark = /\d+(?:[.,]\d+)*|\p{Lu}[\p{Script=Latin}’'-]{3,30}/gu;

/** Whether a text says of itself that it is a translation. */
export function saysTranslated(text: string): boolean {
  return says.test(text.slice(0, edge)) || says.test(text.slice(-edge));
}

export function landmarksOf(text: string): Landmarks {
  const found = text.slice(0, mostCharacters).match(landmark) ?? [];
  return new Set(
    found
      .map((one) => (/^\d/.test(one) ? one.replaceAll(/[.,]/g, "") : plainName(one)))
      .filter((one) => !/^\d$/.test(one)),
  );
}

/** Landmarks that both must have, and the share of the shorter list that they must be. */
const fewest = 4;
const share = 0.5;

/** Share of the shorter list of landmarks that the other has; 0 where too few speak for one text. */
export function sharedLandmarks(a: Landmarks, b: Landmarks): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const both = [...small].filter((one) => large.has(one)).length;
  return both < fewest || both < share * small.size ? 0 : both / small.size;
}
