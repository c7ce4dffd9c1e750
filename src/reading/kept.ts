import type {Block, Dating, Stretch, Table} from "../world/index.ts";

/** A day in the publisher's words, and where it states it. */
export interface StatedDay {
  readonly words: string;
  readonly origin: Dating["origin"];
}

/** What a page's own metadata state about it, as text from outside; `null` where they are silent. */
export interface Stated {
  readonly title: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  /** The days of publication and of the last update, most trusted first. */
  readonly published: readonly StatedDay[];
  readonly updated: readonly StatedDay[];
  /** What the page calls its kind: a schema.org type, a section's name. */
  readonly sorts: readonly string[];
}

/** The kept text of a capture with its parts. Every kind of file is brought to this shape. */
export interface Kept {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly stated: Stated;
}

export const nothingStated: Stated = {
  title: null,
  author: null,
  outlet: null,
  language: null,
  published: [],
  updated: [],
  sorts: [],
};

/** A block whose heading is not known yet. `level` is a heading's depth, 1 the highest. */
export interface Part extends Stretch {
  readonly kind: Block["kind"];
  readonly level?: number;
}

/** Places each part under the nearest heading above it; a heading stands under the nearest one of a higher level. */
export function placeUnderHeadings(parts: readonly Part[]): Block[] {
  const open: {index: number; level: number}[] = [];
  return parts.map(({kind, start, end, level = 2}, index) => {
    if (kind === "heading") while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const under = open.at(-1)?.index ?? null;
    if (kind === "heading") open.push({index, level});
    return {kind, start, end, under};
  });
}
