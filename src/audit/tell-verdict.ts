import type {Article, Verdict} from "../world/index.ts";
import {isGap, listWords, sentence, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known} from "./claim.ts";
import type {NamedKind} from "./claim-kind.ts";
import {loadedWords} from "./loaded-words.ts";
import {nearestFigures} from "./nearest-figure.ts";
import {readPeriods} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";
import {wouldSettle} from "./would-settle.ts";

/** A claim, or a stretch of it, with what it is worth. */
function verdictOf(
  claim: Claim,
  article: Article,
  rest: Omit<Verdict, "claim">,
  span = {start: 0, end: claim.text.length},
): Verdict {
  const quote = claim.text.slice(span.start, span.end);
  const start = claim.start + span.start;
  const evidence = {...claim.evidence, start, end: start + quote.length, quote};
  const whole = quote.length === claim.text.length;
  const [named] = whole ? claim.periods : readPeriods(quote);
  return {
    claim: {
      text: quote,
      about: claim.about,
      sector: claim.sectors[0] ?? null,
      evidence,
      event: claim.event,
      period: named ?? (claim.period?.by === "article" || whole ? claim.period : null),
      quantity: readQuantity(quote),
      attribution: saidBy(article, evidence),
    },
    ...rest,
    because: withLoadedWords(rest.because, quote),
  };
}

/** Who says it: the speaker of the words that hold most of it, else the source that its sentence cites. */
function saidBy(
  {attributions, cites}: Article,
  {start, end}: {readonly start: number; readonly end: number},
): string | null {
  const within = (one: {start: number; end: number}) => one.start < end && start < one.end;
  const cited = cites.find((one) => one.end > one.start && within(one))?.name ?? null;
  const speaker = attributions.find((one) => one.speaker !== null && within(one))?.speaker ?? null;
  // "A report by Nikkei Asia" is Nikkei Asia.
  return speaker === null || (cited !== null && speaker.includes(cited))
    ? cited
    : speaker.replace(/^The (?=[a-z])/, "");
}

function withLoadedWords(because: string, text: string): string {
  const words = loadedWords(text);
  return words.length === 0
    ? because
    : `${because} The author's words: ${listWords(
        words.map(({words: word}) => `“${word}”`),
        words.length,
      )}.`;
}

/** Opinions, forecasts and advice have no fact to be held against; residue is nobody's statement. */
export function unjudged(claim: Claim, {article}: Known, {kind, by}: NamedKind): Verdict {
  const because =
    kind === "residue"
      ? `Not a statement of the article: ${by}.`
      : `Not judged: ${by} makes it ${kind === "opinion" ? "an opinion" : `a ${kind}`}, which no fact can support or contradict today.`;
  return verdictOf(claim, article, {
    kind,
    verdict: null,
    because,
    for: [],
    against: [],
    wouldSettle: "",
  });
}

/** What a matcher found of a stretch of the claim. */
export function judged(claim: Claim, {article}: Known, finding: Finding): Verdict {
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
  return verdictOf(claim, article, past.length === 0 ? rest : {...rest, past}, {start, end});
}

/** What no matcher could test: stale where older figures speak of it, else not tested. */
export function untested(claim: Claim, known: Known): Verdict {
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
    return verdictOf(claim, known.article, {...base, verdict: "not tested", because, past});
  }
  if (figures.length > 0 && older) {
    const why =
      period === null
        ? "The claim has no date and neither has the article"
        : `The claim speaks of ${period.words}`;
    const because = `${why}; the newest figures we hold are older. The past said: ${told}.`;
    return verdictOf(claim, known.article, {...base, verdict: "stale", because, past});
  }
  const undated =
    period === null && isGap(known.article.published) ? "the claim has no date, and " : "";
  const because =
    figures.length > 0
      ? `it names no quantity to hold against figures of its period. What they say: ${told}.`
      : `${undated}no source other than the article speaks of it in our ledger.`;
  const rest = {...base, verdict: "not tested" as const, because: sentence(because)};
  return verdictOf(claim, known.article, past.length === 0 ? rest : {...rest, past});
}

/** Whether what the claim tells of was said and not done: a meeting, a promise, a refusal. */
function isInWords({event}: Claim): boolean {
  return event?.quad.startsWith("verbal") === true;
}
