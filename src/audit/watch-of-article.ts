import {findMentionsIn} from "../coding/index.ts";
import {
  type Article,
  articleDay,
  type Reference,
  type StateCode,
  type Watch,
} from "../world/index.ts";
import {isRead} from "./find-claims.ts";

/** States whose facts are read for one article; the most named come first, and a list of members adds nothing. */
const mostStates = 8;
/** Characters in which states are looked for: an article names whom it is about near its head. */
const reach = 20_000;

/** Whose facts an article needs: the states that it names most, towards the powers of the watch. */
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
  for (const {party} of findMentionsIn(article.language, text, reference, articleDay(article)))
    if (isState.has(party)) counts.set(party, (counts.get(party) ?? 0) + 1);
  const named = [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostStates)
    .map(([state]) => state);
  if (named.length === 0) return {facts: watch, figures: watch};
  const states = named.filter((state) => !watch.powers.includes(state));
  return {
    facts: {...watch, states: named},
    figures: {...watch, states: states.length === 0 ? watch.states : states},
  };
}
