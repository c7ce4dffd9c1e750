import type {Nodes, RootContent} from "mdast";
import {fromMarkdown} from "mdast-util-from-markdown";
import type {Block} from "../world/index.ts";
import {addLines} from "./add-lines.ts";
import {type Kept, nothingStated, type Stated, type StatedDay} from "./kept.ts";
import {readPlain} from "./read-plain.ts";
import {TextBuilder} from "./text-builder.ts";
import {type Line, textLines} from "./text-lines.ts";

/** Markdown beyond these bounds is read as plain text: the parser's time grows faster than the text, its brackets and its nesting. */
const longest = 300_000;
const mostBrackets = 5_000;
/** Nobody breaks lines by hand at such a width, in characters: where lines are this long, a line end ends a paragraph. */
const unbrokenLine = 200;
const tooDeep = /^[ \t]*(?:(?:>|[-+*]|\d{1,3}[.)])[ \t]*){30}/m;

/**
 * Markdown (CommonMark, and the tables of GitHub's): its words without the marks, with headings, lists, quotes and tables.
 * Text that is typed a paragraph to a line is read as plain text, which knows the marks of headings, lists, quotes and tables too.
 * Markup inside it is left out, never executed. Front matter between lines of dashes tells title, author and date.
 */
export function readMarkdown(source: string): Kept {
  const front = /^---\n(?:[^\n]{0,500}\n){0,100}?---\n/.exec(source)?.[0] ?? "";
  const body = source.slice(front.length);
  const heavy = body.length > longest || body.split("[").length > mostBrackets;
  if (heavy || tooDeep.test(body) || isTypedByLine(body))
    return {...readPlain(body), stated: frontMatter(front)};
  const builder = new TextBuilder();
  for (const node of fromMarkdown(body).children) addNode(builder, node, "paragraph");
  return builder.done(frontMatter(front));
}

function isTypedByLine(body: string): boolean {
  const lines = textLines(body);
  const flows = ({text}: Line) => text !== "" && !/^(?:[#>*+-]|\d{1,3}[.)])|\|/.test(text);
  return lines.some((line, i) => {
    const below = lines[i + 1];
    return (
      below !== undefined &&
      flows(line) &&
      flows(below) &&
      Math.max(line.text.length, below.text.length) > unbrokenLine
    );
  });
}

/** Plain `key: value` lines; anything deeper in YAML is not looked at. */
function frontMatter(front: string): Stated {
  const value = (key: string) =>
    new RegExp(String.raw`^${key}:[ \t]{1,5}["']?([^\n"']{1,300})`, "im")
      .exec(front)?.[1]
      ?.trim() ?? null;
  const stated = (words: string | null): StatedDay[] =>
    words === null ? [] : [{words, origin: "metadata"}];
  return {
    ...nothingStated,
    title: value("title"),
    author: value("author"),
    published: stated(value("date") ?? value("published")),
    updated: stated(value("updated") ?? value("lastmod")),
    sorts: [value("category") ?? value("section") ?? ""].filter((sort) => sort !== ""),
  };
}

function addNode(builder: TextBuilder, node: RootContent, kind: Block["kind"]): void {
  if (node.type === "heading")
    builder.add("heading", wordsOf(node).replaceAll("\n", " "), node.depth);
  else if (node.type === "paragraph") addLines(builder, kind, wordsOf(node), " ");
  else if (node.type === "code") builder.add("paragraph", node.value.trim());
  else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem") {
    const inside = node.type === "blockquote" ? "quote" : "list-item";
    for (const child of node.children) addNode(builder, child, inside);
  }
}

/** The words of a node without its marks, a line for each of its lines. */
function wordsOf(node: Nodes): string {
  const words = (one: Nodes): string => {
    if (one.type === "text" || one.type === "inlineCode") return one.value;
    if (one.type === "break") return "\n";
    return "children" in one ? one.children.map(words).join("") : "";
  };
  return words(node).trim();
}
