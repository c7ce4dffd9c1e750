import type {
  Article,
  CodedEvent,
  Day,
  Grade,
  Mode,
  Move,
  PartyId,
  PassageEvidence,
  Reach,
  Reference,
} from "../world/index.ts";
import {isGap, nameInText} from "../world/index.ts";
import {countOrigins} from "./count-origins.ts";
import {claimKindOf, decidedGrade, gradeSource} from "./grade-source.ts";
import {withJudgements} from "./judge-moves.ts";
import {type Happening, linkReports} from "./link-reports.ts";
import {newestFirst} from "./newest-first.ts";
import {type OwnerOf, readOwners} from "./owner-of.ts";
import type {Report} from "./report.ts";
import {sameHappening} from "./same-happening.ts";
import {type Decision, type Decisions, settleJudgements} from "./settle-judgements.ts";
import {type WeighParticipants, weighParticipants} from "./weigh-participants.ts";

/**
 * Links what articles report to things in the world: passages of one happening become one move, which counts its
 * articles and its independent origins apart. A specimen's passages make moves of their own that count nothing. What
 * people decided about reports and their sources is taken as they decided it.
 */
export function movesFromEvents(
  articles: readonly Article[],
  events: readonly CodedEvent[],
  reference: Reference,
  decisions: Decisions = settleJudgements([]),
): Move[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const reports = events
    .flatMap((event): Report[] => {
      const article = byId.get(event.evidence.articleId);
      const parties = event.sources.length + event.targets.length;
      if (article === undefined || parties === 0) return [];
      return [{event, article, grade: gradeSource(article, claimKindOf(event), decisions)}];
    })
    .sort(asKnown);
  const weigh = weighParticipants(reference);
  const ownerOf = readOwners(reference);
  return linkReports(reports, reference, decisions)
    .map((happening) => moveOf(happening, {reference, weigh, ownerOf, decisions}))
    .sort(newestFirst);
}

/** In the order in which we came to know them, so that a later article never renames an earlier move. */
function asKnown(a: Report, b: Report): number {
  const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  return (
    order(a.article.recordedOn, b.article.recordedOn) ||
    order(a.article.id, b.article.id) ||
    a.event.evidence.start - b.event.evidence.start ||
    order(a.event.id, b.event.id)
  );
}

/** From the least to the most real; the most real mode that anyone states is the move's. */
const modeOrder: readonly Mode[] = [
  "hypothetical",
  "denied",
  "proposed",
  "planned",
  "announced",
  "done",
];

/** What a happening is made a move with. */
interface Known {
  readonly reference: Reference;
  readonly weigh: WeighParticipants;
  readonly ownerOf: OwnerOf;
  readonly decisions: Decisions;
}

function moveOf(happening: Happening, {reference, weigh, ownerOf, decisions}: Known): Move {
  const {id, reports, links, maybeSameAs} = happening;
  const [first] = reports;
  if (first === undefined) throw new Error("a happening has no report");
  const events = reports.map((report) => report.event);
  const mode = events.reduce<Mode>(
    (most, {mode: one}) => (modeOrder.indexOf(one) > modeOrder.indexOf(most) ? one : most),
    first.event.mode,
  );
  const denial = mode === "denied" ? undefined : events.find((one) => one.mode === "denied");
  const claim = events.find((one) => one.mode === mode) ?? first.event;
  const specimen = first.article.specimen || first.event.evidence.specimen;
  const days = events.flatMap(({when}) => (isGap(when) ? [] : [when])).sort();
  const origins = specimen ? 0 : countOrigins(reports, ownerOf);
  const said = oneLine(claim.evidence.quote);
  const move: Move = {
    id,
    type: claim.type,
    mode,
    sectors: [...new Set(events.flatMap((one) => one.sectors))],
    sources: [...new Set(claim.sources)].sort(),
    targets: [...new Set(claim.targets)].sort(),
    participants: weigh({
      sources: claim.sources,
      targets: claim.targets,
      joint: claim.symmetric,
      on: days[0] ?? first.article.recordedOn,
    }),
    summary:
      denial === undefined
        ? said
        : `Contested: “${said}”, denied elsewhere: “${oneLine(denial.evidence.quote)}”`,
    when: days[0] ?? first.event.when,
    precision: days.length === 0 ? "unknown" : "day",
    recordedOn: first.article.recordedOn,
    articles: specimen ? 0 : new Set(reports.map((report) => report.article.id)).size,
    independentOrigins: origins,
    grade: gradeOf(reports, origins, denial !== undefined, specimen),
    evidence: reports.map((report) => evidenceOf(report, reference)),
    from: "article",
    specimen,
    recipe: sameHappening,
    reports: links,
    ...(maybeSameAs.length === 0 ? {} : {maybeSameAs}),
  };
  return withJudgements(move, [...happening.settled, ...decidedOn(reports, decisions)]);
}

