import {Readability} from "@mozilla/readability";
import {parseHTML} from "linkedom";
import {dropFurniture} from "./drop-furniture.ts";
import {guardMarkup, refuseTooDeep} from "./guard-markup.ts";
import type {Kept} from "./kept.ts";
import {pageMetadata} from "./page-metadata.ts";
import {PageWalk} from "./page-walk.ts";
import {squeezeSpace} from "./squeeze-space.ts";
import {statedAuthor, statedWords} from "./stated-words.ts";
import {TextBuilder} from "./text-builder.ts";

/**
 * A web page, never executed: its article as Readability finds it, or all words of its body where that finds none; headings,
 * lists, quotes and tables kept as such.
 *
 * @throws InputError when the page has too many tags or is too deep.
 */
export function readHtml(html: string): Kept {
  const safe = guardMarkup(html);
  const document = parse(safe);
  refuseTooDeep(document.documentElement);
  const stated = pageMetadata(document);
  dropFurniture(document);
  const {article, title} = findArticle(document);
  const wholeStated = {
    ...stated,
    title: title ?? stated.title,
    author: statedAuthor(article?.byline) ?? stated.author,
    outlet: statedWords(article?.siteName) ?? stated.outlet,
  };
  const builder = new TextBuilder();
  if (article?.content) new PageWalk(builder).walk(article.content as Element);
  // Readability takes the document apart, so that the whole body needs a new one.
  if (builder.isEmpty) new PageWalk(builder).walk(parse(safe).body);
  return builder.done(wholeStated);
}

/**
 * A document that was written as one, or an e-mail: all words of its body, for it has nothing around its text.
 *
 * @throws InputError when it has too many tags or is too deep.
 */
export function readHtmlDocument(html: string): Kept {
  const document = parse(guardMarkup(html));
  refuseTooDeep(document.documentElement);
  const stated = pageMetadata(document);
  const builder = new TextBuilder();
  new PageWalk(builder).walk(document.body);
  return builder.done(stated);
}

function parse(html: string): Document {
  return parseHTML(withBody(html)).document as unknown as Document;
}

/** The HTML standard lets a page leave out `<html>`, `<head>` and `<body>`; linkedom needs them to find its body. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html) && /<html[\s>]/i.test(html)) return html;
  const open = /<html\b[^>]{0,500}>/i.exec(html)?.[0] ?? "<html>";
  const end = /<\/head\s{0,5}>/i.exec(html) ?? /<\/title\s{0,5}>/i.exec(html);
  const headEnd = end === null ? 0 : end.index + end[0].length;
  const bare = (part: string) =>
    part.replace(/<!doctype\b[^>]{0,500}>|<\/?(?:html|head|body)\b[^>]{0,500}>/gi, "");
  const [head, body] = [html.slice(0, headEnd), html.slice(headEnd)];
  return `${open}<head>${bare(head)}</head><body>${bare(body)}</body></html>`;
}

/** Readability 0.6 cuts a site's name off a title after a hyphen or a bar; here also after a dash, and where a heading says the rest. */
function findArticle(document: Document) {
  const whole = document.title;
  const headed = headedTitle(document, whole);
  document.title = (headed ?? whole).replace(/\s[–—]\s/g, " - ");
  const uncut = statedWords(document.title);
  const article = new Readability<Node>(document, {serializer: (node) => node}).parse();
  const title = statedWords(article?.title);
  return {article, title: headed ?? (title === uncut ? statedWords(whole) : title)};
}

const siteBehind = /^[-–—|_·][^\s]/u;
const siteBefore = /\S\s?[-–—|_·»]\s?$/u;
const shortestHeading = 6;

/**
 * The page's heading where its title is that heading with a site's name behind it and no space between, as Chinese pages write it, or
 * with a shorter site's name before it.
 */
function headedTitle(document: Document, whole: string): string | null {
  const title = squeezeSpace(whole);
  for (const heading of document.querySelectorAll("h1")) {
    const words = squeezeSpace(heading.textContent ?? "");
    const spare = title.length - words.length;
    if (words.length < shortestHeading || spare <= 0) continue;
    const [before, behind] = [title.slice(0, spare), title.slice(words.length)];
    const first = title.startsWith(words) && siteBehind.test(behind);
    const last = title.endsWith(words) && siteBefore.test(before) && spare < words.length;
    if (first || last) return statedWords(words);
  }
  return null;
}
