import {createHash} from "node:crypto";
import type {Article, CodedEvent, EventDetail, Reference, Stretch} from "../world/index.ts";
import {compileCodebook} from "./compile-codebook.ts";
import type {SentenceEvent} from "./sentence-event.ts";

/** What is said of an event in any language. */
export type ToldEvent = Omit<SentenceEvent, "mutual" | "detail">;

/** What its language's coder knows of an event beside, with places in the article. */
export interface Beside extends Pick<CodedEvent, "coder" | "when"> {
  readonly detail: EventDetail;
}

/** Sets an event into its article: evidence with offsets, quad class, id. */
export function toCodedEvent(
  article: Article,
  {start, end}: Stretch,
  event: ToldEvent,
  {coder, when, detail}: Beside,
  reference: Reference,
): CodedEvent {
  const {type, mode, sources, targets, symmetric, sectors, because, confidence} = event;
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
    when,
    ...detail,
    evidence: {
      kind: "passage",
      articleId: article.id,
      start,
      end,
      quote: article.text.slice(start, end),
      reaches,
      specimen: article.specimen,
    },
    because,
    confidence,
    coder,
  };
}
