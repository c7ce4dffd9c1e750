import {createHash} from "node:crypto";
import type {Article, CodedEvent, Reference, Stretch} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import {findDay} from "./find-day.ts";
import type {SentenceEvent} from "./sentence-event.ts";

/** This coder: rules find readings, a linear model judges them. Its version rises when its answers change. */
export const coder = {id: "rules-and-linear", version: 1} as const;

/** Sets an event into its article: evidence with offsets, date, id. */
export function toCodedEvent(
  article: Article,
  {start, end}: Stretch,
  event: SentenceEvent,
  reference: Reference,
): CodedEvent {
  const {type, mode, sources, targets, symmetric, sectors, because, confidence} = event;
  const quote = article.text.slice(start, end);
  const involved = new Set([...sources, ...targets]);
  const reaches = event.reaches.filter(
    (reach, i, all) =>
      involved.has(reach.party) && all.findIndex((other) => other.party === reach.party) === i,
  );
  const madeOf = [article.id, start, end, type, mode, sources, targets, coder];
  return {
    id: createHash("sha256").update(JSON.stringify(madeOf)).digest("hex").slice(0, 16),
    type,
    quad: compileCodebook(reference).quadOf.get(type) ?? "verbal co-operation",
    mode,
    sectors,
    sources,
    targets,
    symmetric,
    when: findDay(quote, article.published),
    evidence: {
      kind: "passage",
      articleId: article.id,
      start,
      end,
      quote,
      reaches,
      specimen: article.specimen,
    },
    because,
    confidence,
    coder,
  };
}
