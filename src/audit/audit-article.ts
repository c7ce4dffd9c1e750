import type {
  Article,
  CodedEvent,
  FactBook,
  Move,
  Reference,
  Series,
  Verdict,
  Watch,
} from "../world/index.ts";
import {isGap, listWords, sentence, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known} from "./claim.ts";
import {claimKind, type NamedKind} from "./claim-kind.ts";
import {findClaims} from "./find-claims.ts";
import {loadedWords} from "./loaded-words.ts";
import {matchers} from "./matchers.ts";
import {nearestFigures} from "./nearest-figure.ts";
import {wouldSettle} from "./would-settle.ts";

export interface AuditInput {
  readonly article: Article;
  /** Events coded from this article. */
  readonly events: readonly CodedEvent[];
  readonly moves: readonly Move[];
  readonly series: readonly Series[];
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
}

/**
 * Reads an article back: each sentence and table cell that says something about states, in the order of the text,
 * with what it is worth against sources other than the article itself. Where a matcher tests a part of a sentence
 * and the rest says more, the part and the sentence have an entry each.
 */
export function auditArticle({
  article,
  events,
  moves,
  series,
  book,
  watch,
  reference,
}: AuditInput): Verdict[] {
  const known: Known = {article, moves, series, book, watch, reference};
  return findClaims(article, events, reference).flatMap(({claim, residue}) => {
    const named = claimKind(claim.text, claim.where, residue);
    if (named.kind !== "assertion") return [unjudged(claim, named)];
    for (const matcher of matchers) {
      const findings = matcher(claim, known);
      if (findings.length === 0) continue;
      const parts = findings.map((finding) => judged(claim, finding));
      return saysMore(claim, findings) ? [...parts, untested(claim, known)] : parts;
    }
    return [untested(claim, known)];
  });
}

function verdictOf(
  claim: Claim,
  rest: Omit<Verdict, "claim">,
  span?: {start: number; end: number},
): Verdict {
  const {text, about, sectors, evidence, event} = claim;
  const sector = sectors[0] ?? null;
  const because = withLoadedWords(rest.because, text);
  if (span === undefined || (span.start === 0 && span.end === text.length))
    return {claim: {text, about, sector, evidence, event}, ...rest, because};
  const quote = text.slice(span.start, span.end);
  const start = evidence.kind === "passage" ? evidence.start + span.start : span.start;
  const part = {...evidence, start, end: start + quote.length, quote};
  return {
    claim: {text: quote, about, sector, evidence: part, event},
    ...rest,
    because: withLoadedWords(rest.because, quote),
  };
}

function withLoadedWords(because: string, text: string): string {
  const words = loadedWords(text);
  return words.length === 0
    ? because
    : `${because} The author's words: ${listWords(
        words.map((word) => `“${word}”`),
        words.length,
      )}.`;
}

/** Opinions, forecasts and advice have no fact to be held against; residue is nobody's statement. */
function unjudged(claim: Claim, {kind, by}: NamedKind): Verdict {
  const because =
    kind === "residue"
      ? `Not a statement of the article: ${by}.`
      : `Not judged: ${by} makes it ${kind === "opinion" ? "an opinion" : `a ${kind}`}, which no fact can support or contradict today.`;
  return verdictOf(claim, {kind, verdict: null, because, for: [], against: [], wouldSettle: ""});
}

function judged(claim: Claim, finding: Finding): Verdict {
  const {
    start,
    end,
    verdict,
    because,
    for: supporting,
    against,
    past,
    wouldSettle: settle,
  } = finding;
  const rest = {
    kind: "assertion" as const,
    verdict,
    because: sentence(because),
    for: supporting,
    against,
    wouldSettle: settle,
  };
  return verdictOf(claim, past.length === 0 ? rest : {...rest, past}, {start, end});
}

function untested(claim: Claim, known: Known): Verdict {
  const settle = wouldSettle(claim, known);
  const base = {kind: "assertion" as const, for: [], against: [], wouldSettle: settle};
  const figures = nearestFigures(claim, known);
  const period = claim.period;
  const told = figures.map(({words}) => words).join("; ");
  const past = figures.flatMap(({evidence}) => evidence);
  const older = period === null || figures.every(({until}) => until < yearOf(period.from));
  if (figures.length > 0 && older && isInWords(claim)) {
    const newest = Math.max(...figures.map(({until}) => until));
    const because = `Talks, pledges and words leave no figure, and none of ours on the matter is newer than ${newest}. The past said: ${told}.`;
    return verdictOf(claim, {...base, verdict: "not tested", because, past});
  }
  if (figures.length > 0 && older) {
    const why =
      period === null
        ? "The claim has no date and neither has the article"
        : `The claim speaks of ${period.words}`;
    const because = `${why}; the newest figures we hold are older. The past said: ${told}.`;
    return verdictOf(claim, {...base, verdict: "stale", because, past});
  }
  const undated =
    period === null && isGap(known.article.published) ? "the claim has no date, and " : "";
  const because =
    figures.length > 0
      ? `it names no quantity to hold against figures of its period. What they say: ${told}.`
      : `${undated}no source other than the article speaks of it in our ledger.`;
  const rest = {...base, verdict: "not tested" as const, because: sentence(because)};
  return verdictOf(claim, past.length === 0 ? rest : {...rest, past});
}

/** Whether what the claim tells of was said and not done: a meeting, a promise, a refusal. */
function isInWords({event}: Claim): boolean {
  return event?.quad.startsWith("verbal") === true;
}

/** Whether a sentence says more than its tested parts: over four words of four letters or more stand outside them. */
function saysMore(claim: Claim, findings: readonly Finding[]): boolean {
  let rest = claim.text;
  for (const {start, end} of findings)
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return (rest.match(/\p{L}{4,}/gu) ?? []).length > 4;
}
