import {createHash} from "node:crypto";
import {
  gradeItems,
  judgeEvents,
  judgeMoves,
  judgeReports,
  moveMaker,
  namesOf,
  passagesMet,
  sameHappening,
  settleJudgements,
  weighParticipants,
} from "../ledger/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Article, CodedEvent, Day, Move, Reference} from "../world/index.ts";
import {collectedReliability} from "./collected-reliability.ts";
import {type EventInOrder, eventsInOrder} from "./events-in-order.ts";
import {groupBlocks, type LinkedApart} from "./group-blocks.ts";

/** Reports that are linked at once: so many stand in memory with their articles, however many the ledger has. */
const usualReports = 2_000;

export interface Relinking {
  /** Ids of articles that are given back, graded beside what the others tell. */
  readonly asked?: readonly string[];
  readonly reportsAtOnce?: number;
  /** Hears how far it is, where that takes several steps. */
  readonly tell?: (line: string) => void;
}

/**
 * Keeps a version of each move from articles that the newest article or judgement made another one. Moves of datasets
 * have no versions: they follow from their rows, and which there are depends on the watch.
 *
 *     what came since ─► blocks that it touches ─► linked group by group ─► versions, and ends of moves
 *
 * A report touches the reports of its block, and all that came to be known after it: how much a word says follows from
 * the passages before. So blocks without a report from the day of the earliest change on stay as they are. All reports
 * are walked once, for their blocks and words; then each group reads its own articles alone. What is kept is what linking
 * everything anew would give.
 */
export async function recordKnownMoves(
  ledger: Ledger,
  reference: Reference,
  on: Day,
  {asked = [], reportsAtOnce = usualReports, tell = () => undefined}: Relinking = {},
): Promise<readonly Article[]> {
  const at = await ledger.revision();
  const madeWith = madeOf(reference);
  const since = await ledger.unlinked(madeWith);
  const decisions = settleJudgements(await ledger.judgements(on));
  const reliabilityOf = collectedReliability(await ledger.captures(on));
  const places = await ledger.articlePlaces(on);
  const met = passagesMet(reference);
  const firstPlaceOf = new Map<string, number>();

  const gone = judgeEvents(since?.superseded ?? [], decisions, reference);
  const isTouched = (id: string, recordedOn: Day) =>
    since === null || (since.from !== null && recordedOn >= since.from) || asked.includes(id);
  const groups = await groupBlocks(metInOrder(), {gone, isTouched, decisions, reportsAtOnce});

  const standing = new Set(await ledger.standingMoves());
  const kept = new Set<string>();
  const touched = new Set(gone.flatMap(namesOf));
  const askedMoves: Move[] = [];
  for (const [step, group] of groups.entries()) {
    if (groups.length > 1) tell(`linking reports into moves: step ${step + 1} of ${groups.length}`);
    const {moves, names} = await movesOf(group);
    for (const name of names) touched.add(name);
    for (const {id} of moves) kept.add(id);
    askedMoves.push(
      ...moves.filter(({reports = []}) => reports.some((one) => asked.includes(one.articleId))),
    );
    await ledger.recordMoves(moves, sameHappening, on, []);
  }
  const ended = [...standing].filter((id) => (since === null || touched.has(id)) && !kept.has(id));
  if (ended.length > 0) await ledger.recordMoves([], sameHappening, on, ended);
  await ledger.noteLinked({at, madeWith});
  if (asked.length === 0) return [];
  const told = await reportsOf(asked, await ledger.eventsOf(asked, on));
  return gradeItems(told.articles, told.events, askedMoves);

  async function reportsOf(ids: readonly string[], events: readonly CodedEvent[]) {
    const articles = await ledger.articlesOf(ids, on);
    return judgeReports(articles, events, decisions, reference, reliabilityOf);
  }

  async function* metInOrder(): AsyncGenerator<readonly EventInOrder[]> {
    for await (const events of eventsInOrder(ledger, reference, on, places, decisions)) {
      for (const {event, nth} of events) {
        const place = met.meet(event);
        if (nth === 0) firstPlaceOf.set(event.evidence.articleId, place);
      }
      yield events;
    }
  }

  async function movesOf(group: LinkedApart) {
    const placeOf = new Map<CodedEvent, number>();
    const rarityAt = (event: CodedEvent) => met.before(placeOf.get(event) ?? 0);
    const maker = moveMaker(reference, decisions, reliabilityOf, rarityAt);
    const names: string[] = [];
    const own = places.filter(({id}) => group.articles.has(id));
    for await (const some of eventsInOrder(ledger, reference, on, own, decisions)) {
      const events = some.filter(({event}) => group.has(event));
      const ids = new Set(events.map(({event}) => event.evidence.articleId));
      const {articles} = await reportsOf([...ids], []);
      const articleOf = new Map(articles.map((article) => [article.id, article]));
      for (const {event, nth} of events) {
        const {articleId} = event.evidence;
        const article = articleOf.get(articleId);
        if (article === undefined) continue;
        placeOf.set(event, (firstPlaceOf.get(articleId) ?? 0) + nth);
        maker.take(event, article);
        if (since !== null) names.push(...namesOf(event));
      }
    }
    const moves = judgeMoves(maker.moves(), decisions, weighParticipants(reference));
    return {moves, names};
  }
}

/** Names what moves are made with beside the reports: where it changes, all are linked anew. */
function madeOf(reference: Reference): string {
  const hash = createHash("sha256").update(JSON.stringify(reference)).digest("hex");
  return `${sameHappening.id}@${sameHappening.version} ${hash}`;
}
