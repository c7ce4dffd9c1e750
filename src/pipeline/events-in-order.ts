import {asTold, type Decisions, isSomebodys, judgeEvents} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {CodedEvent, Day, Reference} from "../world/index.ts";

/** Articles whose events are read at once. */
const articlesAtOnce = 500;

/** A coded event as people judged it, with the day on which its article came to be known. */
export interface EventInOrder {
  readonly event: CodedEvent;
  /** How many of its article come before it. */
  readonly nth: number;
  readonly recordedOn: Day;
}

/** Coded events that can make a move, in the order in which they are linked, some articles' at a time. */
export async function* eventsInOrder(
  ledger: Pick<Ledger, "eventsOf">,
  reference: Reference,
  on: Day,
  places: Awaited<ReturnType<Ledger["articlePlaces"]>>,
  decisions: Decisions,
): AsyncGenerator<readonly EventInOrder[]> {
  for (let from = 0; from < places.length; from += articlesAtOnce) {
    const page = places.slice(from, from + articlesAtOnce);
    const told = await ledger.eventsOf(
      page.map(({id}) => id),
      on,
    );
    const events = judgeEvents(told, decisions, reference).filter(isSomebodys);
    const byArticle = new Map<string, CodedEvent[]>(page.map(({id}) => [id, []]));
    for (const event of events) byArticle.get(event.evidence.articleId)?.push(event);
    yield page.flatMap(({id, recordedOn}) =>
      (byArticle.get(id) ?? []).sort(asTold).map((event, nth) => ({event, nth, recordedOn})),
    );
  }
}
