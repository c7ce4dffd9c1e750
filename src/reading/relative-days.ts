import {type Day, dayNumber, daysLater} from "../world/index.ts";

/** A word for a day that is told from the day of writing. */
interface RelativeDay {
  readonly start: number;
  readonly end: number;
  /** Days from the day of writing, or a day of the week (0 Sunday). */
  readonly tells: {readonly offset: number} | {readonly weekday: number; readonly ahead: boolean};
}

/** What a language calls the days around today, its days of the week from Sunday, and words that look ahead. */
interface DayWords {
  readonly offsets: readonly (readonly [words: string, offset: number])[];
  readonly weekdays: readonly string[];
  /** What must stand before a day of the week, so that "minggu" (week) or "samedi" in a name is none. */
  readonly before: string;
  readonly ahead: RegExp;
}

const words: Readonly<Record<string, DayWords>> = {
  en: {
    offsets: [
      ["the day before yesterday", -2],
      ["yesterday", -1],
      ["(?:today|tonight)(?!['’]s)", 0],
      ["tomorrow", 1],
    ],
    weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
    before: "(?:(?:[Oo]n|[Nn]ext|[Ll]ast|[Tt]his|late|early|since|until) )?",
    ahead: /\b(?:will|next|upcoming|scheduled|due)\b/i,
  },
  id: {
    offsets: [
      ["kemarin", -1],
      ["hari ini", 0],
      ["besok", 1],
    ],
    weekdays: "Minggu Senin Selasa Rabu Kamis Jumat Sabtu".split(" "),
    before: "(?:pada|hari|Pada|Hari) (?:hari )?",
    ahead: /\b(?:akan|(?<!\bdi )depan|mendatang)\b/i,
  },
  ms: {
    offsets: [
      ["(?:semalam|kelmarin)", -1],
      ["hari ini", 0],
      ["esok", 1],
    ],
    weekdays: "Ahad Isnin Selasa Rabu Khamis Jumaat Sabtu".split(" "),
    before: "(?:pada|hari|Pada|Hari) (?:hari )?",
    ahead: /\b(?:akan|(?<!\bdi )depan)\b/i,
  },
  ru: {
    offsets: [
      ["позавчера", -2],
      ["вчера", -1],
      ["сегодня", 0],
      ["завтра", 1],
    ],
    weekdays: "воскресенье понедельник вторник среду четверг пятницу субботу".split(" "),
    before: "(?:в|во|В|Во) (?:прошлый |прошлую |следующий |следующую )?",
    ahead: /(?<!\p{L})(?:следующ\p{L}{2}|буд[еу]т|предстоящ\p{L}{2})(?!\p{L})/u,
  },
  fr: {
    offsets: [
      ["avant-hier", -2],
      ["hier", -1],
      ["aujourd['’]hui", 0],
      ["demain", 1],
    ],
    weekdays: "dimanche lundi mardi mercredi jeudi vendredi samedi".split(" "),
    before: "(?:ce |le )?",
    ahead: /\b(?:prochain|sera|seront|doit|doivent)\b/,
  },
  es: {
    offsets: [
      ["anteayer", -2],
      ["ayer", -1],
      ["hoy", 0],
    ],
    weekdays: "domingo lunes martes miércoles jueves viernes sábado".split(" "),
    before: "(?:el |este )",
    ahead: /(?:próximo|será|serán)(?!\p{L})/u,
  },
  vi: {
    offsets: [
      ["hôm qua", -1],
      ["hôm nay", 0],
      ["ngày mai", 1],
    ],
    weekdays: ["chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy"],
    before: "(?:hôm|sáng|chiều|tối|vào) ",
    ahead: /(?:sẽ|tới)(?!\p{L})/u,
  },
  zh: {
    offsets: [
      ["前天", -2],
      ["(?:昨天|昨日)", -1],
      ["(?:今天|今日)", 0],
      ["明天", 1],
    ],
    weekdays: [
      "[周期][日天]",
      "[周期]一",
      "[周期]二",
      "[周期]三",
      "[周期]四",
      "[周期]五",
      "[周期]六",
    ],
    before: "(?:下|上|本)?",
    ahead: /[下将]/,
  },
  ar: {
    offsets: [
      ["أمس", -1],
      ["غدا", 1],
    ],
    weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
    before: "(?:يوم |اليوم )",
    ahead: /(?:المقبل|القادم|سوف)/,
  },
  th: {
    offsets: [
      ["เมื่อวาน(?:นี้)?", -1],
      ["วันนี้", 0],
      ["พรุ่งนี้", 1],
    ],
    weekdays: ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"],
    before: "วัน",
    ahead: /(?:หน้า|จะ)/,
  },
};

