import type {Stretch} from "../world/index.ts";

/** Words whose full stop does not end a sentence. Closed list of English titles, months and Latin short forms. */
const abbreviations = new Set(
  "mr mrs ms dr prof gen lt col sgt sen rep gov pres st no nos vs etc fig art para approx est dept jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** How far back from a full stop a short form may begin, in UTF-16 units. */
const longestAbbreviation = 24;

function isAbbreviation(before: string): boolean {
  const word = /([\p{L}.]+)$/u.exec(before)?.[1] ?? "";
  // "U.S", "e.g", a person's initial "J": a dot inside the word, or one letter alone.
  if (/^(\p{L}\.)*\p{L}$/u.test(word)) return true;
  return abbreviations.has(word.toLowerCase());
}

/**
 * Cuts a stretch of text into sentences. Offsets are those of the whole text, so `text.slice(start, end)` is the
 * sentence, without the white space around it. Blank lines always cut; Chinese full stops need no space behind them.
 */
export function splitSentences(text: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  const push = (start: number, end: number) => {
    let [a, b] = [start, end];
    while (a < b && /\s/.test(text[a] ?? "")) a++;
    while (b > a && /\s/.test(text[b - 1] ?? "")) b--;
    if (b > a) found.push({start: a, end: b});
  };
  const slice = text.slice(from, to);
  // One mark, the last of a row of them: a megabyte of dots must not be tried from each dot.
  const boundary =
    /[.!?؟](?![.!?؟])["'”’)\]»]*(?=\s+["'“‘«([]?[\p{Lu}\p{Lo}\p{N}])|[。！？](?![。！？])["”’」』）]*|\n\s*\n/gu;
  let start = 0;
  for (const match of slice.matchAll(boundary)) {
    const blank = match[0].startsWith("\n");
    if (
      !blank &&
      match[0] === "." &&
      isAbbreviation(slice.slice(Math.max(start, match.index - longestAbbreviation), match.index))
    )
      continue;
    const end = match.index + (blank ? 0 : match[0].length);
    push(from + start, from + end);
    start = end;
  }
  push(from + start, to);
  return found;
}
