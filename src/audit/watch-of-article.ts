import {findMentionsIn} from "../coding/index.ts";
import {
  type Article,
  articleDay,
  type DatasetId,
  type PartyId,
  type Reference,
  type StateCode,
  type Watch,
} from "../world/index.ts";
import {isRead} from "./find-claims.ts";
import {listing} from "./match-listing.ts";

/** States whose facts are read for one article; the most named come first, and a list of members adds nothing. */
const mostStates = 8;
/** Characters in which states are looked for: an article names whom it is about near its head. */
const reach = 20_000;

/** Datasets of which a figure beside a claim can be made; with votes, all that a matcher asks for. */
export const figureDatasets: readonly DatasetId[] = [
  "trade-cow",
  "trade-matrix",
  "trade-sections",
  "trade-partners",
  "arms-orders",
  "arms-deliveries",
  "military-spending",
  "energy-russia",
  "energy-2020",
  "fdi",
  "agreements",
  "agreement-members",
  "sanctions-panel",
  "event-rows",
];
const voting = /\b(resol|vot(e|ed|es|ing)\b|abst|UNGA|suara)/i;

/** The datasets that an article needs: votes, the largest of them, only where it speaks of a vote. */
export function datasetsOfArticle({text}: Pick<Article, "text">): readonly DatasetId[] {
  return voting.test(text) ? [...figureDatasets, "un-votes", "un-resolutions"] : figureDatasets;
}

/** Whether an article speaks of somebody on a sanctions list, so that the lists are worth reading. */
export function speaksOfListing({text}: Pick<Article, "text">): boolean {
  return listing.test(text);
}

/** Whose facts an article needs: the states that it names most, towards the powers of the watch that it names too. */
export interface ArticleWatch {
  /** All of them, for the facts that are read. */
  readonly facts: Watch;
  /** Without the powers themselves, for the figures that are measured towards the powers. */
  readonly figures: Watch;
}

/** The watch that an article asks for; where it names no state, the watch that was given. */
export function watchOfArticle(article: Article, watch: Watch, reference: Reference): ArticleWatch {
  if (!isRead(article.language)) return {facts: watch, figures: watch};
  const text = article.text.slice(0, reach);
  const counts = new Map<StateCode, number>();
  const isState = new Set(reference.states.map(({code}) => code));
  const parties = new Set<PartyId>();
  for (const {party} of findMentionsIn(article.language, text, reference, articleDay(article))) {
    parties.add(party);
    if (isState.has(party)) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  const named = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostStates)
    .map(([state]) => state);
  if (named.length === 0) return {facts: watch, figures: watch};
  const powers = [...watch.powers, ...watch.optionalPowers, ...watch.aggregates].filter((power) =>
    parties.has(power),
  );
  const towards = {...watch, powers, optionalPowers: [], aggregates: []};
  const states = named.filter((state) => !powers.includes(state));
  return {facts: {...towards, states: named}, figures: {...towards, states}};
}
