import type {Block} from "../world/index.ts";
import {findTables} from "./find-tables.ts";
import type {TextBuilder} from "./text-builder.ts";
import {type Line, textLines} from "./text-lines.ts";

/**
 * Adds the words of one paragraph, in which lines that are rows stand as tables: markup has its own, but what was typed or pasted
 * has rows in plain lines.
 *
 * @param between how its other lines are joined.
 */
export function addLines(
  builder: TextBuilder,
  kind: Block["kind"],
  text: string,
  between: " " | "\n",
): void {
  const lines = /[|\t]/.test(text) ? textLines(text) : [];
  const add = (some: readonly Line[]) => {
    const words = some.map((line) => line.text).filter((line) => line !== "");
    builder.add(kind, words.join(between));
  };
  let at = 0;
  for (const table of findTables(text, lines)) {
    add(lines.slice(at, table.from));
    builder.addTable(table);
    at = table.to;
  }
  if (at === 0) builder.add(kind, text.replaceAll("\n", between));
  else add(lines.slice(at));
}
