import {createHash} from "node:crypto";
import type {Article, Attribution, CodedEvent, Gap, Reference, Stretch} from "../world/index.ts";
import {gap, isGap} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {findDay} from "./find-day.ts";
import {findPeriod} from "./find-period.ts";
import type {SentenceEvent} from "./sentence-event.ts";

/** This coder: rules find readings, a linear model judges them. Its version rises when its answers change. */
export const coder = {id: "rules-and-linear", version: 1} as const;

/** Sets an event into its article: evidence with offsets, date, who says so, id. */
export function toCodedEvent(
  article: Article,
  {start, end}: Stretch,
  event: SentenceEvent,
  reference: Reference,
): CodedEvent {
  const {type, mode, sources, targets, symmetric, sectors, because, confidence, detail} = event;
  const quote = article.text.slice(start, end);
  const involved = new Set([...sources, ...targets]);
  const reaches = event.reaches.filter(
    (reach, i, all) =>
      involved.has(reach.party) && all.findIndex((other) => other.party === reach.party) === i,
  );
  const madeOf = [article.id, start, end, type, mode, sources, targets, coder];
  const moved = <Part extends Stretch>(part: Part): Part => ({
    ...part,
    start: start + part.start,
    end: start + part.end,
  });
  const period = findPeriod(quote, article.published, detail.ahead);
  const parts = detail.parts.map(moved);
  return {
    id: createHash("sha256").update(JSON.stringify(madeOf)).digest("hex").slice(0, 16),
    type,
    quad: compileCodebook(reference).quadOf.get(type) ?? "verbal co-operation",
    mode,
    subMode: detail.subMode,
    sectors,
    sources,
    targets,
    symmetric,
    when: findDay(quote, article.published),
    period: isGap(period) ? period : moved(period),
    where: isGap(detail.where) ? detail.where : moved(detail.where),
    amounts: detail.amounts.map(moved),
    saidBy: saidBy(article, parts[0] ?? {start, end}),
    parts: isGap(period)
      ? parts
      : [...parts, {part: "when", start: start + period.start, end: start + period.end}],
    evidence: {
      kind: "passage",
      articleId: article.id,
      start,
      end,
      quote,
      reaches,
      specimen: article.specimen,
    },
    because: [...because, ...detail.because],
    confidence,
    sure: detail.sure,
    coder,
  };
}

/** The narrowest stretch of another's words in which the event stands. */
function saidBy({attributions}: Article, event: Stretch): Attribution | Gap {
  return (
    attributions
      .filter(({start, end}) => start < event.end && event.start < end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0] ??
    gap("who says so", "the article says it in its own voice", "a report that names its source")
  );
}
