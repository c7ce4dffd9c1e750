import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type {Stretch} from "../world/index.ts";

/** A word or mark of a sentence, with its offsets in the sentence. */
export interface Word extends Stretch {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech: VERB, AUX, NOUN, PROPN, ADP … */
  readonly pos: string;
}

type Nlp = ReturnType<typeof winkNLP>;

/** The words that the tagger knows: in order, and by their text. */
interface Lexemes {
  readonly list: readonly string[];
  readonly hash: Record<string, unknown>;
}

let loaded: {readonly nlp: Nlp; readonly lexemes: Lexemes} | null = null;

/** Loaded once, when first asked for. The words that it meets it keeps among those that it knows. */
function tagger() {
  if (loaded === null) {
    const core = (model.core as () => {readonly features: {readonly lexeme: Lexemes}})();
    loaded = {
      nlp: winkNLP({...model, core: () => core}, ["pos"]),
      lexemes: core.features.lexeme,
    };
  }
  return loaded;
}

/**
 * Forgets the words met since, but for those of letters alone. One that it once met whole ("firm's", before a full stop) it
 * would not part again, so that how a sentence is read would hang on what was read before it; "cannot" met before a mark is
 * whole as well, and when met again takes another word's lemma.
 */
function forget({list, hash}: Lexemes, since: number): void {
  // The list keeps its length: the tagger has another that runs beside it.
  for (const word of list.slice(since))
    if (/[^\p{L}]|^cannot$/iu.test(word)) Reflect.deleteProperty(hash, word);
}

/** Past forms that the tagger's lemmas miss when it takes them for nouns or adjectives. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    struck: "strike",
    shot: "shoot",
    met: "meet",
    held: "hold",
    sought: "seek",
    sold: "sell",
    bought: "buy",
    sent: "send",
    fought: "fight",
    froze: "freeze",
    frozen: "freeze",
    slain: "slay",
    hit: "hit",
    cut: "cut",
    freed: "free",
    banned: "ban",
    halted: "halt",
    jailed: "jail",
    barred: "bar",
    inked: "ink",
    urged: "urge",
    vowed: "vow",
    backed: "back",
    eyed: "eye",
    expelled: "expel",
    troops: "troop",
    drills: "drill",
    diplomats: "diplomat",
    envoys: "envoy",
  }),
);

/** Longest sentence that is read word by word, in UTF-16 units; the rest of a longer one is not coded. */
export const longestSentence = 2000;

/**
 * Splits a sentence into words with part of speech and lemma. Headlines are read in lower case but for names, because
 * the tagger takes every capitalised word for a name.
 *
 * @param names stretches of the sentence that are names and keep their capitals.
 * @param titled whether it is in title case, where that is known already.
 */
export function readWords(
  sentence: string,
  names: readonly Stretch[],
  titled: boolean = isTitleCase(sentence.slice(0, longestSentence), names),
): Word[] {
  const {nlp, lexemes} = tagger();
  const {its} = nlp;
  const known = lexemes.list.length;
  const kept = sentence.slice(0, longestSentence);
  const plain = titled ? lowerButNames(kept, names) : kept;
  const tokens = nlp.readDoc(plain).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as typeof its.value) as string[];
  forget(lexemes, known);
  const words: Word[] = [];
  let at = 0;
  values.forEach((value, i) => {
    const start = plain.indexOf(value, at);
    // The tagger may rewrite odd characters; such a word has no place of its own and is left out.
    if (start < 0 || start > at + 40) return;
    at = start + value.length;
    const lower = value.toLowerCase();
    const lemma = irregular.get(lower) ?? (lemmas[i] ?? lower).toLowerCase();
    words.push({
      start,
      end: at,
      text: kept.slice(start, at),
      lower,
      lemma: singular(lemma, lower),
      pos: tags[i] ?? "X",
    });
  });
  return joinHyphens(words);
}

/** "co", "-", "operate" is one word; a hyphen beside a name ("US-backed") still parts two. */
function joinHyphens(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const last = joined.at(-1);
    const next = words[i + 1];
    const tight = word.text === "-" && last?.end === word.start && next?.start === word.end;
    if (!tight || !/^\p{Ll}/u.test(last.text) || !/^\p{Ll}/u.test(next.text)) {
      joined.push(word);
      continue;
    }
    joined[joined.length - 1] = {
      start: last.start,
      end: next.end,
      text: `${last.text}-${next.text}`,
      lower: `${last.lower}-${next.lower}`,
      lemma: `${last.lower}-${next.lemma}`,
      pos: next.pos,
    };
    i++;
  }
  return joined;
}

/** The tagger leaves "-s" and "-ed" on words it takes for names. */
function singular(lemma: string, lower: string): string {
  return lemma === lower && lower.length > 4 && /[^su]s$/.test(lower)
    ? lower
        .replace(/ies$/, "y")
        .replace(/(sh|ch|ss|x)es$/, "$1")
        .replace(/s$/, "")
    : lemma;
}

/** Most words outside the names begin with a capital: a title, not a sentence. */
export function isTitleCase(sentence: string, names: readonly Stretch[]): boolean {
  let capital = 0;
  let all = 0;
  for (const {0: word, index} of sentence.matchAll(/\p{L}[\p{L}'’-]+/gu)) {
    if (word.length < 4 || names.some(({start, end}) => index >= start && index < end)) continue;
    all++;
    if (/^\p{Lu}/u.test(word)) capital++;
  }
  return all >= 2 && capital / all >= 0.6;
}

function lowerButNames(sentence: string, names: readonly Stretch[]): string {
  const lowered = [...sentence.matchAll(/\p{Lu}[\p{L}]*/gu)].filter(
    ({index}) => !names.some(({start, end}) => index >= start && index < end),
  );
  let out = "";
  let at = 0;
  for (const {0: word, index} of lowered) {
    const low = word.toLowerCase();
    out += sentence.slice(at, index) + (low.length === word.length ? low : word);
    at = index + word.length;
  }
  return out + sentence.slice(at);
}

/** Longest line, in UTF-16 units, that is taken for a headline for want of a full stop. */
const longestHeadline = 140;

/** A title in capitals, or a short line without a full stop. */
export function isHeadline(sentence: string, names: readonly Stretch[], titled?: boolean): boolean {
  const open = sentence.length <= longestHeadline && !/[.!?]["'”’)\]]*\s*$/.test(sentence);
  return open || (titled ?? isTitleCase(sentence, names));
}
