import type {CodedEvent, Day, Evidence, Move} from "../world/index.ts";
import {dayNumber, isGap, membersOf} from "../world/index.ts";
import type {Finding, Known, Matcher} from "./claim.ts";

/** A report may be dated a day or two from the act; more apart are two acts. In days. */
const nearDays = 2;

/**
 * A dated act that the coder found in the claim, and a move of the same type, parties and day that rests on another
 * source. It can only support: that no other source tells of an act proves nothing.
 */
export const matchMove: Matcher = (claim, known) => {
  const hits = claim.events.flatMap((event) => movesLike(event, known));
  const [first] = hits;
  if (first === undefined) return [];
  const finding: Finding = {
    start: 0,
    end: claim.text.length,
    verdict: "supported",
    because: `another source records the same act: ${first.move.summary}`,
    for: hits.flatMap(({evidence}) => evidence),
    against: [],
    past: [],
    wouldSettle: "the two governments' own release on the act",
  };
  return [finding];
};

function movesLike(event: CodedEvent, known: Known): {move: Move; evidence: Evidence[]}[] {
  if (isGap(event.when) || event.mode !== "done") return [];
  const when = event.when;
  const parties = new Set([...event.sources, ...event.targets]);
  if (parties.size < 2) return [];
  return known.moves
    .filter(
      (move) =>
        move.type === event.type &&
        move.mode === "done" &&
        move.precision === "day" &&
        !isGap(move.when) &&
        daysApart(move.when, when) <= nearDays &&
        [...parties].every((party) => acts(move, party, known)) &&
        event.sectors.every((sector) => sector === "other" || move.sectors.includes(sector)),
    )
    .map((move) => ({move, evidence: independent(move, known)}))
    .filter(({evidence}) => evidence.length > 0);
}

/** What a move rests on besides this article, its copies and those who only pass on what others reported. */
function independent(move: Move, {isWitness}: Known): Evidence[] {
  if (move.specimen || (move.from === "article" && move.independentOrigins < 1)) return [];
  return move.evidence.filter(
    (one) => one.kind !== "passage" || (!one.specimen && isWitness(one.articleId)),
  );
}

function acts(move: Move, party: string, {reference, book}: Known): boolean {
  const all = [...move.sources, ...move.targets];
  return all.some((one) => one === party || membersOf(reference, party, book.asOf).includes(one));
}

function daysApart(a: Day, b: Day): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}
