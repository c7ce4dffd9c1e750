import type {Article, Block, Table, TableCell} from "../../src/world/index.ts";
import {day, gap, notLookedFor} from "../../src/world/index.ts";

type Part =
  | {readonly heading: string}
  | {readonly text: string}
  | {readonly item: string}
  | {readonly table: readonly (readonly string[])[]};

/** An article from its parts, with offsets as the reading room gives them; `residue` is flagged where it stands. */
export function buildArticle(
  parts: readonly Part[],
  {
    published = null,
    residue = "",
    title = null,
    language = "en",
  }: {
    published?: string | null;
    residue?: string;
    title?: string | null;
    language?: string;
  } = {},
): Article {
  const blocks: Block[] = [];
  const tables: Table[] = [];
  let text = "";
  let under: number | null = null;
  for (const part of parts) {
    const start = text.length;
    if ("table" in part) {
      const rows = part.table.map((cells) => {
        const row: TableCell[] = cells.map((cell) => {
          const from = text.length;
          text += `${cell} | `;
          return {start: from, end: from + cell.length, text: cell};
        });
        text += "\n";
        return row;
      });
      const [columns = [], ...rest] = rows;
      tables.push({start, end: text.length, columns, rows: rest, repairs: []});
      blocks.push({kind: "table", start, end: text.length, under});
    } else {
      const [words, kind] =
        "heading" in part
          ? ([part.heading, "heading"] as const)
          : "item" in part
            ? ([`- ${part.item}`, "list-item"] as const)
            : ([part.text, "paragraph"] as const);
      text += words;
      blocks.push({kind, start, end: text.length, under: kind === "heading" ? null : under});
      if (kind === "heading") under = blocks.length - 1;
    }
    text += "\n";
  }
  const at = residue === "" ? -1 : text.indexOf(residue);
  const missing = gap("it", "the test gives none", "the test");
  return {
    ...notLookedFor,
    id: "0123456789abcdef",
    captureSha256: "0".repeat(64),
    origin: "test",
    title: title ?? missing,
    text,
    language,
    published: published === null ? missing : day(published),
    recordedOn: day("2025-06-01"),
    outlet: missing,
    author: missing,
    cites: [],
    blocks,
    tables,
    flags:
      at < 0
        ? []
        : [{kind: "machine-residue", note: "chatbot", start: at, end: at + residue.length}],
    grade: {reliability: "F", credibility: 6, reasons: []},
    specimen: false,
  };
}
