import type {Stretch} from "../world/index.ts";

/** A number where it stands, with the sign of a currency before it. */
export interface NumberFound extends Stretch {
  readonly value: number;
  readonly sign: string | null;
}

const count = (words: string, from: number, step: number) =>
  words.split(" ").map((word, i) => [word, from + i * step] as const);
const small = new Map([
  ...count("one two three four five six seven eight nine ten eleven twelve thirteen", 1, 1),
  ...count("fourteen fifteen sixteen seventeen eighteen nineteen", 14, 1),
  ...count("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
]);
const scales = new Map<string, number>([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1e3],
  ["k", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["mln", 1e6],
  ["m", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["bln", 1e9],
  ["bn", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["trn", 1e12],
  ["tn", 1e12],
]);

/** The currency of a sign or code that stands before its number; null where the sign is of several. */
export const currencyOfSign: Readonly<Record<string, string | null>> = {
  $: "USD",
  US$: "USD",
  USD: "USD",
  A$: "AUD",
  C$: "CAD",
  S$: "SGD",
  R$: "BRL",
  NZ$: "NZD",
  HK$: "HKD",
  NT$: "TWD",
  "€": "EUR",
  EUR: "EUR",
  "£": "GBP",
  GBP: "GBP",
  "¥": null,
  JPY: "JPY",
  CNY: "CNY",
  RMB: "CNY",
  "₹": "INR",
  INR: "INR",
  "₽": "RUB",
  RUB: "RUB",
  "₩": "KRW",
  "₺": "TRY",
  "₦": "NGN",
  RM: "MYR",
  MYR: "MYR",
  Rp: "IDR",
  IDR: "IDR",
  R: "ZAR",
  CHF: "CHF",
};
const signs = Object.keys(currencyOfSign)
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll("$", String.raw`\$`))
  .join("|");
const inDigits = new RegExp(
  String.raw`(?<![\p{L}\d.,/:-])(?:(?<sign>${signs})[ \u00a0]?)?(?<digits>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?)(?![\d:/]|,\d|\.\d)(?:[ \u00a0-]?(?<scale>hundred|thousand|lakh|million|mln|crore|billion|bln|bn|trillion|trn|tn|m|b|k)(?![\p{L}\d]))?`,
  "gu",
);

/** Numbers of a text in figures ("$2.1bn", "10,000") and in words ("half a million", "twenty-two thousand"). */
export function findNumbers(text: string): NumberFound[] {
  return [...numbersInFigures(text), ...numbersInWords(text)].sort((a, b) => a.start - b.start);
}

function numbersInFigures(text: string): NumberFound[] {
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(inDigits)].map((match) => {
    const {sign = null, digits = "", scale = ""} = match.groups ?? {};
    const figure = Number(digits.replaceAll(/[,\u00a0\u202f]/g, ""));
    const value = figure * (scales.get(scale) ?? 1);
    return {start: match.index, end: match.index + match[0].length, value, sign};
  });
}

const isScale = (word: string) => word.length > 3 && scales.has(word);

const anyWord =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|[bm]illion|trillion|dozen|lakh|crore)\b/i;

function numbersInWords(text: string): NumberFound[] {
  if (!anyWord.test(text)) return [];
  const tokens = [...text.matchAll(/\p{L}+/gu)].map(({0: word, index}) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
  const found: NumberFound[] = [];
  for (let i = 0; i < tokens.length; ) {
    const read = readNumber(text, tokens, i);
    if (read === null) i++;
    else {
      found.push(read.number);
      i = read.next;
    }
  }
  return found;
}

interface Token extends Stretch {
  readonly word: string;
}

/** The number that begins at a word, and the word behind it. */
function readNumber(
  text: string,
  tokens: readonly Token[],
  from: number,
): {number: NumberFound; next: number} | null {
  const word = (at: number) => tokens[at]?.word ?? "";
  const tight = (at: number) =>
    /^[ \u00a0-]$/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0));
  let at = from;
  let total = 0;
  let part = 0;
  if (word(at) === "half" && /^an?$/.test(word(at + 1)) && isScale(word(at + 2))) {
    part = 0.5;
    at += 2;
  } else if (/^an?$/.test(word(at))) {
    if (!isScale(word(at + 1)) || !tight(at + 1)) return null;
    at++;
  } else if (!small.has(word(at)) && !isScale(word(at))) return null;
  const first = at;
  for (; at < tokens.length && (at === first || tight(at)); at++) {
    const value = small.get(word(at));
    if (value !== undefined) part += value;
    else if (word(at) === "hundred" || word(at) === "dozen")
      part = (part === 0 ? 1 : part) * (scales.get(word(at)) ?? 1);
    else if (isScale(word(at))) {
      total += (part === 0 ? 1 : part) * (scales.get(word(at)) ?? 1);
      part = 0;
    } else break;
  }
  const start = tokens[from]?.start ?? 0;
  const end = tokens[at - 1]?.end ?? start;
  // "2.1 million" was read in figures.
  if (/[\d.][ \u00a0-]?$/.test(text.slice(Math.max(0, start - 3), start))) return null;
  return {number: {start, end, value: total + part, sign: null}, next: at};
}
