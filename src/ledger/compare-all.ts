import type {Article, CodedEvent, Reference} from "../world/index.ts";
import {featuresOf, type LinkFeature, profileOf} from "./link-features.ts";
import {readWords} from "./report-words.ts";
import {blockOf, mayBeSame} from "./same-happening.ts";
import {wordRarity} from "./word-rarity.ts";

/** Two reports that the recipe would compare, by their articles' ids, with all that speaks for and against. */
export interface Compared {
  readonly articles: readonly [string, string];
  readonly features: Readonly<Record<LinkFeature, number>>;
}

/** Every pair of reports that the recipe could compare, in the order given: what its weights are fitted on. */
export function compareAll(
  articles: readonly Article[],
  events: readonly CodedEvent[],
  reference: Reference,
): Compared[] {
  const wordsOf = readWords(reference);
  const rarity = wordRarity();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const blocks = new Map<string, ReturnType<typeof profileOf>[]>();
  const compared: Compared[] = [];
  for (const event of events) {
    const article = byId.get(event.evidence.articleId);
    if (article === undefined) continue;
    const report = {event, article, grade: article.grade};
    const profile = profileOf(report, wordsOf(report));
    const block = blocks.get(blockOf(report)) ?? [];
    for (const earlier of block)
      if (mayBeSame(earlier, profile))
        compared.push({
          articles: [earlier.report.article.id, article.id],
          features: featuresOf(earlier, profile, rarity),
        });
    blocks.set(blockOf(report), [...block, profile]);
    rarity.meet([...profile.words.subject, ...profile.words.act]);
  }
  return compared;
}