/** What people decided about the reports of a move, their articles and their sources. */
function decidedOn(reports: readonly Report[], decisions: Decisions): Decision<unknown>[] {
  if (decisions.none) return [];
  return reports.flatMap(({event, article}) => {
    const grade = decidedGrade(article, claimKindOf(event), decisions);
    const stands = [article.id, event.id].flatMap((id) => decisions.stands(id) ?? []);
    return [...(grade === undefined ? [] : [grade]), ...stands, ...decisions.recodes(event.id)];
  });
}

/** Longest a summary may be, so that a table's cell stays a sentence; the evidence keeps the whole passage. */
const longestSummary = 240;

function oneLine(quote: string): string {
  const line = quote.replace(/\s+/g, " ").trim();
  return line.length <= longestSummary ? line : `${line.slice(0, longestSummary - 1).trimEnd()}…`;
}

const reliabilityOrder = "ABCDEF";

/**
 * The best source's reliability. Credibility stays each item's own until it meets another independent origin (2,
 * "probably true": a 1 is kept for records of the act itself) or a denial (4, "doubtful").
 */
function gradeOf(
  reports: readonly Report[],
  origins: number,
  contested: boolean,
  specimen: boolean,
): Grade {
  if (specimen)
    return {
      reliability: "F",
      credibility: 6,
      reasons: ["a specimen that comes with the program: shown, never counted"],
    };
  const best = reports
    .map(({grade}) => grade)
    .reduce((one, other) =>
      reliabilityOrder.indexOf(other.reliability) < reliabilityOrder.indexOf(one.reliability) ||
      (other.reliability === one.reliability && other.credibility < one.credibility)
        ? other
        : one,
    );
  if (contested)
    return {
      ...best,
      credibility: 4,
      reasons: [...best.reasons, "one report says that it was done, another denies it"],
    };
  if (origins >= 2)
    return {
      ...best,
      credibility: best.credibility === 1 ? 1 : 2,
      reasons: [...best.reasons, `reported by ${origins} independent origins`],
    };
  return best;
}

/** The passage, with the blocs through which its states speak, so that a bloc's row can show the link. */
function evidenceOf({event, article}: Report, reference: Reference): PassageEvidence {
  const {evidence} = event;
  const on = isGap(event.when) ? article.recordedOn : event.when;
  const parties = [...new Set([...event.sources, ...event.targets])];
  const reached = new Set(evidence.reaches.map((reach) => reach.party));
  const through = blocsBetween(parties, on, article.recordedOn, reference).filter(
    (reach) => !reached.has(reach.party),
  );
  return {...evidence, reaches: [...evidence.reaches, ...through]};
}

/** Blocs of some of the parties but not of all: between members of one bloc it is no counterpart. */
function blocsBetween(
  parties: readonly PartyId[],
  on: Day,
  asOf: Day,
  reference: Reference,
): Reach[] {
  const links = new Map<PartyId, Map<PartyId, string>>();
  for (const one of reference.memberships) {
    if (one.role !== "member" || !parties.includes(one.state)) continue;
    const then = one.from <= on && (one.to === null || one.to > on);
    const now = one.from <= asOf && (one.to === null || one.to > asOf);
    if (!then && !now) continue;
    const members = links.get(one.bloc) ?? new Map<PartyId, string>();
    members.set(one.state, `${nameInText(reference, one.state)}, member since ${one.from}`);
    links.set(one.bloc, members);
  }
  return [...links]
    .filter(([bloc, members]) => !parties.includes(bloc) && members.size < parties.length)
    .map(([party, members]) => ({party, how: "member-of", by: [...members.values()].join("; ")}));
}
