import type {Answer, Cause, Cell, Change, Evidence, Gap, Measured, Move} from "../world/index.ts";
import {gradeLabel, isGap, whenText} from "../world/index.ts";

/** An entry kept between two answers that neither of them shows, with the datasets that it touched. */
export interface EntryBetween extends Cause {
  readonly datasets: readonly string[];
}

/** A part of an answer that can say otherwise in another: its words, and what they rest on. */
interface Said {
  readonly kind: Change["kind"];
  readonly what: string;
  readonly text: string;
  /** The words without the day that was asked for: "as of" another day is no change. */
  readonly compared: string;
  readonly evidence: readonly Evidence[];
}

/**
 * What a later answer says otherwise than an earlier one, in the order of the later: from what to what, and because of
 * which entries. A change is because of the articles, judgements and imports that are new, or gone, in what it rests on.
 */
export function changesBetween(
  before: Answer,
  after: Answer,
  between: readonly EntryBetween[] = [],
): Change[] {
  const causes = causesBetween(before, after, between);
  const old = byName(before);
  const now = byName(after);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) =>
    pairsOf(old.get(name) ?? [], now.get(name) ?? []).map(([was, is]): Change => {
      const {kind, what} = (is ?? was) as Said;
      const because = causes(was?.evidence ?? [], is?.evidence ?? []);
      return {kind, what, before: was?.text ?? null, after: is?.text ?? null, because};
    }),
  );
}

function byName(answer: Answer): Map<string, Said[]> {
  const names = new Map<string, Said[]>();
  for (const one of saidBy(answer)) {
    const name = `${one.kind} ${one.what}`;
    const there = names.get(name);
    if (there === undefined) names.set(name, [one]);
    else there.push(one);
  }
  return names;
}

/** What of two lists under one name is not in both: the first gone with the first new, and so on. */
function pairsOf(
  old: readonly Said[],
  now: readonly Said[],
): (readonly [Said | undefined, Said | undefined])[] {
  const without = (some: readonly Said[], others: readonly Said[]) => {
    const texts = new Set(others.map(({compared}) => compared));
    return some.filter(({compared}) => !texts.has(compared));
  };
  const [gone, came] = [without(old, now), without(now, old)];
  return Array.from({length: Math.max(gone.length, came.length)}, (_, at) => [gone[at], came[at]]);
}

/** All that an answer says, part by part; parts of one list have one name. */
function saidBy(answer: Answer): Said[] {
  const cells = (kind: Said["kind"], what: string, list: readonly Cell[]) =>
    list.map(({text, evidence}) => ({kind, what, text, evidence}));
  const parts: Omit<Said, "compared">[] = [
    ...answer.ledgerMoves.map((move) => ({
      kind: "move" as const,
      what: move.id,
      text: moveText(move),
      evidence: move.evidence,
    })),
    ...answer.moves.map(({country, partner, sector, focus, moves}) => ({
      kind: "row" as const,
      what: `${country} ${partner} ${sector}`,
      text: focus.text,
      evidence: [...focus.evidence, ...moves.flatMap((move) => move.evidence)],
    })),
    ...answer.series.flatMap(({id, state, partner, sector, points}) =>
      points.map(({period, figure}) => ({
        kind: "series" as const,
        what: [id, state, partner, sector, period].filter((part) => part !== null).join(" "),
        text: figureText(figure),
        evidence: isGap(figure) ? [] : figure.evidence,
      })),
    ),
    ...answer.postures.map((one) => ({
      kind: "posture" as const,
      what: `${one.state} ${one.a} ${one.b} ${one.period}`,
      text: `${one.reading}, tilt ${figureText(one.tilt)}`,
      evidence: [one.engagementA, one.engagementB, one.tilt].flatMap((figure) =>
        isGap(figure) ? [] : figure.evidence,
      ),
    })),
    ...answer.stakes.flatMap(({country, partner, sector, benefits, risks}) => [
      ...cells("stake", `${country} ${partner} ${sector} benefits`, benefits),
      ...cells("stake", `${country} ${partner} ${sector} risks`, risks),
    ]),
    ...answer.options.flatMap(({id, outcomes}) => cells("option", id, outcomes)),
    ...answer.verdicts.flatMap(({articleId, verdicts}) =>
      verdicts.map((one) => ({
        kind: "verdict" as const,
        what: `${articleId} “${one.claim.text}”`,
        text: `${one.verdict ?? one.kind}: ${one.because}`,
        evidence: [one.claim.evidence, ...one.for, ...one.against],
      })),
    ),
  ];
  return parts.map((one) => ({
    ...one,
    compared: one.text.replaceAll(answer.asOf, "(the day asked)"),
  }));
}

