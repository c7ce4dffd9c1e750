import {blockOf, type Decisions, namesOf} from "../ledger/index.ts";
import type {CodedEvent, Day} from "../world/index.ts";
import type {EventInOrder} from "./events-in-order.ts";

/** Some of the reports, which nothing links to any other, and the ids of the articles in which they stand. */
export interface LinkedApart {
  readonly has: (event: CodedEvent) => boolean;
  readonly articles: ReadonlySet<string>;
}

interface Block {
  /** Another block to which people's words tie it; itself where none. */
  tiedTo: Block;
  reports: number;
  readonly articles: Set<string>;
  isTouched: boolean;
}

/**
 * The blocks that are touched, in groups of about so many reports that can be linked one group after another. Blocks of
 * which people said that a report is, or is not, another's are never torn apart.
 */
export async function groupBlocks(
  pages: AsyncIterable<readonly EventInOrder[]>,
  {
    gone,
    isTouched,
    decisions,
    reportsAtOnce,
  }: {
    readonly gone: readonly CodedEvent[];
    readonly isTouched: (articleId: string, recordedOn: Day) => boolean;
    readonly decisions: Decisions;
    readonly reportsAtOnce: number;
  },
): Promise<readonly LinkedApart[]> {
  const blocks = new Map<string, Block>();
  const blockOfEvent = (event: CodedEvent): Block => {
    const key = blockOf(event);
    const there = blocks.get(key);
    if (there !== undefined) return there;
    const block = {reports: 0, articles: new Set<string>(), isTouched: false} as Block;
    block.tiedTo = block;
    blocks.set(key, block);
    return block;
  };
  const spokenOf = new Set(decisions.pairs.flatMap(({ids}) => ids));
  const named = new Map<string, Block>();
  for await (const events of pages)
    for (const {event, recordedOn} of events) {
      const block = blockOfEvent(event);
      block.reports += 1;
      block.articles.add(event.evidence.articleId);
      block.isTouched ||= isTouched(event.evidence.articleId, recordedOn);
      if (spokenOf.size > 0)
        for (const name of namesOf(event)) if (spokenOf.has(name)) named.set(name, block);
    }
  for (const event of gone) blockOfEvent(event).isTouched = true;
  for (const {ids} of decisions.pairs) {
    const [one, other] = [named.get(ids[0]), named.get(ids[1])];
    if (one !== undefined && other !== undefined) tie(rootOf(one), rootOf(other));
  }
  return inGroups(blocks, reportsAtOnce);
}

function rootOf(block: Block): Block {
  return block.tiedTo === block ? block : rootOf(block.tiedTo);
}

function tie(one: Block, other: Block): void {
  if (one === other) return;
  other.tiedTo = one;
  one.reports += other.reports;
  for (const id of other.articles) one.articles.add(id);
  one.isTouched ||= other.isTouched;
}

function inGroups(
  blocks: ReadonlyMap<string, Block>,
  reportsAtOnce: number,
): readonly LinkedApart[] {
  const groups: Block[][] = [];
  let reports = reportsAtOnce;
  for (const block of blocks.values()) {
    if (block.tiedTo !== block || !block.isTouched) continue;
    if (reports + block.reports > reportsAtOnce) {
      groups.push([]);
      reports = 0;
    }
    reports += block.reports;
    groups.at(-1)?.push(block);
  }
  return groups.map((group) => {
    const among = new Set(group);
    return {
      has: (event) => {
        const block = blocks.get(blockOf(event));
        return block !== undefined && among.has(rootOf(block));
      },
      articles: new Set(group.flatMap(({articles}) => [...articles])),
    };
  });
}
