import type {Stretch} from "../world/index.ts";
import type {SpeechWords} from "./speech-words.ts";

/** Who is named as speaking, and where. */
export interface Speaker extends Stretch {
  readonly name: string;
}

/** Sentences longer than this have no speaker that a reader would find either; in characters. */
const longestSentence = 3000;
const longestName = 110;
/** People and bodies that speak without a name of their own. */
const roles =
  /(?<!\p{L})(?:minist(?:er|ers|ry|ries)|president|spokes\p{L}+|officials?|government|envoy|ambassador|diplomats?|analysts?|experts?|observers|economists?|researchers?|sources?|leaders?|director|chief|general|embassy|secretary|source|statement|report|article|ministry|kremlin|authorities|critics|lawmakers|residents|juru bicara|jurucakap|menteri|presiden|kementerian|pemerintah|kerajaan|pengamat|penganalisis|pejabat|sumber|duta besar|министр|министерств\p{L}|президент|представител\p{L}|эксперт\p{L}{0,2}|аналитик\p{L}{0,2}|источник\p{L}{0,2}|глава|посол|ministre|ministère|président|porte-parole|ambassadeur|experts|analystes|responsables?|gouvernement|ministro|ministra|ministerio|presidente|portavoz|embajador|expertos|analistas|gobierno|fuentes|bộ|ông|bà|người phát ngôn|chuyên gia)(?!\p{L})/iu;
const boundary = /[,;:—–()|\uFFFC]|\s-\s/u;
/** Openings that make a clause no speaker: "which said", "it is said", "there". */
const noSpeaker =
  /^(?:which|that|who|what|there|it is|it was|this|these|those|here|as|if|when|where|yang|hal itu|это|что|ce qui|lo que)(?!\p{L})|(?<!\p{L})(?:is|was|were|are|been|being|be|has been|have been)$/iu;

/** The speaker in a unit whose quotations are hidden, or `null`; "he" is a pronoun and stands for whoever spoke last. */
export function findSpeaker(
  sentence: string,
  words: SpeechWords,
): (Stretch & {readonly pronoun: boolean}) | null {
  const searched = sentence.slice(0, longestSentence);
  const by = words.accordingTo.exec(searched);
  if (by !== null) {
    const named = nameBehind(searched, by.index + by[0].length, words);
    if (named !== null) return named;
  }
  const all = new RegExp(words.said.source, "gu");
  for (const verb of searched.matchAll(all)) {
    const end = verb.index + verb[0].length;
    if (/^ by(?!\p{L})/u.test(searched.slice(end))) continue;
    const found =
      nameBefore(searched, verb.index, words) ?? behindQuote(searched, verb.index, end, words);
    if (found !== null) return found;
    // "katanya", "a-t-il dit": the verb holds its pronoun.
    if (/nya$|-t-(?:il|elle)/u.test(verb[0])) return {start: verb.index, end, pronoun: true};
  }
  return null;
}

/** The subject right before the verb; behind an apposition ("Lavrov, Russia's foreign minister, said") what stands before that. */
function nameBefore(sentence: string, verb: number, words: SpeechWords) {
  const before = sentence.slice(0, verb);
  const clauses = clausesOf(before);
  const near = clauses.at(-1);
  if (near === undefined) return null;
  if (near.text !== "") return checked(near, words, false);
  // A comma right before the verb closes an apposition; a quotation does not.
  if (!/,\s*$/.test(before)) return null;
  const [name, apposition] = clauses.slice(-3, -1);
  const chosen =
    name !== undefined && name.text !== "" && apposition !== undefined ? name : apposition;
  return chosen === undefined ? null : checked(chosen, words, false);
}

/** "…," said Lavrov: right behind a quotation, or at the beginning in languages whose verb comes first. */
function behindQuote(sentence: string, verb: number, end: number, words: SpeechWords) {
  const free = /(?:^|[\uFFFC,،–—-])\s*$/u.test(sentence.slice(0, verb));
  return free ? nameBehind(sentence, end, words) : null;
}

function nameBehind(sentence: string, from: number, words: SpeechWords) {
  const lead = /^\s*(?:[,:]\s*)?/.exec(sentence.slice(from))?.[0].length ?? 0;
  const start = from + lead;
  const rest = sentence.slice(start, start + longestName + 40);
  const stop = Math.min(
    ...[boundary, words.endsName, /[.!?。]/u]
      .map((pattern) => pattern.exec(rest)?.index ?? rest.length)
      .map((at) => (at === 0 ? rest.length : at)),
  );
  const name = rest.slice(0, stop).trimEnd();
  return checked({start, end: start + name.length, text: name}, words, true);
}

function checked(clause: Stretch & {readonly text: string}, words: SpeechWords, behind: boolean) {
  const lead = words.leadIn.exec(clause.text)?.[0].length ?? 0;
  const tail =
    /(?:\s+(?:also|\p{Ll}{4,12}ly|has|had|have|then|later|on \p{L}+day|earlier|today|yesterday|juga|telah|turut|также|ранее|kemudian))*\s*$/u.exec(
      clause.text.slice(lead),
    )?.[0].length;
  const name = clause.text.slice(lead, clause.text.length - (tail ?? 0));
  const start = clause.start + lead;
  const end = start + name.length;
  if (words.pronoun.test(name)) return {start, end, pronoun: true};
  if (name.length < 2 || name.length > longestName || noSpeaker.test(name)) return null;
  return isName(name, behind || start > 0) ? {start, end, pronoun: false} : null;
}

/** In letters with capitals a name has one; in others any short clause may be one. A capital that opens a sentence proves little. */
function isName(name: string, inside: boolean): boolean {
  if (/^[\p{Lo}\p{M}\s\d·]+$/u.test(name)) return name.length <= 40;
  if (roles.test(name)) return true;
  return inside ? /\p{Lu}/u.test(name) : /\s\p{Lu}/u.test(name) || /^\p{Lu}\p{Ll}+$/u.test(name);
}

function clausesOf(before: string): (Stretch & {readonly text: string})[] {
  const clauses: (Stretch & {text: string})[] = [];
  let from = 0;
  const push = (end: number) => {
    const slice = before.slice(from, end);
    const lead = slice.length - slice.trimStart().length;
    const text = slice.trim();
    clauses.push({start: from + lead, end: from + lead + text.length, text});
  };
  for (const match of before.matchAll(new RegExp(boundary.source, "gu"))) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(before.length);
  return clauses;
}
