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
import {judgeCredibility, withWorking} from "./credibility/judge-credibility.ts";
import {type Witness, witnessOf} from "./credibility/witness.ts";
import {findOrigins} from "./find-origins.ts";
import {claimKindOf, decidedGrade, gradeSource, type ReliabilityOf} from "./grade-source.ts";
import {groupBy} from "./group-by.ts";
import {withJudgements} from "./judge-moves.ts";
import {type Happening, type RarityAt, rarityInTurn, reportLinker} from "./link-reports.ts";
import {newestFirst} from "./newest-first.ts";
import {type OwnerOf, readOwners} from "./owner-of.ts";
import type {Report} from "./report.ts";
import {sameHappening} from "./same-happening.ts";
import {type Decision, type Decisions, settleJudgements} from "./settle-judgements.ts";
import {type TextOf, textsAmong} from "./texts-among.ts";
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
  reliabilityOf: ReliabilityOf = () => null,
): Move[] {
  const eventsOf = groupBy(events, ({evidence}) => evidence.articleId);
  const maker = moveMaker(reference, decisions, reliabilityOf);
  for (const article of [...new Map(articles.map((one) => [one.id, one])).values()].sort(asKnown))
    for (const event of [...(eventsOf.get(article.id) ?? [])].filter(isSomebodys).sort(asTold))
      maker.take(event, article);
  return maker.moves();
}

/**
 * Makes moves of reports that are given one after another: articles in the order in which we came to know them
 * (`asKnown`), so that a later article never renames an earlier move, and their events as the text tells them (`asTold`).
 */
export interface MoveMaker {
  take(event: CodedEvent, article: Article): void;
  moves(): Move[];
}

/** Whether an event has anybody in it; one that has not makes no move. */
export function isSomebodys({sources, targets}: CodedEvent): boolean {
  return sources.length + targets.length > 0;
}

export function moveMaker(
  reference: Reference,
  decisions: Decisions,
  reliabilityOf: ReliabilityOf,
  rarityAt: RarityAt = rarityInTurn(),
): MoveMaker {
  const linker = reportLinker(reference, decisions, rarityAt);
  return {
    take: (event, article) => {
      const grade = gradeSource(article, claimKindOf(event), decisions, reliabilityOf);
      linker.take({event, article, grade});
    },
    moves: () => {
      const weigh = weighParticipants(reference);
      const ownerOf = readOwners(reference);
      return linker
        .end()
        .map((happening) => {
          const textOf = textsOf(happening);
          return moveOf(happening, {reference, weigh, ownerOf, textOf, decisions});
        })
        .sort(newestFirst);
    },
  };
}

/** Whose text each article of a happening prints. */
function textsOf({reports}: Happening): TextOf {
  const articles = new Map(reports.map(({article}) => [article.id, article]));
  return articles.size === 1 ? (id) => id : textsAmong([...articles.values()]);
}

const order = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

/** In the order in which we came to know them. */
export function asKnown(
  a: Pick<Article, "id" | "recordedOn">,
  b: Pick<Article, "id" | "recordedOn">,
): number {
  return order(a.recordedOn, b.recordedOn) || order(a.id, b.id);
}

/** In the order in which their article tells them. */
export function asTold(a: CodedEvent, b: CodedEvent): number {
  return a.evidence.start - b.evidence.start || order(a.id, b.id);
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
  readonly textOf: TextOf;
  readonly decisions: Decisions;
}

function moveOf(happening: Happening, known: Known): Move {
  const {reference, weigh, ownerOf, textOf, decisions} = known;
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
  const origins = specimen ? 0 : findOrigins(reports, ownerOf, textOf).length;
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
    grade: specimen ? ofSpecimen : gradeOf(reports, denial !== undefined, known),
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

const ofSpecimen: Grade = {
  reliability: "F",
  credibility: 6,
  reasons: ["a specimen that comes with the program: shown, never counted"],
};

/** The best source's reliability, and the credibility of what is told from the origins that tell and deny it. */
function gradeOf(reports: readonly Report[], contested: boolean, {ownerOf, textOf}: Known): Grade {
  const best = reports
    .map(({grade}) => grade)
    .reduce((one, other) =>
      reliabilityOrder.indexOf(other.reliability) < reliabilityOrder.indexOf(one.reliability)
        ? other
        : one,
    );
  const witnesses = (some: readonly Report[]): Witness[] =>
    findOrigins(some, ownerOf, textOf).flatMap(([first]) =>
      first === undefined ? [] : [witnessOf(first.article, first.event)],
    );
  const denials = contested ? reports.filter(({event}) => event.mode === "denied") : [];
  const against = witnesses(denials);
  // A denial that is only passed on still makes a thing doubtful: a doubt needs less than a confirmation.
  const passedOn = denials.slice(0, against.length === 0 ? 1 : 0);
  return withWorking(
    best,
    judgeCredibility({
      for: witnesses(reports.filter((one) => !denials.includes(one))),
      against: [...against, ...passedOn.map(({article, event}) => witnessOf(article, event))],
    }),
  );
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
