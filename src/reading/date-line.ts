import {arabicFigures, datePatterns, readDay} from "./day-in-words.ts";
import {daysAgo} from "./relative-days.ts";

/** A line that consists of dates and of what usually stands beside one; `null` in a part means that it states none. */
export interface DateLine {
  readonly published: string | null;
  readonly updated: string | null;
}

const longest = 160;
const publishedLabel =
  "published|posted|date|issued|released|diterbitkan|dipublikasikan|tanggal|tarikh|terbit|опубликовано|дата|publié|publiée|publicado|publicada|fecha|发布时间|发布|时间|日期|ngày đăng|เผยแพร่|نشر في|تاريخ النشر|نشر";
const updatedLabel =
  "(?:last |latest )?(?:updated?|modified|revised)|diperbarui|dikemas ?kini|kemas kini|обновлено|mis à jour|mise à jour|actualizado|actualizada|更新时间|更新|cập nhật|ปรับปรุง|تحديث";
const update = new RegExp(String.raw`(?<!\p{L})(?:${updatedLabel})(?!\p{L})`, "iu");
const label = new RegExp(String.raw`(?<!\p{L})(?:${publishedLabel})(?!\p{L})`, "giu");
const byline = /^(?:by|oleh|par|por|автор:?)\s[^|\d\n]{2,60}?(?:\s?[|,·–—-]\s?|\s{1,3}(?=\d))/iu;
/** A site's name before its date: "Nusapos.com - 23/06/2025". */
const siteName = /^[^|\d\n]{2,60}?\s[|·–—-]\s/u;
const hour = /(?<!\d)\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?(?!\p{L}))?/giu;
/** What may stand beside a date: days of the week, time zones, small words. */
const beside = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    "sun|mon|tues?|wed|thur?s?|fri|sat|(?:sun|mon|tues|wednes|thurs|fri|satur)day",
    "minggu|senin|selasa|rabu|kamis|jumat|sabtu|ahad|isnin|khamis|jumaat",
    "воскресенье|понедельник|вторник|среда|четверг|пятница|суббота",
    "dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|domingo|lunes|martes|miércoles|jueves|viernes|sábado",
    "الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật",
    "[ap]\\.?m|wib|wita|wit|gmt|utc|est|edt|bst|cet|ist|msk|мск|hrs?|at|on|pukul|jam|à|le|el|a las|в|года?|г|ngày|lúc|น|เวลา|วันที่|วัน\\p{L}{1,10}|พ\\.ศ",
  ].join("|")})(?!\p{L})`,
  "giu",
);

/** Reads a line such as "Published: Monday, 3 March 2025 at 10:15 WIB | Updated 4 March 2025"; `null` for any other line. */
export function dateLine(line: string): DateLine | null {
  if (line.length > longest) return null;
  const at = update.exec(line)?.index ?? line.length;
  const [first, second] = [line.slice(0, at), line.slice(at)];
  const published = onlyDate(first.replace(byline, "")) ?? onlyDate(first.replace(siteName, ""));
  const updated = onlyDate(second.replace(update, ""));
  if (published === null && updated === null) return null;
  // Words before a label of update that are no date make the line a sentence.
  if (published === null && /\p{L}{2}/u.test(first.replace(byline, ""))) return null;
  return {published, updated};
}

/** The words of a part of a line if they are a date and nothing else. */
function onlyDate(part: string): string | null {
  const words = part.trim();
  if (words === "" || (readDay(words) === null && daysAgo(words) === null)) return null;
  let rest = arabicFigures(words);
  for (const pattern of datePatterns) rest = rest.replace(pattern.words, " ");
  rest = rest
    .replace(/\d{1,2}[/.]\d{1,2}[/.]\d{4}/g, " ")
    .replace(hour, " ")
    .replace(label, " ")
    .replace(beside, " ");
  if (readDay(words) === null) return words.length <= 40 ? words : null;
  return /[\p{L}\p{N}]/u.test(rest.replace(/T?\d\d:\d\d|Z/g, "")) ? null : words;
}