function moveText(move: Move): string {
  const disputed =
    move.disputedBy === undefined ? [] : [`disputed by ${move.disputedBy.join(", ")}`];
  const maybe = (move.maybeSameAs ?? []).map(({moveId}) => `maybe the same as ${moveId}`);
  return [
    move.summary,
    move.type ?? "no type",
    move.mode,
    `${move.sources.join("+")} > ${move.targets.join("+")}`,
    move.sectors.join("+"),
    whenText(move),
    gradeLabel(move.grade),
    `${move.articles} articles, ${move.independentOrigins} origins`,
    ...disputed,
    ...maybe,
  ].join(" · ");
}

function figureText(figure: Measured | Gap): string {
  if (isGap(figure)) return `gap: ${figure.why}`;
  const {value, interval} = figure;
  return interval === null ? `${value}` : `${value} [${interval.low}, ${interval.high}]`;
}

/**
 * Finds what made a part another one: entries that are new or gone in what it rests on; where none is, those of the
 * moves that it rests on; imports that touched its datasets; and another version of Demarche.
 */
function causesBetween(before: Answer, after: Answer, between: readonly EntryBetween[]) {
  const known = (answer: Answer) => new Set(answer.verdicts.map(({articleId}) => articleId));
  const [then, now] = [known(before), known(after)];
  const judgedThen = new Set(before.judgements.map(({judgement}) => judgement.id));
  const judged = after.judgements.filter(({judgement}) => !judgedThen.has(judgement.id));
  const nowJudged = new Set(after.judgements.map(({judgement}) => judgement.id));
  const retracted = between.filter(({kind}) => kind === "retraction");

  const own = (evidence: readonly Evidence[]): Cause[] =>
    evidence.flatMap((one): Cause[] => {
      if (one.kind === "judgement") {
        if (!judgedThen.has(one.judgementId)) return [{kind: "judgement", id: one.judgementId}];
        return nowJudged.has(one.judgementId) ? [] : retracted.map(cause);
      }
      if (one.kind === "passage") {
        const {articleId} = one;
        if (!then.has(articleId) && now.has(articleId)) return [{kind: "article", id: articleId}];
        if (then.has(articleId) && !now.has(articleId))
          return [...about([articleId]), ...retracted.map(cause)];
        return [];
      }
      if (one.kind === "rows")
        return between.filter(({datasets}) => datasets.includes(one.dataset)).map(cause);
      if (one.kind === "searched")
        return between
          .filter(({datasets}) => datasets.some((id) => one.datasets.some((other) => other === id)))
          .map(cause);
      return [];
    });
  /** New judgements about any of these, or about a source. */
  const about = (ids: readonly string[]): Cause[] =>
    judged
      .filter(
        ({judgement}) =>
          judgement.kind === "source-grade" || judgement.about.some((id) => ids.includes(id)),
      )
      .map(({judgement}) => ({kind: "judgement", id: judgement.id}));

  const byPlace = new Map<string, Cause[]>();
  const newMoves = new Map(after.ledgerMoves.map((move) => [move.id, move]));
  const oldMoves = new Map(before.ledgerMoves.map((move) => [move.id, move]));
  for (const id of new Set([...oldMoves.keys(), ...newMoves.keys()])) {
    const [was, is] = [oldMoves.get(id), newMoves.get(id)];
    if (was !== undefined && is !== undefined && moveText(was) === moveText(is)) continue;
    const evidence = [...(was?.evidence ?? []), ...(is?.evidence ?? [])];
    const events = [...(was?.reports ?? []), ...(is?.reports ?? [])].map(({eventId}) => eventId);
    const found = [...own(evidence), ...about([id, ...events])];
    for (const one of evidence) {
      const place = placeOf(one);
      byPlace.set(place, [...(byPlace.get(place) ?? []), ...found]);
    }
  }
  const version: Cause[] =
    before.version === after.version
      ? []
      : [{kind: "version", id: `${before.version} → ${after.version}`}];

  return (was: readonly Evidence[], is: readonly Evidence[]): Cause[] => {
    const evidence = [...was, ...is];
    const all = [
      ...own(evidence),
      ...evidence.flatMap((one) => byPlace.get(placeOf(one)) ?? []),
      ...version,
    ];
    return [...new Map(all.map((one) => [`${one.kind} ${one.id}`, one])).values()];
  };
}

function cause({kind, id}: EntryBetween): Cause {
  return {kind, id};
}

function placeOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case "passage":
      return JSON.stringify([evidence.articleId, evidence.start, evidence.end]);
    case "rows":
      return JSON.stringify([evidence.dataset, evidence.where]);
    case "searched":
      return JSON.stringify([evidence.datasets, evidence.where]);
    case "reference":
      return JSON.stringify([evidence.table, evidence.key]);
    case "judgement":
      return JSON.stringify(["judgement", evidence.judgementId]);
  }
}
