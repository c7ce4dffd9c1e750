import type {Article, Capture, Collected} from "../../world/index.ts";

/**
 * Tells of an article what was known of its source when it was collected; null where a person gave it. The same bytes
 * may come from two sources, so the place counts too.
 */
export function collectedFrom(
  captures: readonly Pick<Capture, "sha256" | "origin" | "collected">[],
): (article: Pick<Article, "captureSha256" | "origin">) => Collected | null {
  const known = new Map(
    captures.flatMap(({sha256, origin, collected}) =>
      collected === undefined ? [] : [[`${sha256} ${origin}`, collected] as const],
    ),
  );
  return ({captureSha256, origin}) => known.get(`${captureSha256} ${origin}`) ?? null;
}