/** How many such words are looked at in one text. */
const mostDays = 200;
/** How far around a day of the week a word that looks ahead is looked for, in characters. */
const near = 60;
/** How far a day of the week reaches with the word right behind it: "Senin depan", "lundi prochain". */
const besideDay = 30;
const coming =
  /^[^.,;]{0,22}(?:[Nn]ext |следующ|下周|\s(?:depan|mendatang|prochain|próximo|المقبل|القادم|tới)(?!\p{L})|หน้า)/u;

/** Words of a language that tell a day from the day of writing; none for a language that we have no words of. */
export function relativeDaysIn(text: string, language: string): RelativeDay[] {
  const known = words[language];
  if (known === undefined) return [];
  const spaced = language !== "zh" && language !== "th";
  const whole = (one: string) =>
    new RegExp(spaced ? String.raw`(?<!\p{L})${one}(?!\p{L})` : one, "gu");
  const found: RelativeDay[] = [];
  const add = (pattern: RegExp, tells: (at: number) => RelativeDay["tells"]) => {
    for (const {index, 0: match} of text.matchAll(pattern)) {
      if (found.length >= mostDays) return;
      const end = index + match.length;
      if (found.some((one) => one.start < end && index < one.end)) continue;
      found.push({start: index, end, tells: tells(index)});
    }
  };
  for (const [one, offset] of known.offsets) add(whole(one), () => ({offset}));
  known.weekdays.forEach((name, weekday) => {
    add(whole(`${known.before}${name}`), (at) => ({
      weekday,
      ahead: looksAhead(text, at, known.ahead),
    }));
  });
  return found.sort((a, b) => a.start - b.start);
}

/** "He will come on Monday" and "On Monday he will come", not "he opened an office on Monday that will …". */
function looksAhead(text: string, at: number, ahead: RegExp): boolean {
  const before = /[^.!?。\n]*$/u.exec(text.slice(Math.max(0, at - near), at))?.[0] ?? "";
  if (ahead.test(before) || coming.test(text.slice(at, at + besideDay))) return true;
  return before.trim() === "" && ahead.test(text.slice(at, at + near));
}

/**
 * The day that such words mean in a text of a day. A day of the week is the last one up to that day, or the next one where the
 * words around it look ahead.
 */
export function dayFrom(on: Day, tells: RelativeDay["tells"]): Day {
  if ("offset" in tells) return daysLater(on, tells.offset);
  // 1970-01-01 was a Thursday.
  const today = (((dayNumber(on) + 4) % 7) + 7) % 7;
  const back = (today - tells.weekday + 7) % 7;
  return daysLater(on, tells.ahead ? 7 - back : -back);
}

const units: readonly (readonly [words: string, days: number])[] = [
  [
    "(?:seconds?|minutes?|mins?|hours?|hrs?|detik|menit|minit|jam|минут[аы]?|час(?:а|ов)?|heures?|horas?|minutos?|分钟|小时)",
    0,
  ],
  ["(?:days?|hari|день|дня|дней|jours?|días?|天)", 1],
  ["(?:weeks?|minggu|недел[юиь]|semaines?|semanas?|周)", 7],
];
const ago = "(?:ago|(?:yang )?lalu|назад|前)";
const agoPatterns = units.map(
  ([unit, days]) =>
    [
      new RegExp(
        String.raw`(?:(?:il y a|hace) (\d{1,2}) ?${unit}|(?<!\d)(\d{1,2}|an?) ?${unit} ?${ago})`,
        "iu",
      ),
      days,
    ] as const,
);

/** How many days ago some words of a page say that it was published: "2 hours ago", "3 hari lalu", "вчера"; `null` for none. */
export function daysAgo(line: string): number | null {
  for (const [pattern, days] of agoPatterns) {
    const match = pattern.exec(line);
    if (match !== null) return days * (Number(match[1] ?? match[2]) || 1);
  }
  const alone = line
    .replace(/[\s,.:;|·•\d–—-]+/g, " ")
    .trim()
    .toLowerCase();
  if (/^(?:today|hari ini|сегодня|今天|今日|hôm nay|วันนี้)$/u.test(alone)) return 0;
  if (/^(?:yesterday|kemarin|semalam|вчера|hier|ayer|昨天|昨日|hôm qua|เมื่อวาน)$/u.test(alone))
    return 1;
  return null;
}
