/** Month names: English, Indonesian, Malay, Russian (genitive), French, Spanish, German, Arabic (both sets), Thai. */
const names: readonly string[] = [
  "january jan januari января janvier enero januar يناير كانون\u00a0الثاني มกราคม มค",
  "february feb februari февраля février febrero februar فبراير شباط กุมภาพันธ์ กพ",
  "march mar maret mac марта mars marzo märz مارس آذار มีนาคม มีค",
  "april apr апреля avril abril أبريل إبريل نيسان เมษายน เมย",
  "may mei мая mai mayo مايو أيار พฤษภาคม พค",
  "june jun juni июня juin junio يونيو حزيران มิถุนายน มิย",
  "july jul juli julai июля juillet julio يوليو تموز กรกฎาคม กค",
  "august aug agustus ogos августа août agosto أغسطس آب สิงหาคม สค",
  "september sep sept сентября septembre septiembre سبتمبر أيلول กันยายน กย",
  "october oct oktober октября octobre octubre أكتوبر تشرين\u00a0الأول ตุลาคม ตค",
  "november nov ноября novembre noviembre نوفمبر تشرين\u00a0الثاني พฤศจิกายน พย",
  "december dec desember disember декабря décembre diciembre dezember ديسمبر كانون\u00a0الأول ธันวาคม ธค",
];

const numbers = new Map(
  names.flatMap((all, i) =>
    all.split(" ").map((name) => [name.replace("\u00a0", " ").normalize("NFC"), i + 1] as const),
  ),
);

/** 1 to 12, or `null` for a word that names no month. Dots of a short form do not count. */
export function monthNumber(word: string): number | null {
  return numbers.get(word.toLowerCase().replaceAll(".", "")) ?? null;
}
