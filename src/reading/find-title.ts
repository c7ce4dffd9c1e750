import {type Block, type Gap, gap, type Stretch} from "../world/index.ts";
import {squeezeSpace} from "./squeeze-space.ts";

const longestTitle = 300;

/** The title: as the page's metadata state it, else its first heading, else a first line that is short. What a machine left behind is no title. */
export function findTitle(
  stated: string | null,
  text: string,
  blocks: readonly Block[],
  residue: readonly Stretch[],
): string | Gap {
  const written = blocks.filter(
    (block) => !residue.some(({start, end}) => start < block.end && block.start < end),
  );
  const heading = written.find(({kind}) => kind === "heading");
  const first = written[0];
  for (const words of [stated, plain(text, heading), shortLine(plain(text, first))])
    if (words !== null && words !== "") return words;
  return gap("title", "no heading and no short first line", "the page as its outlet published it");
}

function plain(text: string, block: Block | undefined): string | null {
  if (block === undefined || block.kind === "table") return null;
  const words = text
    .slice(block.start, Math.min(block.end, block.start + longestTitle))
    .replace(/^#{1,6}\s+|^\*\*|\*\*:?$/g, "");
  return squeezeSpace(words);
}

function shortLine(words: string | null): string | null {
  return words !== null && words.length <= 120 ? words : null;
}
