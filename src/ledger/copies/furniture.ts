import {asSet, type Shingles} from "./shingles.ts";

/** Articles of a source in which a shingle stands before it counts as the source's furniture. */
const often = 3;
/** Above this share of furniture a text is one of several versions of a story, and keeps its words. */
const mostFurniture = 0.6;

/**
 * Texts without the furniture of their source (a masthead, a plea to subscribe, a stock paragraph of background): runs
 * that stand in several of its articles, which would make any two of them copies.
 */
export function withoutFurniture(
  texts: readonly {readonly source: string | null; readonly runs: readonly number[]}[],
): (readonly number[])[] {
  const bySource = new Map<string, Map<number, number>>();
  const sets: Shingles[] = texts.map(({runs}) => asSet(runs));
  texts.forEach(({source}, at) => {
    if (source === null) return;
    const counts = bySource.get(source) ?? new Map<number, number>();
    for (const run of sets[at] as Shingles) counts.set(run, (counts.get(run) ?? 0) + 1);
    bySource.set(source, counts);
  });
  return texts.map(({source, runs}) => {
    const counts = source === null ? undefined : bySource.get(source);
    if (counts === undefined) return runs;
    const own = runs.filter((run) => (counts.get(run) ?? 0) < often);
    return own.length < (1 - mostFurniture) * runs.length ? runs : own;
  });
}
