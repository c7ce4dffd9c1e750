import {type Block, type Gap, gap} from "../world/index.ts";

const topBlocks = 6;
const endBlocks = 3;
const longestByline = 120;

const name = String.raw`\p{Lu}[\p{L}'’.-]{0,25}(?:\s(?:(?:bin|binti|de|van|von|al|da)\s)?\p{Lu}[\p{L}'’.-]{0,25}){1,4}`;
const names = String.raw`${name}(?:(?:,\s|\s(?:and|dan|&|и)\s)${name}){0,4}`;
const byline = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Oo]leh|OLEH|[Rr]eporter|[Pp]enulis|[Pp]ewarta|[Aa]uthor|Автор|Par|Por):?\s(${names})(?=$|\s?[|,–—(/-]|\s\d)`,
  "u",
);
/** "记者：王小明", "作者 李华": two to four signs. */
const chinese = /^(?:本报|本社)?(?:记者|作者)[：:\s]\s?(\p{Script=Han}{2,4})(?=$|[\s、，])/u;
const reporting = new RegExp(
  String.raw`\((?:Reporting|Writing|Pewarta) (?:by|:)\s?(${names})`,
  "u",
);

/** Who wrote it: as the page's metadata state, else as a byline at the top or the end, or a reporting credit does. */
export function findAuthor(
  stated: string | null,
  text: string,
  blocks: readonly Block[],
): string | Gap {
  if (stated !== null) return stated;
  for (const block of [
    ...blocks.slice(0, topBlocks),
    ...blocks.slice(topBlocks).slice(-endBlocks),
  ]) {
    if (block.kind === "table" || block.end - block.start > longestByline) continue;
    const line = text.slice(block.start, block.end);
    const found = (byline.exec(line) ?? chinese.exec(line))?.[1];
    if (found !== undefined) return found;
  }
  const credit = reporting.exec(text.slice(-600))?.[1];
  return (
    credit ??
    gap("author", "no byline, and no metadata that name one", "the page as its outlet published it")
  );
}
