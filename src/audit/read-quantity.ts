import type {Quantity} from "../world/index.ts";

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?)`;
const scale = String.raw`(?:\s?(trillion|billion|million|thousand|bn\b|mn\b|miliar|triliun|juta|ribu))?`;

const patterns = [
  {unit: "percent", words: new RegExp(String.raw`${number}\s?(?:%|per ?cent\b|persen\b)`, "iu")},
  {
    unit: "usd",
    words: new RegExp(
      String.raw`(?:US\$|US \$|\$|USD\s?)\s?${number}${scale}|${number}${scale}\s(?:US )?(?:dollars|dol+ar AS)`,
      "iu",
    ),
  },
  {
    unit: "eur",
    words: new RegExp(String.raw`€\s?${number}${scale}|${number}${scale}\seuros?\b`, "iu"),
  },
  {unit: "tonne", words: new RegExp(String.raw`${number}${scale}\s(?:tonnes?|tons?)\b`, "iu")},
] as const;

const scales: Readonly<Record<string, number>> = {
  trillion: 1e12,
  triliun: 1e12,
  billion: 1e9,
  bn: 1e9,
  miliar: 1e9,
  million: 1e6,
  mn: 1e6,
  juta: 1e6,
  thousand: 1e3,
  ribu: 1e3,
};

/** A number before what is counted: "11 Su-35 fighters", "six submarines". A year counts nothing. */
const counted =
  /\b(\d{1,3}(?:,\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+((?:[A-Z][\w-]*\s){0,3})([a-z][a-z-]{3,}s)\b/u;
const inWords = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Reads a written number: "1,260", "1.26"; of Indonesian, "1,26". */
export function plainNumber(words: string): number {
  const spelt = inWords.indexOf(words.toLowerCase());
  if (spelt >= 0) return spelt;
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(words);
  return Number(grouped ? words.replaceAll(",", "") : words.replace(",", "."));
}

/** The first figure of a text that measures or counts something; `null` where none does. */
export function readQuantity(text: string): Quantity | null {
  const found = patterns.flatMap(({unit, words}) => {
    const hit = words.exec(text);
    if (hit === null) return [];
    const [digits = "0", scaled = ""] = hit.slice(1).filter((one) => one !== undefined);
    const value = plainNumber(digits) * (scales[scaled.toLowerCase()] ?? 1);
    return [{at: hit.index, quantity: {value, unit, words: hit[0].trim()}}];
  });
  const [first] = found.sort((a, b) => a.at - b.at);
  if (first !== undefined) return first.quantity;
  const hit = counted.exec(text);
  return hit === null
    ? null
    : {value: plainNumber(hit[1] ?? ""), unit: hit[3] ?? "", words: hit[0]};
}
