import type {
  Article,
  CodedEvent,
  FactBook,
  ListedParty,
  Move,
  PartyId,
  Reference,
  Series,
  StateCode,
  Verdict,
  Watch,
} from "../world/index.ts";
import type {Claim, Finding, Known} from "./claim.ts";
import {claimKind, type NamedKind} from "./claim-kind.ts";
import {clauseClaims, placeInSentence} from "./clause-claims.ts";
import {type FoundClaim, findClaims} from "./find-claims.ts";
import {matchMove} from "./match-move.ts";
import {matchers} from "./matchers.ts";
import {judged, unjudged, untested} from "./tell-verdict.ts";

export interface AuditInput {
  readonly article: Article;
  /** Events coded from this article. */
  readonly events: readonly CodedEvent[];
  readonly moves: readonly Move[];
  /** Figures of the watch; or, where few of them are wanted, those of some parties, made when they are asked for. */
  readonly series: readonly Series[] | ((parties: readonly PartyId[]) => readonly Series[]);
  readonly book: FactBook;
  readonly watch: Watch;
  readonly reference: Reference;
  /** Who is on the sanctions lists; without it, no listing is tested. */
  readonly listed?: readonly ListedParty[];
  /** The states whose facts were read whole; without it, those of all. */
  readonly factsOf?: readonly StateCode[];
  /** Whether an article can bear witness for this one; without it, every other can. */
  readonly isWitness?: (articleId: string) => boolean;
}

/**
 * Reads an article back: each sentence and table cell that says something about states, in the order of the text,
 * with what it is worth against sources other than the article itself. A sentence is tested clause by clause; where
 * the rest of it says more than the tested parts, the sentence has an entry too.
 */
export function auditArticle({
  isWitness = () => true,
  series,
  factsOf,
  listed = [],
  ...input
}: AuditInput): Verdict[] {
  const {article, events, reference} = input;
  const known: Known = {
    ...input,
    listed,
    knows: (party) => factsOf?.includes(party) ?? true,
    figuresAmong: typeof series === "function" ? series : () => series,
    isWitness: (id) => id !== article.id && isWitness(id),
  };
  return findClaims(article, events, reference).flatMap((found) => readBack(found, known));
}

function readBack({claim, residue, ofStates}: FoundClaim, known: Known): Verdict[] {
  const {language} = known.article;
  const {text, where} = claim;
  const named = claimKind(text, where, residue, language);
  const findings = residue || namedAbove(claim, language) ? [] : findingsOf(claim, named, known);
  const parts = findings.map((finding) => judged(claim, known, finding));
  if (parts.length === 0 && !ofStates && !residue) return [];
  if (parts.length > 0 && !saysMore(claim, findings)) return parts;
  return [
    ...parts,
    named.kind === "assertion" ? untested(claim, known) : unjudged(claim, known, named),
  ];
}

/** Whether heading or column alone make it advice or a forecast, whatever its words. */
function namedAbove({where}: Claim, language: string): boolean {
  return claimKind("", where, false, language).kind !== "assertion";
}

/** What the matchers find, each clause that asserts something by itself, then its acts beside the ledger's moves. */
function findingsOf(claim: Claim, named: NamedKind, known: Known): Finding[] {
  const {language} = known.article;
  const findings: Finding[] = [];
  for (const {clause, claim: part} of clauseClaims(claim, known)) {
    if (claimKind(part.text, part.where, false, language).kind !== "assertion") continue;
    for (const matcher of matchers) {
      const found = matcher(part, known);
      if (found.length === 0) continue;
      for (const one of found)
        findings.push({...careful(unweighed(one, part), part), ...placeInSentence(clause, one)});
      break;
    }
  }
  if (findings.length > 0 || named.kind !== "assertion") return findings;
  return [...matchMove(claim, known)];
}

/**
 * Words that say how far a thing goes: first of all, every time, twice as much. What the figures bear out of the rest of
 * what was tested does not bear them out, unless the matcher says that it weighed them.
 */
const extent =
  /\b(first|only|sole|last|largest|biggest|highest|lowest|most|all|every|each|always|never|entire(?:ly)?|whole|record|twice|double[ds]?|doubling|tripled?|half|halved|third|quarter|majority|exclusively|solely|alone|unanimous(?:ly)?|pertama|satu-satunya|semua|seluruh)\b/i;
/** In a name or a date they say nothing of the kind: "First Deputy", "the first half of 2016" is refused before. */
const inName = /\b(?:First|Last|All|Third|Most|Whole)\s+[A-Z]\p{L}+/gu;

function unweighed(finding: Finding, {text}: Claim): Finding {
  if (finding.verdict !== "supported" || finding.weighed === true) return finding;
  const tested = text.slice(finding.start, finding.end);
  const hit = extent.exec(tested.replaceAll(inName, ""));
  if (hit === null) return finding;
  return {
    ...finding,
    verdict: "not tested",
    because: `${finding.because} That bears out the rest; the word "${hit[0]}" is not tested.`,
    for: [],
    past: [...finding.past, ...finding.for],
  };
}

/** Where a clause names several periods, which of them is meant is not plain: nothing is contradicted by one of them. */
function careful(finding: Finding, {periods}: Claim): Finding {
  if (finding.verdict !== "contradicted" || periods.length < 2) return finding;
  return {
    ...finding,
    verdict: "not tested",
    because: `${finding.because} The sentence names several times, and which is meant is not plain.`,
    against: [],
    past: [...finding.past, ...finding.against],
  };
}

/** Whether a sentence says more than its tested parts: over four words of four letters or more stand outside them. */
function saysMore(claim: Claim, findings: readonly Finding[]): boolean {
  let rest = claim.text;
  for (const {start, end} of findings)
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return (rest.match(/\p{L}{4,}/gu) ?? []).length > 4;
}
