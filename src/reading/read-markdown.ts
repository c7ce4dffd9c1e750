import type {Nodes, RootContent} from "mdast";
import {fromMarkdown} from "mdast-util-from-markdown";
import type {Block} from "../world/index.ts";
import {type Kept, nothingStated} from "./kept.ts";
import {findPipeTables} from "./pipe-table.ts";
import {readPlain} from "./read-plain.ts";
import {type GridRow, TextBuilder} from "./text-builder.ts";
import {type Line, textLines} from "./text-lines.ts";

/** Markdown beyond this many characters is read as plain text: the parser's time grows faster than the text. */
const longest = 300_000;

/**
 * Markdown (CommonMark, and the tables of GitHub's): its words without the marks, with headings, lists, quotes and tables.
 * Markup inside it is left out, never executed. Front matter between lines of dashes is left out too.
 */
export function readMarkdown(source: string): Kept {
  const body = source.replace(/^---\n(?:[^\n]{0,500}\n){0,100}?---\n/, "");
  if (body.length > longest) return readPlain(body);
  const builder = new TextBuilder();
  for (const node of fromMarkdown(body).children) addNode(builder, node, body, "paragraph");
  return builder.done(nothingStated);
}

function addNode(
  builder: TextBuilder,
  node: RootContent,
  source: string,
  kind: Block["kind"],
): void {
  if (node.type === "heading") builder.add("heading", wordsOf(node), node.depth);
  else if (node.type === "paragraph") addParagraph(builder, node, source, kind);
  else if (node.type === "code") builder.add("paragraph", node.value.trim());
  else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem") {
    const inside = node.type === "blockquote" ? "quote" : "list-item";
    for (const child of node.children) addNode(builder, child, source, inside);
  }
}

/** CommonMark has no tables, so that one is a paragraph to the parser; its lines are read as a table here. */
function addParagraph(
  builder: TextBuilder,
  node: Extract<RootContent, {type: "paragraph"}>,
  source: string,
  kind: Block["kind"],
): void {
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  const tables = written.includes("|") ? findPipeTables(written, textLines(written)) : [];
  if (tables.length === 0) {
    builder.add(kind, wordsOf(node));
    return;
  }
  const lines = textLines(written);
  const addLines = (between: readonly Line[]) =>
    builder.add(kind, undressed(between.map(({text}) => text).join("\n")));
  let at = 0;
  for (const {from, to, head, rows, notes} of tables) {
    addLines(lines.slice(at, from));
    const rowOf = ({cells, opened, closed}: GridRow): GridRow => ({
      cells: cells.map(({text}) => ({text: undressed(text)})),
      opened,
      closed,
    });
    builder.addTable({head: rowOf(head), rows: rows.map(rowOf), notes});
    at = to;
  }
  addLines(lines.slice(at));
}

/** The words of a piece of Markdown without its marks. */
function undressed(markdown: string): string {
  return /[*_`[\]<&\\~]/.test(markdown) ? wordsOf(fromMarkdown(markdown)) : markdown.trim();
}

function wordsOf(node: Nodes): string {
  const words = (one: Nodes): string => {
    if (one.type === "text" || one.type === "inlineCode") return one.value;
    if (one.type === "break") return "\n";
    return "children" in one ? one.children.map(words).join("") : "";
  };
  return words(node).replace(/\s+/g, " ").trim();
}
