import type {CitedSource} from "../world/index.ts";
import {articleReach} from "./article-reach.ts";
import {knownOutlet, uncasedNames} from "./known-outlets.ts";

/** A source that the text names. An outlet's report is passed on; an official's statement is where a report begins. */
export interface FoundCite extends CitedSource {
  readonly kind: "outlet" | "official";
}

/** A proper name: up to seven capitalised words, small words only between them. Each part is bounded. */
const word = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}&'’-]{0,30}(?:\.[\p{L}\p{N}]{1,10}){0,3}`;
const name = String.raw`(?:[Tt]he\s)?(?:${word})(?:\s(?:(?:of|for|and|the|de|&)\s){0,2}${word}){0,6}`;
const kinds = "report|article|story|dispatch|analysis|account|investigation|interview";
const said = "said|says|reported|reports|wrote|writes|noted|notes|stated|states";
const about = "(?:new|recent|latest|exclusive|earlier|detailed|joint|separate)";

interface Pattern {
  readonly words: RegExp;
  /** "named": any name will do; "outlet": only an outlet's; "official": an authority's; "authority": the words are one's. */
  readonly takes: "named" | "outlet" | "official" | "authority";
}

const uncased = uncasedNames.join("|");

const patterns: readonly Pattern[] = [
  {
    takes: "named",
    words: new RegExp(
      String.raw`\b[Aa]ccording to (?:an?|the|its|another) (?:${about} ){0,2}(?:news |media )?(?:${kinds})s? (?:published |carried |released |aired ){0,1}(?:by|from) (${name})(?![\p{L}\p{N}’'])(?! (?:state|local|news|media|newspapers?|officials?|government|intelligence|police|authorities)\b)`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|(?:[Aa]s )?(?:first )?reported (?:earlier )?by|(?:[Rr]eports?|article|story) (?:by|in|from|on)|told|interview with) (?:the )?(?:news agency |newspaper |broadcaster )?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`(?<![\p{L}])(${name}) (?:has |had |also |first )?(?:reported|reports|wrote|writes)\b`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(String.raw`\b(?:[Aa]n?|[Tt]he) (${name}) (?:${kinds}) (?:${said})\b`, "gu"),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`\b(?:[Mm]enurut(?: laporan)?|[Dd]ilaporkan(?: oleh)?|[Dd]ilansir(?: dari| oleh)?|[Dd]ikutip dari|[Dd]ipetik(?: daripada)?|[Mm]engutip(?: laporan)?|[Mm]emetik(?: laporan)?|[Ll]apor|[Ll]aporan) (?:kantor berita |agensi berita |harian |media |akhbar )?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      `(?:[Сс]ообща(?:ет|ют)|[Сс]ообщил[аио]?|[Пп]ереда[её]т|[Пп]ишет|[Пп]о (?:данным|информации|сообщению)|[Сс]о ссылкой на) (?:агентств[оа] |газет[аыу] )?[«"]?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`(?<!\p{L})(?:[Ss]elon|[Dd]['’]après|[Rr]apporte|a rapporté|[Cc]itant|relayée? par|cité par) (?:l['’]agence (?:de presse )?|le quotidien |le journal |la chaîne )?(?:l['’]|le |la )?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`(?<!\p{L})(?:[Ss]egún|[Ii]nform[óa]|reportó|[Cc]itando a|[Dd]e acuerdo con) (?:un (?:informe|reporte) (?:de|publicado por) )?(?:la agencia |el diario |el periódico )?(?:el |la )?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`(?<!\p{L})(?:[Tt]heo|dẫn (?:lời|nguồn)) (?:hãng tin |hãng thông tấn |báo |tờ )?(${name})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      `(?:据|援引|根据)(?:日本|美国|俄罗斯|法国|英国)?[《“]?(${uncased}|[A-Z][A-Za-z]{1,15})[》”]?(?:[^，。]{0,12}报道|消息|的报道)?`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(
      String.raw`(?<!\p{L})(?:وفق(?:ا|ًا)? ل|بحسب|حسب|نقلا عن|ذكرت|أفادت|أوردت) ?(?:وكالة (?:الأنباء )?|صحيفة |قناة )?(${uncased})(?!\p{L})`,
      "gu",
    ),
  },
  {
    takes: "outlet",
    words: new RegExp(`(?:สำนักข่าว|ตามรายงานของ|อ้างจาก) ?(${uncased})`, "gu"),
  },
  {
    takes: "authority",
    words: new RegExp(
      String.raw`\b(?:[Pp]ernyataan|[Kk]enyataan|[Kk]eterangan)(?: (?:media|resmi|tertulis|bersama|pers))? (?:daripada |dari |oleh )?((?:Kementerian|Kemlu|Kemenlu|Kemhan|Wisma Putra|Istana|Kedutaan|Sekretariat|Pejabat)(?: ${word}){0,4})`,
      "gu",
    ),
  },
  {
    takes: "authority",
    words:
      /(?:[Вв] (?:заявлении|сообщении|пресс-релизе)|[Сс]ообщили в|[Сс]ообщает|[Пп]о данным|[Гг]оворится в сообщении) ((?:пресс-служб[ыае] )?(?:МИД|МВД|Мин[а-я]{4,14}|Кремл[яе]|Росстата|правительства|посольства|ведомства)(?: [А-Я][а-я]{2,20}){0,2})/gu,
  },
  {
    takes: "authority",
    words:
      /(?<!\p{L})(?:(?:[Ss]elon )?(?:un|le) communiqué (?:du |de la |de l['’])|(?:[Ss]egún )?(?:un|el) comunicado (?:del|de la) )((?:[Mm]inist(?:ère|erio)|[Pp]résidence|[Pp]residencia|[Ee]mbajada|ambassade|Kremlin|[Cc]ancillería)(?: (?:des?|de la|russe|du) [\p{L}’' ]{3,30}?)?)(?![\p{L}])/gu,
  },
  {
    takes: "authority",
    words:
      /((?:中国|俄罗斯|美国|印尼|马来西亚|越南|泰国)?(?:外交部|商务部|国防部|财政部|总统府|克里姆林宫|大使馆)(?:发言人)?)[^，。]{0,12}(?:发表声明|发布声明|发布公告|声明称|在声明中)/gu,
  },
  {
    takes: "official",
    words:
      /\b((?:[Aa]n?|[Tt]he|[Ii]ts) (?:[\p{L}’']{2,20} ){0,3}(?:ministry|Ministry|government|Kremlin|embassy|Embassy|secretariat|Secretariat)(?: of \p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20}){0,3})?)(?:[’']s)? (?:said in a (?:statement|press release|readout)|(?:statement|press release|readout) (?:said|says))\b/gu,
  },
  {
    takes: "official",
    words: new RegExp(
      String.raw`\b(?:statement|press release|communiqué|readout) (?:issued |released |published )?(?:by|from|of) (?:the )?(${name})`,
      "gu",
    ),
  },
];

/** Words in a name that make it an outlet's. */
const outletWord =
  /(?:^|\s)(?:News|Newspaper|Times|Post|Journal|Daily|Herald|Tribune|Courier|Gazette|Observer|Chronicle|Telegraph|Standard|Globe|Mail|Press|Broadcasting|Television|TV|Radio|Magazine|Review|Weekly|Wire|Media|Today|Insider|Monitor|Dispatch|Bulletin|Pos|Harian|Berita)(?:\s|$)/u;
/** Words in a name that make it an authority's or a research body's. */
const bodyWord =
  /(?:^|\s)(?:Ministry|Minister|Department|Office|Bureau|Bank|Fund|Institute|University|Organi[sz]ation|Council|Commission|Committee|Court|Parliament|Government|Embassy|Centre|Center|Agency|Association|Authority|Secretariat|Nations|ASEAN|OPEC|IMF|OECD|WTO)(?:\s|$)|(?:ministry|government|Kremlin|embassy|secretariat)/u;
const newsAgency = /\b(?:News|Press) Agency\b/u;
/** "The Daily Telegraph on Monday". */
/** No article cites more. */
const mostCites = 500;
const weekdayBehind = /(?: of| on)? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

/** Every source that the text names as such, in the order met, each stretch once. */
export function findCites(text: string): FoundCite[] {
  const searched = text.slice(0, articleReach);
  const found: FoundCite[] = [];
  for (const {words, takes} of patterns) {
    for (const match of searched.matchAll(words)) {
      const written = (match[1] ?? "").replace(weekdayBehind, "");
      const kind = kindOf(written, takes);
      if (kind === null || found.length >= mostCites) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => one.start < end && start < one.end)) continue;
      const plain = written.replace(/^(?:the|an?|its) /i, "");
      found.push({start, end, name: knownOutlet(written) ?? plain, words: match[0], kind});
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function kindOf(name: string, takes: Pattern["takes"]): FoundCite["kind"] | null {
  if (takes === "authority") return "official";
  if (takes !== "official" && (knownOutlet(name) !== null || newsAgency.test(name)))
    return "outlet";
  if (bodyWord.test(name)) return takes === "outlet" ? null : "official";
  if (takes === "official") return null;
  return outletWord.test(name) || takes === "named" ? "outlet" : null;
}
