import type {Article, CodedEvent, EventDetail, Reference, Stretch} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {dayInText, noDayNamed} from "./find-day.ts";
import {findPeriod} from "./find-period.ts";
import {saidBy} from "./said-by.ts";
import type {Scorer} from "./scoring/scorer.ts";
import type {SentenceEvent} from "./sentence-event.ts";
import {toCodedEvent} from "./to-coded-event.ts";

/** The coder of English: rules find readings, linear models and trees judge them. Its version rises when its answers change. */
export const coder = {id: "rules-and-linear", version: 6} as const;

/** The coder's name says who judged: another scorer than the linear one makes another coder. */
function coderWith({id}: Pick<Scorer, "id">): CodedEvent["coder"] {
  return id === "linear" ? coder : {id: `rules-and-${id}`, version: coder.version};
}

/** Sets an event that was read in English into its article: the time that its words name, whose word it is, its parts. */
export function englishEvent(
  article: Article,
  stretch: Stretch,
  event: SentenceEvent,
  reference: Reference,
  scorer: Pick<Scorer, "id">,
): CodedEvent {
  const {ahead, because, ...told} = event.detail;
  const moved = <Part extends Stretch>(part: Part): Part => ({
    ...part,
    start: stretch.start + part.start,
    end: stretch.start + part.end,
  });
  const quote = article.text.slice(stretch.start, stretch.end);
  const exact = dayInText(quote, article.published);
  const period = findPeriod(quote, article.published, ahead, exact);
  const parts = told.parts.map(moved);
  const when = isGap(period) ? [] : [{part: "when", ...stretchOf(moved(period))} as const];
  const detail: EventDetail = {
    subMode: told.subMode,
    period: isGap(period) ? period : moved(period),
    where: isGap(told.where) ? told.where : moved(told.where),
    amounts: told.amounts.map(moved),
    saidBy: saidBy(article, parts[0] ?? stretch),
    parts: [...parts, ...when],
    sure: told.sure,
  };
  return toCodedEvent(
    article,
    stretch,
    {...event, because: [...event.because, ...because]},
    {coder: coderWith(scorer), when: exact?.day ?? noDayNamed, detail},
    reference,
  );
}

const stretchOf = ({start, end}: Stretch): Stretch => ({start, end});
