/** Months by the first letters of their names in the languages of our sources (English, Indonesian, Malay, Spanish, Portuguese, French, Italian, German, Russian). */
const months: readonly (readonly string[])[] = [
  ["jan", "ene", "gen", "янв"],
  ["feb", "fev", "fév", "peb", "фев"],
  ["mar", "mac", "mär", "мар"],
  ["apr", "abr", "avr", "апр"],
  ["may", "mei", "mai", "mag", "мая", "май"],
  ["jun", "juin", "giu", "июн"],
  ["jul", "juil", "lug", "июл"],
  ["aug", "agu", "ago", "aou", "aoû", "ogo", "авг"],
  ["sep", "set", "сен"],
  ["oct", "okt", "out", "ott", "окт"],
  ["nov", "nop", "ноя"],
  ["dec", "des", "dic", "dez", "déc", "dis", "дек"],
];

/** Hours east of Greenwich of the zones that RFC 822 names, and of others in feeds of our sources. "IST" and the like are three zones, so none. */
const zones: Readonly<Record<string, number>> = {
  ...{
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    bst: 1,
    cet: 1,
    west: 1,
    cest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
  },
  ...{
    trt: 3,
    gst: 4,
    pkt: 5,
    wib: 7,
    ict: 7,
    wita: 8,
    sgt: 8,
    myt: 8,
    hkt: 8,
    wit: 9,
    jst: 9,
    kst: 9,
  },
  ...{aest: 10, aedt: 11, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7},
};

/** No date is longer, with its weekday, its zone and a remark. */
const longest = 80;
const clock =
  /(?:\bt|\bat)?(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,12})?)?(?:\s?([ap])\.?m\b\.?)?(?:\s?(?:gmt|utc)?([+-])(\d\d?):?(\d\d)?\b|\s?([a-z]{1,5})\b)?/i;
const yearFirst = /(?<!\d)(\d{4})([-/.]?)(\d\d?)\2(\d\d?)(?!\d)/;
const dayFirst =
  /(?<!\d)(\d\d?)(?:st|nd|rd|th|er|º)?[\s.,-]{1,3}(?:de\s)?(\p{L}{3,12})\.?[\s.,-]{1,3}(?:de\s)?(\d{4}|\d\d)(?!\d)/u;
const monthFirst = /(\p{L}{3,12})\.?\s{1,2}(\d\d?)(?:st|nd|rd|th)?[\s,]{1,3}(\d{4})(?!\d)/u;
const figures = /(?<!\d)(\d\d?)([/.-])(\d\d?)\2(\d{4})(?!\d)/;

/**
 * A feed's date as an instant in UTC ("2026-02-18T02:18:12Z"); as a day ("2026-02-18") where no time is stated or no zone, for then
 * the instant is not known. RFC 822, ISO 8601 and what publishers make of them. Null where it cannot be read, where "05/12/2026" may
 * be two days, and for the zero of a program's clock (year 1, or 1970 at midnight), which is no date.
 */
export function feedDate(stated: string | null | undefined): string | null {
  const text = stated?.trim() ?? "";
  if (text === "" || text.length > longest) return null;
  const spread = text
    .replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?/, "$1-$2-$3T$4:$5:$6")
    .replace(/:(?=[Z+-]|$)/i, "")
    .replace(/(\d)T(?=\d)/i, "$1 ");
  const at = clock.exec(spread);
  const day = dayOf(at === null ? spread : spread.replace(at[0], " "));
  if (day === null) return null;
  const instant = at === null ? null : instantOf(day, at);
  return isClockZero(day, instant) ? null : (instant ?? day);
}

function dayOf(text: string): string | null {
  const lower = text.toLowerCase();
  const numbers = yearFirst.exec(lower);
  if (numbers !== null) return realDay(numbers[1], numbers[3], numbers[4]);
  const words = dayFirst.exec(lower);
  if (words !== null) return realDay(fullYear(words[3]), monthOf(words[2]), words[1]);
  const american = monthFirst.exec(lower);
  if (american !== null) return realDay(american[3], monthOf(american[1]), american[2]);
  const four = figures.exec(lower);
  if (four === null) return null;
  const [first, second] = [Number(four[1]), Number(four[3])];
  if (first > 12 || first === second) return realDay(four[4], second, first);
  return second > 12 ? realDay(four[4], first, second) : null;
}

function realDay(year: unknown, month: unknown, day: unknown): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  date.setUTCFullYear(y);
  if (!(y > 0) || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return date.toISOString().slice(0, 10);
}

/** Two digits are this century's or the last's (RFC 2822, 4.3). */
function fullYear(year: string | undefined): number {
  const value = Number(year);
  return year?.length === 4 ? value : value + (value < 50 ? 2000 : 1900);
}

function monthOf(word: string | undefined): number {
  const at = months.findIndex((names) => names.some((name) => word?.startsWith(name)));
  return at + 1;
}

/** Null where the time is none, or where no zone is stated that we know. */
function instantOf(day: string, at: RegExpExecArray): string | null {
  const [, hours, minutes, seconds = "0", half, sign, zoneHours, zoneMinutes = "0", zoneName] = at;
  const named = zones[zoneName?.toLowerCase() ?? ""];
  const offset =
    sign === undefined
      ? named === undefined
        ? null
        : named * 60
      : (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const noon = half?.toLowerCase();
  const hour = noon === undefined ? Number(hours) : (Number(hours) % 12) + (noon === "p" ? 12 : 0);
  if (offset === null || Math.abs(offset) > 14 * 60) return null;
  if (hour > 24 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const ms = midnight + ((hour * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000;
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

function isClockZero(day: string, instant: string | null): boolean {
  return day.startsWith("0001-") || (instant ?? day).startsWith("1970-01-01");
}
