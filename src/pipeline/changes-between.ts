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
  const old = new Map(saidBy(before).map((one) => [`${one.kind} ${one.what}`, one]));
  const now = saidBy(after);
  const keys = new Set(now.map((one) => `${one.kind} ${one.what}`));
  const gone = [...old].filter(([key]) => !keys.has(key)).map(([, one]) => [one, null] as const);
  const pairs = [
    ...now.map((one) => [old.get(`${one.kind} ${one.what}`) ?? null, one] as const),
    ...gone,
  ];
  return pairs.flatMap(([was, is]): Change[] => {
    const one = is ?? was;
    if (one === null || undated(was, before) === undated(is, after)) return [];
    return [
      {
        kind: one.kind,
        what: one.what,
        before: was?.text ?? null,
        after: is?.text ?? null,
        because: causes(was?.evidence ?? [], is?.evidence ?? []),
      },
    ];
  });
}

/** Words without the day that was asked for: "as of" another day is no change. */
function undated(said: Said | null, {asOf}: Answer): string | null {
  return said?.text.replaceAll(asOf, "(the day asked)") ?? null;
}

/** All that an answer says, part by part, each under a name of its own. */
function saidBy(answer: Answer): Said[] {
  const cells = (kind: Said["kind"], name: string, list: readonly Cell[]) =>
    numbered(list.map((cell) => ({kind, what: name, text: cell.text, evidence: cell.evidence})));
  return [
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
      numbered(
        verdicts.map((one) => ({
          kind: "verdict" as const,
          what: `${articleId} “${one.claim.text}”`,
          text: `${one.verdict ?? one.kind}: ${one.because}`,
          evidence: [one.claim.evidence, ...one.for, ...one.against],
        })),
      ),
    ),
  ];
}

/** Parts of one name are told apart by their order: "… 1", "… 2". */
function numbered(parts: readonly Said[]): Said[] {
  const met = new Map<string, number>();
  return parts.map((one) => {
    const count = (met.get(one.what) ?? 0) + 1;
    met.set(one.what, count);
    return {...one, what: `${one.what} ${count}`};
  });
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
