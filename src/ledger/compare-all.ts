import type {Article, CodedEvent, Reference} from "../world/index.ts";
import {featuresOf, type LinkFeature, type Profile, profileOf} from "./link-features.ts";
import {readWords} from "./report-words.ts";
import {blockOf, mayBeSame} from "./same-happening.ts";
import {wordsMet} from "./word-rarity.ts";

/** A report held against a happening of which earlier reports told, with all that speaks for and against. */
export interface Compared {
  readonly articleId: string;
  readonly happening: string;
  readonly features: Readonly<Record<LinkFeature, number>>;
}

/**
 * Each report held against every happening that the recipe could link it to, where it is known which report tells of
 * which: what the recipe's weights are fitted on. Articles are taken in the order given.
 */
export function compareAll(
  articles: readonly Article[],
  events: readonly CodedEvent[],
  happeningOf: ReadonlyMap<string, string>,
  reference: Reference,
): Compared[] {
  const words = readWords(reference);
  const met = wordsMet();
  const byArticle = new Map(events.map((event) => [event.evidence.articleId, event]));
  const blocks = new Map<string, Map<string, Profile[]>>();
  return articles.flatMap((article) => {
    const event = byArticle.get(article.id);
    if (event === undefined) return [];
    const report = {event, article, grade: article.grade};
    const profile = profileOf(report, words.of(report));
    const rarity = met.before(met.meet(profile.words));
    const block = blocks.get(blockOf(event)) ?? new Map<string, Profile[]>();
    const compared = [...block].flatMap(([happening, profiles]): Compared[] => {
      const [first] = profiles;
      if (first === undefined || !mayBeSame(first, profile)) return [];
      const features = featuresOf(profiles, profile, rarity);
      return [{articleId: article.id, happening, features}];
    });
    const own = happeningOf.get(article.id) ?? article.id;
    block.set(own, [...(block.get(own) ?? []), profile]);
    blocks.set(blockOf(event), block);
    return compared;
  });
}
