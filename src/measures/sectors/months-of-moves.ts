import {
  type CodebookEntry,
  dyadWeights,
  isGap,
  type Mode,
  type Move,
  type SectorMonth,
} from "../../world/index.ts";

/** What is only asked for, planned, supposed or denied did not pass between two states. */
const counted: ReadonlySet<Mode> = new Set(["done", "announced"]);

/** A move that a text or a file of events told, with what it adds to each sector-month, margins included. */
export interface CodedMove {
  readonly move: Move;
  readonly month: number;
  readonly rows: readonly SectorMonth[];
}

/**
 * Moves as counts by sector and month. Only what is coded from texts and event files counts: votes, treaties, arms and
 * memberships are measured for themselves. A move of several sectors is shared among them; one whose month is not known, or
 * whose type is none of PLOVER's, is left out.
 */
export function monthsOfMoves(
  moves: readonly Move[],
  codebook: readonly CodebookEntry[],
): CodedMove[] {
  const friendly = new Map(codebook.map(({type, quad}) => [type, quad.endsWith("co-operation")]));
  return moves.flatMap((move): CodedMove[] => {
    const {from, mode, type, when, precision, specimen} = move;
    const isCoded = (from === "article" || from === "event-row") && !specimen && counted.has(mode);
    const isDated = !isGap(when) && (precision === "day" || precision === "month");
    if (!isCoded || !isDated || type === null) return [];
    const month = Number(when.slice(0, 4)) * 12 + Number(when.slice(5, 7)) - 1;
    const named = move.sectors.length === 0 ? (["other"] as const) : move.sectors;
    const rows = named.flatMap((sector) =>
      dyadWeights(move.participants).flatMap(({source, target, weight}) => {
        const part = weight / named.length;
        const isFriendly = friendly.get(type) === true;
        const [cooperation, conflict] = isFriendly ? [part, 0] : [0, part];
        return [
          {source, target},
          {source, target: ""},
          {source: "", target},
          {source: "", target: ""},
        ].map((pair) => ({month, sector, ...pair, cooperation, conflict}));
      }),
    );
    return [{move, month, rows}];
  });
}
