import anyAscii from "any-ascii";
import type {NameWords} from "../../world/index.ts";
import type {NameWeights} from "./name-weights.ts";
import {soundOf} from "./sound-of.ts";

/** One word of a name. */
export interface NameToken {
  readonly text: string;
  readonly sound: string;
  readonly kind: "word" | "initial" | "number" | "particle";
  /** How much it says, 0..1: a rare word more than one that many listed names hold. */
  readonly weight: number;
}

/** A name as it is compared: Latin letters, without titles, with its legal form apart. */
export interface ReadName {
  readonly tokens: readonly NameToken[];
  /** Class of the legal form that the name states. */
  readonly form: string | null;
  /** Its script leaves vowels out, or writes others than were said: Arabic, Khmer, kana. */
  readonly lacksVowels: boolean;
  /** All its words as they sound, without spaces. */
  readonly squeezed: string;
  /** Sum of the words' weights. */
  readonly weight: number;
}

/** What bears the name: titles are of persons, legal forms of organisations. */
export const nameSchemas = ["person", "organisation", "vessel"] as const;
export type NameSchema = (typeof nameSchemas)[number];

/** A letter of none of the scripts that write every vowel. */
const otherScript =
  /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Ethiopic}\p{Script=Hangul}\P{L}]/u;

/** Names longer than this, in UTF-16 units, are read up to it. */
const longestName = 400;

/** Reads names; what `words` say is compiled once. */
export function nameReader(
  words: NameWords,
  weights: NameWeights,
): (name: string, schema: NameSchema) => ReadName {
  const forms = Object.entries(words.legalForms)
    .flatMap(([form, ways]) => ways.map((way) => ({form, way: way.split(" ")})))
    .sort((a, b) => b.way.length - a.way.length);
  // Other forms ("Sa", "Se") are words of names of persons too.
  const formsOfPersons = forms.filter(({form}) => form === "llc");
  const titles = new Set(words.titles);
  const particles = new Set(words.particles);
  const numbers = numberWords(words);
  const abbreviations = new Map(Object.entries(words.abbreviations));
  const weightOf = wordWeight(words.listed, weights);

  return (name, schema) => {
    const kept = name.slice(0, longestName);
    const lacksVowels = otherScript.test(kept);
    let parts = wordsOf(anyAscii(kept));
    let form: string | null = null;
    if (schema !== "person") {
      const found = withoutForms(parts, forms);
      parts = found.parts;
      form = found.form;
    } else {
      const bare = withoutForms(parts, formsOfPersons).parts;
      const untitled = bare.filter((part) => !titles.has(part));
      parts = untitled.length > 0 ? untitled : bare;
    }
    const full = joinNumbers(
      parts.flatMap((part) => {
        if (schema === "person") return [part];
        return abbreviations.get(part)?.split(" ") ?? [numbers.get(part) ?? part];
      }),
    );
    const tokens = full.map((text): NameToken => {
      const kind = kindOf(text, particles);
      const sound = soundOf(text);
      return {text, sound, kind, weight: kind === "word" ? weightOf(text, sound) : weights[kind]};
    });
    return {
      tokens,
      form,
      lacksVowels,
      squeezed: tokens.map(({sound}) => sound).join(""),
      weight: tokens.reduce((sum, token) => sum + token.weight, 0),
    };
  };
}

function kindOf(text: string, particles: ReadonlySet<string>): NameToken["kind"] {
  if (/^\d/.test(text)) return "number";
  if (particles.has(text)) return "particle";
  return text.length === 1 ? "initial" : "word";
}

/** Rarity in the lists on a log scale, and less for words of few letters. */
function wordWeight({names, counts}: NameWords["listed"], {common}: NameWeights) {
  const rarest = Math.log(names + 1);
  return (text: string, sound: string): number => {
    const rarity = Math.log((names + 1) / (1 + (counts.get(sound) ?? 0))) / rarest;
    return (common + (1 - common) * rarity) * Math.min(1, 0.55 + text.length * 0.1);
  };
}

const digits: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "9": "g",
};

function wordsOf(text: string): string[] {
  return (
    text
      .replace(/[‘’'`´"“”]/g, "")
      .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
      .replace(/&/g, " and ")
      .replace(/%/g, " percent ")
      .replace(/'s\b/g, "")
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((part) => part !== "")
      .map((part) => part.replace(/^(\d+)(?:st|nd|rd|th)$/, "$1"))
      .flatMap((part) => part.match(/^\d+(?=[a-z]{3})|^[a-z]+\d*$|^\d+$|.+/g) ?? [])
      // "Sech1n": a digit inside a word stands for the letter it looks like.
      .map((part) =>
        /[a-z]\d[a-z]|^\d[a-z]{2}/.test(part)
          ? part.replace(/\d/g, (one) => digits[one] ?? one)
          : part,
      )
  );
}

interface Form {
  readonly form: string;
  readonly way: readonly string[];
}

/** Takes legal forms off both ends and from the middle; the first found names the class. */
function withoutForms(parts: readonly string[], forms: readonly Form[]) {
  let rest = [...parts];
  let form: string | null = null;
  for (const {form: one, way} of forms) {
    const at = rest.findIndex((_, i) => way.every((word, k) => rest[i + k] === word));
    if (at < 0 || rest.length === way.length) continue;
    rest = [...rest.slice(0, at), ...rest.slice(at + way.length)];
    form ??= one;
  }
  return {parts: rest, form};
}

/** Of names in series; I, V and X alone are initials. */
const romans: Readonly<Record<string, string>> = {
  ii: "2",
  iii: "3",
  iv: "4",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  xi: "11",
  xii: "12",
  xiii: "13",
  xiv: "14",
  xv: "15",
};

function numberWords({numbers, tens, ordinals}: NameWords): ReadonlyMap<string, string> {
  return new Map([
    ...numbers.map((word, i) => [word, String(i)] as const),
    ...tens.map((word, i) => [word, String((i + 2) * 10)] as const),
    ...ordinals.map((word, i) => [word, String(i)] as const),
    ...Object.entries(romans),
  ]);
}

/** "40", "4" is 44. */
function joinNumbers(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1) ?? "";
    if (/^[2-9]0$/.test(last) && /^[1-9]$/.test(part))
      joined[joined.length - 1] = String(Number(last) + Number(part));
    else joined.push(part);
  }
  return joined;
}
