import {type Article, type Block, type Gap, type Genre, gap, isGap} from "../world/index.ts";
import type {Dateline} from "./dateline.ts";
import {officialHost} from "./official-host.ts";

type Kind = Genre["kind"];

const topBlocks = 4;
const longestLabel = 60;
/** How a schema.org type, a section or a label above the text calls each kind; the first that fits counts. */
const names: readonly (readonly [Kind, RegExp])[] = [
  [
    "press-release",
    /press ?release|press statement|media (?:release|statement)|official statement|joint (?:statement|communiqu)|readout|for immediate release|siaran (?:pers|media)|kenyataan (?:media|akhbar|bersama)|pernyataan (?:pers|bersama)|keterangan pers|пресс-релиз|заявление для|communiqué|comunicado|新闻稿|声明|公报|thông cáo|ข่าวประชาสัมพันธ์|แถลงการณ์|بيان صحفي/iu,
  ],
  [
    "opinion",
    /opinion|commentary|op-?ed|editorial|column(?:ist)?(?!\p{L})|viewpoint|letters? to|opini|pendapat|kolom|tajuk|pojok|мнение|колонка|tribune|chronique|point de vue|opinión|columna|editoriales|评论|社评|观点|ý kiến|ความเห็น|บทบรรณาธิการ|مقال رأي|آراء/iu,
  ],
  [
    "analysis",
    /analys[ei]s|explainer|backgrounder|policy brief|briefing paper|in[- ]depth|long read|analisis|telaah|аналитика|анализ|разбор|décryptage|análisis|分析|深度|phân tích|บทวิเคราะห์|تحليل/iu,
  ],
];
const news =
  /NewsArticle|ReportageNewsArticle|LiveBlogPosting|^(?:news|world|berita|новости|新闻)$/i;
const disclaimer =
  /\b(?:views?|opinions?) expressed (?:here|in this (?:article|piece|commentary)|are|herein)|\b(?:is|are) (?:the author|my)['’]?s? own\b|pandangan (?:penulis|peribadi)|мнение (?:автора|редакции)/iu;
const recommends =
  /\b(?:policy (?:recommendations?|options|actions)|recommendations|implications|key takeaways|rekomendasi kebijakan|saranan dasar|рекомендации|выводы)\b/iu;
const asI =
  /(?<![\p{L}“"])I (?:believe|think|argue|would|have long|am convinced|fear|hope)\b|\b(?:in my view|menurut saya)\b/gu;

/**
 * What kind of text it is: as the page calls it, else as the address, a label above the text, or its making shows. A `Gap` where
 * nothing tells: that a text reads like news is no proof that somebody reported it.
 */
export function findGenre(known: {
  sorts: readonly string[];
  title: Article["title"];
  text: string;
  blocks: readonly Block[];
  origin: string;
  dateline: Dateline | null;
  credit: Article["credit"];
  told: number;
}): Genre | Gap {
  const {sorts, title, text, blocks, origin, dateline, credit, told} = known;
  for (const sort of sorts)
    for (const [kind, name] of names)
      if (name.test(sort)) return {kind, because: `the page calls itself "${sort}"`};
  const path = pathOf(origin);
  for (const [kind, name] of names)
    if (path.some((part) => name.test(part.replaceAll("-", " "))))
      return {kind, because: "its address says so"};
  const labels = [
    isGap(title) ? "" : (/^([^:：|]{3,40})[:：|]\s/u.exec(title)?.[1] ?? ""),
    ...blocks.slice(0, topBlocks).map(({start, end}) => text.slice(start, end)),
  ].filter((label) => label.length <= longestLabel);
  for (const [kind, name] of names)
    for (const label of labels)
      if (name.test(label) && label.split(/\s+/).length <= 5)
        return {kind, because: `it is headed "${label}"`};
  const whose = officialHost(origin);
  if (whose !== null) return {kind: "press-release", because: `it stands on ${whose} own site`};
  const heading = blocks.find(
    ({kind, start, end}) => kind === "heading" && recommends.test(text.slice(start, end)),
  );
  if (disclaimer.test(text.slice(-1500)))
    return {kind: "opinion", because: "it says that its views are its author's"};
  if ((text.slice(0, 50_000).match(asI)?.length ?? 0) >= 2)
    return {kind: "opinion", because: "its writer argues in the first person"};
  if (heading !== undefined)
    return {
      kind: "analysis",
      because: `it draws conclusions under "${text.slice(heading.start, heading.end).replace(/^#+ /, "")}"`,
    };
  const newsSort = sorts.find((sort) => news.test(sort));
  if (newsSort !== undefined) return {kind: "news", because: `the page calls itself "${newsSort}"`};
  if (dateline !== null) return {kind: "news", because: "a dateline opens it"};
  if (!isGap(credit)) return {kind: "news", because: `it is credited to ${credit.name}`};
  if (told >= 2) return {kind: "news", because: "it reports what others say"};
  return gap(
    "genre",
    "neither its page nor its making tells",
    "the page as its outlet published it",
  );
}

function pathOf(origin: string): string[] {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return [];
  const url = new URL(origin);
  // The last part is the title in an address: "opinion polls" in it is no label.
  return [...url.pathname.split("/").slice(0, -1), ...url.hostname.split(".").slice(0, 1)];
}
