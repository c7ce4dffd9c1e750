import {Readability} from "@mozilla/readability";
import {parseHTML} from "linkedom";
import type {Block} from "../world/index.ts";
import {guardMarkup, refuseTooDeep} from "./guard-markup.ts";
import {htmlGrid} from "./html-table.ts";
import {type Kept, nothingStated} from "./kept.ts";
import {pageMetadata} from "./page-metadata.ts";
import {TextBuilder} from "./text-builder.ts";

const listItems = new Set(["LI", "DT", "DD"]);
const skipped = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO BUTTON INPUT SELECT TEXTAREA HEAD TITLE".split(
    " ",
  ),
);
const inline = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

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
  // Readability 0.6 cuts a site's name off a title after a hyphen or a bar, not after a dash.
  const whole = document.title;
  document.title = whole.replace(/\s[–—]\s/g, " - ");
  const asHyphens = plain(document.title);
  const found = new Readability<Node>(document, {serializer: (node) => node}).parse();
  const title = plain(found?.title);
  const article = keepNode(found?.content ?? null);
  // Readability takes the document apart, so that the whole body needs a new one.
  const kept = article.text === "" ? keepNode(parse(safe).body) : article;
  return {
    ...kept,
    stated: {
      ...stated,
      title: (title === asHyphens ? plain(whole) : title) ?? stated.title,
      author: authorWords(found?.byline) ?? stated.author,
      outlet: plain(found?.siteName) ?? stated.outlet,
    },
  };
}

function parse(html: string): Document {
  const whole = /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

function plain(value: string | null | undefined): string | null {
  const words = value?.replace(/\s+/g, " ").trim().slice(0, 300) ?? "";
  return words === "" ? null : words;
}

/** A byline without "By" and without the date that often follows it; an address is no name. */
function authorWords(byline: string | null | undefined): string | null {
  const words = plain(byline)?.replace(/^(?:written )?by:?\s+/i, "") ?? "";
  const date =
    /[,|·–-]?\s*(?:\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\s\d{4}|\d{4}-\d\d-\d\d).*$/u;
  const name = words.replace(date, "").trim();
  return name === "" || /^https?:\/\/|@/.test(name) ? null : name;
}

function keepNode(root: Node | null): Kept {
  const builder = new TextBuilder();
  if (root !== null) new PageWalk(builder).walk(root as Element, "paragraph");
  return builder.done(nothingStated);
}

/** Walks elements in order and hands their words on, a block at a time. */
class PageWalk {
  #builder: TextBuilder;
  #run: string[] = [];

  constructor(builder: TextBuilder) {
    this.#builder = builder;
  }

  walk(element: Element, kind: Block["kind"], level?: number): void {
    for (const node of element.childNodes) {
      if (node.nodeType === 3) this.#words(node.textContent ?? "", element.tagName === "PRE");
      else if (node.nodeType === 1) this.#enter(node as Element, kind, level);
    }
    if (!inline.has(element.tagName)) this.#flush(kind, level);
  }

  /** Line ends in markup are white space, except in text that is set as typed. */
  #words(words: string, asTyped: boolean): void {
    this.#run.push(asTyped ? words : words.replace(/\s+/g, " "));
  }

  #enter(element: Element, kind: Block["kind"], level?: number): void {
    const {tagName} = element;
    if (skipped.has(tagName.toUpperCase()) || isHidden(element)) return;
    if (tagName === "BR") {
      this.#run.push("\n");
    } else if (inline.has(tagName)) {
      this.walk(element, kind, level);
    } else {
      this.#flush(kind, level);
      this.#block(element, kind);
    }
  }

  #block(element: Element, kind: Block["kind"]): void {
    const {tagName} = element;
    const heading = /^H([1-6])$/.exec(tagName)?.[1];
    if (tagName === "TABLE" && this.#table(element)) return;
    if (heading !== undefined) this.walk(element, "heading", Number(heading));
    else if (listItems.has(tagName)) this.walk(element, "list-item");
    else if (tagName === "BLOCKQUOTE") this.walk(element, "quote");
    else this.walk(element, kind === "heading" ? "paragraph" : kind);
  }

  #table(element: Element): boolean {
    const grid = htmlGrid(element, (cell) => squeeze(wordsOf(cell)));
    if (grid === null) return false;
    const caption = element.querySelector("caption");
    if (caption !== null) this.#builder.add("paragraph", squeeze(wordsOf(caption)));
    this.#builder.addTable(grid);
    return true;
  }

  #flush(kind: Block["kind"], level?: number): void {
    const words = this.#run
      .join("")
      .split("\n")
      .map(squeeze)
      .filter((line) => line !== "")
      .join("\n");
    this.#run = [];
    this.#builder.add(kind, words, level);
  }
}

/** What a page hides from its readers is not what it says. */
function isHidden(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    element.hasAttribute("hidden") || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

function squeeze(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** All words in an element, a space where a block or a line ends. */
function wordsOf(element: Element): string {
  const words: string[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === 3) words.push(node.textContent ?? "");
    else if (node.nodeType === 1) {
      const {tagName} = node as Element;
      if (skipped.has(tagName.toUpperCase())) continue;
      const inner = wordsOf(node as Element);
      words.push(inline.has(tagName) ? inner : ` ${inner} `);
    }
  }
  return words.join("");
}
