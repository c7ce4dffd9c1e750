import type {Block} from "../world/index.ts";
import {addLines} from "./add-lines.ts";
import {htmlGrid} from "./html-table.ts";
import {squeezeSpace} from "./squeeze-space.ts";
import type {TextBuilder} from "./text-builder.ts";

const listItems = new Set(["LI", "DT", "DD"]);
const wordless = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS VIDEO AUDIO BUTTON INPUT SELECT TEXTAREA HEAD TITLE".split(
    " ",
  ),
);
const inline = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** Node types of the DOM. */
const elementNode = 1;
const textNode = 3;

/** Walks a page's elements in order and hands their words to a builder, a block at a time. */
export class PageWalk {
  #builder: TextBuilder;
  #run: string[] = [];

  constructor(builder: TextBuilder) {
    this.#builder = builder;
  }

  walk(element: Element, kind: Block["kind"] = "paragraph", level?: number): void {
    for (const node of element.childNodes) {
      // Line ends in markup are white space, except in text that is set as typed.
      if (node.nodeType === textNode)
        this.#run.push(
          element.tagName === "PRE" ? (node.textContent ?? "") : spaced(node.textContent),
        );
      else if (node.nodeType === elementNode) this.#enter(node as Element, kind, level);
    }
    if (!inline.has(element.tagName)) this.#flush(kind, level);
  }

  #enter(element: Element, kind: Block["kind"], level?: number): void {
    if (isSkipped(element)) return;
    if (element.tagName === "BR") {
      this.#run.push("\n");
    } else if (inline.has(element.tagName)) {
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
    const grid = htmlGrid(element, (cell) => squeezeSpace(wordsIn(cell)));
    if (grid === null) return false;
    const caption = element.querySelector("caption");
    if (caption !== null) this.#builder.add("paragraph", squeezeSpace(wordsIn(caption)));
    this.#builder.addTable(grid);
    return true;
  }

  #flush(kind: Block["kind"], level?: number): void {
    // A tab of text set as typed parts the cells of a row; elsewhere it is white space.
    const lines = this.#run
      .join("")
      .split("\n")
      .map((line) => line.split("\t").map(squeezeSpace).join("\t").trim());
    this.#run = [];
    const words = lines.filter((line) => line !== "").join("\n");
    if (level === undefined) addLines(this.#builder, kind, words, "\n");
    else this.#builder.add(kind, words, level);
  }
}

/** What is no text, or what the page hides from its readers, is not what it says. */
function isSkipped(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    wordless.has(element.tagName.toUpperCase()) ||
    element.hasAttribute("hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

/** All words in an element, a space where a block or a line ends. */
function wordsIn(element: Element): string {
  const words: string[] = [];
  for (const node of element.childNodes) {
    if (node.nodeType === textNode) words.push(spaced(node.textContent));
    else if (node.nodeType === elementNode && !isSkipped(node as Element)) {
      const inner = wordsIn(node as Element);
      words.push(inline.has((node as Element).tagName) ? inner : ` ${inner} `);
    }
  }
  return words.join("");
}

function spaced(words: string | null): string {
  return (words ?? "").replace(/\s+/g, " ");
}
