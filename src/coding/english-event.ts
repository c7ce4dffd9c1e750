import type {Article, CodedEvent, Reference, Stretch} from "../world/index.ts";
import {findDay} from "./find-day.ts";
import {type ToldEvent, toCodedEvent} from "./to-coded-event.ts";

/** The coder of English: rules find readings, a linear model judges them. Its version rises when its answers change. */
export const coder = {id: "rules-and-linear", version: 1} as const;

/** Sets an event that was read in English into its article, on the day that its words name. */
export function englishEvent(
  article: Article,
  stretch: Stretch,
  event: ToldEvent,
  reference: Reference,
): CodedEvent {
  const when = findDay(article.text.slice(stretch.start, stretch.end), article.published);
  return toCodedEvent(article, stretch, event, {coder, when}, reference);
}
