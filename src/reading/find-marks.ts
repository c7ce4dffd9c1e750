import type {Article, Attribution, Block, Flag} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {FoundCite} from "./find-cites.ts";
import {knownOutlet} from "./known-outlets.ts";

/** Shorter texts are notes; that they name nobody says nothing. In characters of paragraphs and lists. */
const shortest = 400;
/** Share of the attributed stretches, and their number, from which a text lives on the outlets it cites. */
const copiedShare = 0.5;
const fewestCopied = 2;

/** A name after an office or a form of address, or two capitalised words that speak or whose office follows. */
const office =
  "President|Prime Minister|(?:Foreign |Defen[cs]e |Trade |Finance |Energy |Deputy |Chief |Economic )*Minister|Secretary(?:-General)?|Chancellor|King|Queen|Sultan|Prince|Governor|Senator|Ambassador|General|Admiral|Colonel|Professor|Prof\\.|Dr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Sir|Datuk(?: Seri)?|Tan Sri|Tun|Presiden|Wakil Presiden|Menteri(?: \\p{Lu}\\p{L}+){0,3}|Perdana Menteri|Bapak|Ibu|Jenderal|Duta Besar|Президент|Министр|Премьер|Président(?:e)?|Premier ministre|M\\.|Mme|Presidente|Ministro|Ministra|Sr\\.|Sra\\.|Ông|Bà|Thủ tướng|Chủ tịch|Tổng thống|Bộ trưởng|spokes(?:man|woman|person)|analyst|expert|economist|researcher|envoy|leader|director|juru bicara|jurucakap|pengamat|министр\\p{L}{0,3}(?: [\\p{L}-]{3,20}){0,3}|президент\\p{L}{0,3}|глав[аы] МИД|посол|представител[ья](?: [\\p{L}-]{3,20}){0,3}|премьер(?:-министр)?|ministre(?: [\\p{L}’'-]{2,20}){0,4}|ministro(?: [\\p{L}-]{2,20}){0,4}|ministra(?: [\\p{L}-]{2,20}){0,4}|portavoz|porte-parole";
const name = String.raw`\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){0,3}`;
const titled = new RegExp(
  String.raw`(?<!\p{L})(?:${office})(?:,? (?:of|for) [\p{Lu}][\p{L} ]{2,30}?)?,? (${name})`,
  "u",
);
const withOffice =
  /(?<!\p{L})\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.’'-]*){1,3}, (?:[\p{L}’'-]+ ){0,5}(?:minister|president|spokes\p{L}+|analyst|professor|lecturer|director|researcher|fellow|economist|envoy|ambassador|leader|chief|head|chair\p{L}*|secretary|founder|farmer|captain|who)(?!\p{L})/u;
/** Words in a speaker's name that make it a body's. */
const body =
  /(?<!\p{L})(?:Ministry|Department|Office|Bank|Government|Council|Commission|Agency|Kremlin|White House|Parliament|Union|Nations|Embassy|Institute|Kementerian|News|Times|Post|Asia|МИД|Кремль|House|United|South|North|New|San|Hong Kong|Phnom Penh|Kuala Lumpur|Abu Dhabi|Saint|Los|Sri|Côte|Buenos)(?!\p{L})/u;

/** Marks of laundering: nobody named, no primary source, claims that live on another outlet's report. They assert no falsehood. */
export function findMarks(
  article: Pick<
    Article,
    "text" | "blocks" | "language" | "attributions" | "author" | "credit" | "genre"
  >,
  cites: readonly FoundCite[],
): Flag[] {
  const {text, blocks, attributions} = article;
  const flags: Flag[] = [];
  const told = blocks.filter(({kind}) => kind !== "table" && kind !== "heading");
  const length = told.reduce((sum, {start, end}) => sum + end - start, 0) * density(text);
  const whole = {start: 0, end: 0};
  const copied = attributions.filter(
    ({speaker}) => speaker !== null && citesOutlet(speaker, cites),
  );
  const first = copied[0];
  if (
    first !== undefined &&
    copied.length >= fewestCopied &&
    copied.length >= attributions.length * copiedShare
  )
    flags.push({
      kind: "copied-claims",
      start: first.start,
      end: first.end,
      note: `${copied.length} of its ${attributions.length} attributed passages are what ${first.speaker} reported`,
    });
  if (length < shortest || isVouchedFor(article)) return flags;
  if (!hasPrimary(attributions, cites))
    flags.push({
      kind: "no-primary-source",
      ...whole,
      note: "it quotes nobody by name or office, and cites no statement of an authority",
    });
  if (hasCapitals(text) && !namesPerson(article, told, cites))
    flags.push({kind: "no-person", ...whole, note: "it names no person"});
  return flags;
}

