import type {Evidence, Judgement, Move, Recoded} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {judgementEvidence} from "./judgement-evidence.ts";
import {newestFirst} from "./newest-first.ts";
import type {Decision, Decisions} from "./settle-judgements.ts";
import type {WeighParticipants} from "./weigh-participants.ts";

/**
 * Moves as people have judged them, newest first: what is rejected is left out, fields stand as recoded, and moves of
 * datasets said to be one with another become one. Each judgement that shaped a move stands in its evidence.
 */
export function judgeMoves(
  moves: readonly Move[],
  decisions: Decisions,
  weigh: WeighParticipants,
): Move[] {
  if (decisions.none) return [...moves].sort(newestFirst);
  return joinMoves(moves, decisions)
    .flatMap((move) => {
      const stands = decisions.stands(move.id);
      if (stands?.value === "reject") return [];
      const recodes = decisions.recodes(move.id);
      const settled = [...(stands === undefined ? [] : [stands]), ...recodes];
      const recoded = recodes
        .flatMap(({value}) => (value === null ? [] : [value]))
        .reduce((one, change) => recode(one, change, weigh), move);
      return [withJudgements(recoded, settled)];
    })
    .sort(newestFirst);
}

/** A move has no sides of its own to be joint: its participants say so. */
function recode(move: Move, change: Recoded, weigh: WeighParticipants): Move {
  switch (change.field) {
    case "symmetric":
      return weighed(move, change.value, weigh);
    case "sources":
    case "targets":
      return weighed(
        {...move, [change.field]: change.value},
        move.participants.some(({side}) => side === "both"),
        weigh,
      );
    case "when":
      return {...move, when: change.value, precision: "day"};
    default:
      return {...move, [change.field]: change.value};
  }
}

function weighed(move: Move, joint: boolean, weigh: WeighParticipants): Move {
  const {sources, targets, when, recordedOn} = move;
  const on = isGap(when) ? recordedOn : when;
  return {...move, participants: weigh({sources, targets, joint, on})};
}

/** The move with the judgements of these decisions in its evidence, and those who dispute them named. */
export function withJudgements(move: Move, settled: readonly Decision<unknown>[]): Move {
  const judgements = unique(settled.flatMap(({by, disputedBy}) => [...by, ...disputedBy]));
  if (judgements.length === 0) return move;
  const parties = [...new Set([...move.sources, ...move.targets])];
  const told = new Set(
    move.evidence.flatMap((one) => (one.kind === "judgement" ? [one.judgementId] : [])),
  );
  const disputedBy = [
    ...new Set([
      ...(move.disputedBy ?? []),
      ...settled.flatMap((one) => one.disputedBy.map(({author}) => author)),
    ]),
  ].sort();
  return {
    ...move,
    evidence: [
      ...move.evidence,
      ...judgements.filter(({id}) => !told.has(id)).map((one) => judgementEvidence(one, parties)),
    ],
    ...(disputedBy.length === 0 ? {} : {disputedBy}),
  };
}

function unique(judgements: readonly Judgement[]): Judgement[] {
  return [...new Map(judgements.map((one) => [one.id, one])).values()];
}

/**
 * Joins moves of which at least one comes from a dataset, where people say that two are one; reports of articles are
 * joined before they become moves. The move known first keeps its id and its words.
 */
function joinMoves(moves: readonly Move[], decisions: Decisions): readonly Move[] {
  const byId = new Map(moves.map((move) => [move.id, move]));
  for (const move of moves) for (const {eventId} of move.reports ?? []) byId.set(eventId, move);
  const gone = new Map<Move, Move>();
  const now = (id: string): Move | undefined => {
    let move = byId.get(id);
    while (move !== undefined && gone.has(move)) move = gone.get(move);
    return move;
  };
  for (const {ids, decision} of decisions.pairs) {
    const [one, other] = [now(ids[0]), now(ids[1])];
    if (one === undefined || other === undefined || one === other) continue;
    if (one.from === "article" && other.from === "article") continue;
    if (decision.value !== "same-move" || one.specimen !== other.specimen) continue;
    const joined = withJudgements(join(one, other), [decision]);
    gone.set(one, joined);
    gone.set(other, joined);
  }
  return gone.size === 0 ? moves : [...new Set(moves.map(({id}) => now(id) as Move))];
}

function join(a: Move, b: Move): Move {
  const [first, second] =
    a.recordedOn < b.recordedOn || (a.recordedOn === b.recordedOn && a.id < b.id) ? [a, b] : [b, a];
  const better = first.grade.reliability <= second.grade.reliability ? first.grade : second.grade;
  const reports = [...(first.reports ?? []), ...(second.reports ?? [])];
  const evidence: readonly Evidence[] = [...first.evidence, ...second.evidence];
  return {
    ...first,
    sectors: [...new Set([...first.sectors, ...second.sectors])],
    articles: first.articles + second.articles,
    independentOrigins: first.independentOrigins + second.independentOrigins,
    grade: better,
    evidence,
    ...(reports.length === 0 ? {} : {reports}),
  };
}
