import {type Day, isDay} from "../world/index.ts";

/** Month names by language: English, Indonesian, Malay, Russian (genitive), French, Spanish, German. */
const monthNames: readonly string[] = [
  "january jan januari января janvier enero januar",
  "february feb februari februari февраля février febrero februar",
  "march mar maret mac марта mars marzo märz",
  "april apr апреля avril abril",
  "may mei мая mai mayo",
  "june jun juni июня juin junio",
  "july jul juli julai июля juillet julio",
  "august aug agustus ogos августа août agosto",
  "september sep sept сентября septembre septiembre",
  "october oct oktober октября octobre octubre",
  "november nov ноября novembre noviembre",
  "december dec desember disember декабря décembre diciembre dezember",
];
const monthOf = new Map(
  monthNames.flatMap((names, i) => names.split(" ").map((name) => [name, i + 1] as const)),
);

const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s.-]{1,3}(?:de\s+)?(\p{L}{3,10})\.?,?[\s-]{1,2}(?:de\s+)?(\d{4})(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const numbers = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/])/;

function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const two = (value: number) => String(value).padStart(2, "0");
  const words = `${year}-${two(month)}-${two(dayOfMonth)}`;
  return isDay(words) && year >= 1800 ? words : null;
}

/**
 * The one day that some words name: "3 March 2025", "March 3, 2025", "3 Maret 2025", "2025-03-03T09:00:00+07:00". The day is the
 * publisher's own; no time zone is applied. "12/05/2025" may be read in two ways and is none; "25/12/2025" is one.
 */
export function dayInWords(words: string): Day | null {
  const text = words.slice(0, 200);
  const isoMatch = iso.exec(text.replace(/(\d{4}-\d{2}-\d{2})T[\d:.+Z-]*/i, "$1 "));
  if (isoMatch !== null)
    return dayOf(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3]));
  const first = dayFirst.exec(text);
  const month = monthOf.get(first?.[2]?.toLowerCase() ?? "");
  if (first !== null && month !== undefined)
    return dayOf(Number(first[3]), month, Number(first[1]));
  const second = monthFirst.exec(text);
  const named = monthOf.get(second?.[1]?.toLowerCase() ?? "");
  if (second !== null && named !== undefined)
    return dayOf(Number(second[3]), named, Number(second[2]));
  const plain = numbers.exec(text);
  if (plain === null) return null;
  const [a, b, year] = [Number(plain[1]), Number(plain[2]), Number(plain[3])];
  if (a === b || a > 12) return dayOf(year, b, a);
  return b > 12 ? dayOf(year, a, b) : null;
}
