import type {Article, Block, Stretch} from "../../api/index.ts";

/** The blocks that a passage lies in and the heading above them; the bare passage where no block holds it. */
export function passageContext(
  article: Article,
  passage: Stretch,
): {readonly heading: Block | null; readonly blocks: readonly Block[]} {
  const blocks = article.blocks.filter(
    (block) => block.start < passage.end && block.end > passage.start,
  );
  const [first] = blocks;
  if (first === undefined) {
    const {start, end} = passage;
    return {heading: null, blocks: [{kind: "paragraph", under: null, start, end}]};
  }
  const heading = first.under === null ? null : (article.blocks[first.under] ?? null);
  return {heading, blocks};
}
