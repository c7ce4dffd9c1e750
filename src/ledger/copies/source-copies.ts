import type {Article} from "../../world/index.ts";
import {sourceNames} from "../article-source.ts";
import {groupBy} from "../group-by.ts";
import type {OwnerOf} from "../owner-of.ts";
import type {Copies} from "./copy.ts";

/** How much of what a source prints is another's, and whose. */
export interface SourceCopies {
  /** The outlet as it names itself, else its host; `null` for articles of which nobody can tell. */
  readonly source: string | null;
  readonly owner: string | null;
  readonly articles: number;
  /** Articles made from another source's, translations among them; its own updates are none. */
  readonly copies: number;
  /** `copies` of `articles`, 0..1. */
  readonly share: number;
  /** Whose articles it printed, the most often first. */
  readonly from: readonly {readonly source: string | null; readonly count: number}[];
  /** How often others printed its articles. */
  readonly copiedBy: number;
}

/** For each source, how much it copies from whom: those with most copies first. */
export function sourceCopies(
  articles: readonly Article[],
  copies: Copies,
  ownerOf: OwnerOf,
): SourceCopies[] {
  const counted = articles.filter(({specimen}) => !specimen);
  const sourceOf = new Map(
    counted.map((article) => [article.id, sourceNames(article)[0] ?? null] as const),
  );
  const of = (id: string) => sourceOf.get(id) ?? null;
  const edges = copies.clusters
    .flatMap((cluster) => cluster.edges)
    .filter(({kind}) => kind !== "update");
  return [...groupBy(counted, ({id}) => of(id))]
    .map(([source, own]): SourceCopies => {
      const made = edges.filter(({copy}) => of(copy) === source);
      const from = [...groupBy(made, (edge) => of(edge.of))]
        .map(([other, some]) => ({source: other, count: some.length}))
        .sort((a, b) => b.count - a.count || byName(a.source, b.source));
      const [first] = own;
      return {
        source,
        owner: first === undefined ? null : ownerOf(first),
        articles: own.length,
        copies: made.length,
        share: made.length / own.length,
        from,
        copiedBy: edges.filter((edge) => of(edge.of) === source).length,
      };
    })
    .sort((a, b) => b.copies - a.copies || byName(a.source, b.source));
}

function byName(a: string | null, b: string | null): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}