/** A Chinese or Thai text says as much in half as many characters. */
function density(text: string): number {
  return /^[^\p{Lu}\p{Ll}]*[\p{Script=Han}]/u.test(text.slice(0, 200)) ? 2.5 : 1;
}

function hasPrimary(attributions: readonly Attribution[], cites: readonly FoundCite[]): boolean {
  return (
    cites.some(({kind}) => kind === "official") ||
    attributions.some(({speaker}) => speaker !== null && isPrimary(speaker, cites))
  );
}

/** Nameless crowds ("analysts", "observers") and outlets are no primary source. */
function isPrimary(speaker: string, cites: readonly FoundCite[]): boolean {
  if (citesOutlet(speaker, cites)) return false;
  return !/^(?:the |some |many |several |most |other |western |regional |independent |a |para |sejumlah |beberapa |некоторые |многие |plusieurs |certains |los |algunos )*(?:\p{L}+ )?(?:analysts?|observers?|experts?|critics|sources?|reports?|article|commentators|economists|strategists|insiders|stakeholders|producers|exporters|importers|manufacturers|companies|firms|investors|traders|buyers|farmers|residents|supporters|sceptics|skeptics|proponents|opponents|advocates|policymakers|leaders|countries|nations|people|pengamat|analis|penganalisis|sumber|эксперты|аналитики|источник\p{L}*|наблюдатели|analystes|observateurs|experts|analistas|expertos|观察人士|分析人士|专家)$/iu.test(
    speaker,
  );
}

function citesOutlet(speaker: string, cites: readonly FoundCite[]): boolean {
  const plain = speaker.replace(/^(?:the |a report (?:by|from) )/i, "");
  return (
    knownOutlet(plain) !== null ||
    cites.some(({kind, name}) => kind === "outlet" && plain.includes(name))
  );
}

function hasCapitals(text: string): boolean {
  const letters = text.slice(0, 5000).match(/\p{L}/gu)?.length ?? 0;
  return (text.slice(0, 5000).match(/\p{Ll}/gu)?.length ?? 0) * 2 > letters;
}

function namesPerson(
  {text, attributions, language}: Pick<Article, "text" | "attributions" | "language">,
  told: readonly Block[],
  cites: readonly FoundCite[],
): boolean {
  if (
    attributions.some(
      ({speaker}) =>
        speaker !== null &&
        !citesOutlet(speaker, cites) &&
        !body.test(speaker) &&
        /(?:^|\s)\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}.’'-]*)+$/u.test(speaker),
    )
  )
    return true;
  return told.some(({start, end}) => {
    const words = text.slice(start, Math.min(end, start + 20_000));
    const found = titled.exec(words);
    if (found !== null && !body.test(found[1] ?? "")) return true;
    return language === "en" && withOffice.test(words);
  });
}

/** A byline that is nobody's name. */
const nobody =
  /^(?:admin\w*|editors?|staff|newsroom|webmaster|redaksi|team|редакция|la rédaction|redacción|news desk|guest|user)(?!\p{L})/iu;

/** Whether somebody stands for the text by name: a writer, an agency, an authority on its own position. */
function isVouchedFor({
  author,
  credit,
  genre,
}: Pick<Article, "author" | "credit" | "genre">): boolean {
  return (
    (!isGap(author) && !nobody.test(author)) ||
    !isGap(credit) ||
    (!isGap(genre) && genre.kind === "press-release")
  );
}
