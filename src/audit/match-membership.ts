import {groupMentions} from "../coding/index.ts";
import type {
  MemberRole,
  Membership,
  PartyId,
  ReferenceEvidence,
  StateCode,
} from "../world/index.ts";
import {isState, nameInText} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import type {Period} from "./read-period.ts";

type Step = "joined" | "left" | "is" | "is not";

const steps: readonly {readonly step: Step; readonly words: RegExp}[] = [
  {
    step: "is not",
    words:
      /\b(is|are|remains?) (not|no longer)\b|\bhas not joined\b|\bhave not joined\b|\bnever joined\b|\b(bukan|belum menjadi) anggota\b/i,
  },
  {step: "left", words: /\b(left|quit|withdrew from|was expelled from|keluar dari)\b/i},
  {
    step: "joined",
    words:
      /\b(joined|acceded to|was admitted (to|into|as)|were admitted (to|into|as)|became (an?|the \w+) (full |new |founding |dialogue |latest )?(member|partner|observer)( state| country)?|entered|joining|accession to|bergabung (dengan|ke)|(resmi )?menjadi (anggota|mitra|pengamat))\b/i,
  },
  {
    step: "is",
    words:
      /\b(is|are|remains?|was|were|as) an? (full |founding |dialogue )?(member|partner|observer)\b|\b(full |founding )?members? of\b|\bbelongs? to\b|\badalah (anggota|mitra|pengamat)\b/i,
  },
];

function roleIn(text: string): MemberRole {
  if (/\b(partner|mitra)\b/i.test(text)) return "partner";
  return /\b(observer|pengamat)\b/i.test(text) ? "observer" : "member";
}

/** "Joined BRICS leaders in Kazan" and "joined ASEAN in condemning" join nothing: what may stand behind the bloc's name. */
const behind =
  /^\s*(?:$|[.,;:)”"]|(?:as|since|after|before|and|but|while|when|with effect|at the|from|sejak|sebagai|setelah|dan)\b|(?:this|last) (?:year|month)\b|(?:in|on|by|during|pada|di)\s+(?:early |late |mid-|bulan |tahun |awal |akhir )?(?:\d|[A-Z][a-z]+,? (?:of )?\d))/;
const withOthers = /\bin \p{L}+ing\b/iu;
/** "Became BRICS partner countries", "joined Malaysia and Thailand as a BRICS partner": the bloc's name stands before the role. */
const roleBehind =
  /^\s+(?:partner|member|observer)(?:s\b|\s+(?:countr(?:y|ies)|states?|nations?)|\b)/i;
const becoming =
  /\b(?:both |all )?(?:became|become|joined|were admitted|was admitted|as)\s+(?:an?\s+|as an?\s+|the\s+)?(?:new |full |official )?$/i;
/** How far behind the bloc's name its role may stand: "as a partner country". */
const roleReach = 24;

/** "Indonesia joined BRICS in January 2025": held against the dated, sourced rows of `reference/`. */
export const matchMembership: Matcher = (claim, known) => {
  const groups = groupMentions(claim.text, claim.mentions);
  const isBloc = (party: PartyId) => known.reference.memberships.some(({bloc}) => bloc === party);
  const findings: Finding[] = [];
  const joined = new Set<number>();
  groups.forEach((group, index) => {
    if (joined.has(index)) return;
    const beside = groups[index + 1];
    // "Vietnam joined Malaysia and Thailand as a BRICS partner": whom it joined stands between.
    const joins =
      beside !== undefined &&
      !beside.parties.some(isBloc) &&
      /^\s+joined\s+(?:the\s+)?$/i.test(claim.text.slice(group.end, beside.start)) &&
      /^\s+as\s/.test(claim.text.slice(beside.end));
    if (joins) joined.add(index + 1);
    const next = joins ? groups[index + 2] : beside;
    const states = group.parties.filter((party) => isState(known.reference, party));
    const bloc = next?.parties.find(isBloc);
    if (next === undefined || bloc === undefined || states.length === 0) return;
    const between = claim.text.slice(joins ? (beside?.end ?? 0) : group.end, next.start);
    const named = roleBehind.exec(claim.text.slice(next.end));
    const hit =
      named !== null && becoming.test(between)
        ? {step: "joined" as const}
        : steps.find(({words}) => words.test(between));
    // A verb far from the subject belongs to another subject; 60 characters hold "was formally admitted as a full member of the".
    if (hit === undefined || between.length > 60) return;
    const after = claim.text.slice(next.end + (named?.[0].length ?? 0));
    if (!behind.test(after) || withOthers.test(after)) return;
    const role = roleIn(
      `${between}${named?.[0] ?? ""}` +
        (/^ (?:as|sebagai) /.test(after) ? after.slice(0, roleReach) : ""),
    );
    const since = /^\s*(?:since|sejak)\b/.test(after);
    const end =
      claim.period?.by === "claim"
        ? Math.max(next.end, claim.text.indexOf(claim.period.words) + claim.period.words.length)
        : next.end;
    for (const state of states)
      findings.push({
        start: group.start,
        end,
        ...judge(
          {state, bloc, step: since && hit.step === "is" ? "joined" : hit.step, role},
          claim,
          known,
        ),
      });
  });
  return findings;
};

interface Said {
  readonly state: StateCode;
  readonly bloc: PartyId;
  readonly step: Step;
  readonly role: MemberRole;
}

function judge(
  {state, bloc, step, role}: Said,
  claim: Claim,
  known: Known,
): Omit<Finding, "start" | "end"> {
  const {reference} = known;
  const rows = reference.memberships.filter(
    (row) =>
      row.bloc === bloc && row.state === state && row.role === role && row.from <= known.book.asOf,
  );
  const evidence = rows.map((row) => cite(row, known));
  const settle = `the accession notice of ${nameInText(reference, bloc)} that names ${nameInText(reference, state)} and the day`;
  const none = {for: [], against: [], past: [], wouldSettle: settle};
  const tells = rows
    .map(({from, to}) => `${role} from ${from}${to === null ? "" : ` to ${to}`}`)
    .join("; ");
  const {period} = claim;
  const otherwise = rows.length === 0 ? insteadOf({state, bloc, step, role}, period, known) : null;
  if (otherwise !== null)
    return {
      ...none,
      verdict: "contradicted",
      because: `our membership table has ${nameInText(reference, state)} in ${nameInText(reference, bloc)} as ${otherwise.role} from ${otherwise.from} and never as ${role}. The claim speaks of ${period?.words}.`,
      against: [cite(otherwise, known)],
    };
  if (rows.length === 0)
    return {
      ...none,
      verdict: "not tested",
      because: `our membership table has no row for ${nameInText(reference, state)} as ${role} of ${nameInText(reference, bloc)}; that proves nothing, as the table may be incomplete.`,
    };
  const because = `our membership table has ${nameInText(reference, state)} in ${nameInText(reference, bloc)} as ${tells}.`;
  if (period === null)
    return {
      ...none,
      verdict: "stale",
      because: `${because} The claim has no date to hold it against.`,
      past: evidence,
    };
  const asOfArticle = period.by === "article";
  if (asOfArticle && (step === "joined" || step === "left"))
    return {
      ...none,
      verdict: "not tested",
      because: `${because} The claim does not say when.`,
      past: evidence,
    };
  const agrees = rows.some((row) => holds(row, step, period)) === (step !== "is not");
  return {
    verdict: agrees ? "supported" : "contradicted",
    because: `${because} The claim speaks of ${period.words}.`,
    for: agrees ? evidence : [],
    against: agrees ? [] : evidence,
    past: [],
    wouldSettle: settle,
  };
}

/**
 * Its row in a lower role that lasts beyond the claim's period: who was a partner all that time was no member. Behind the
 * newest row of the table nothing is known, and a step up may be missing.
 */
function insteadOf(
  {state, bloc, step, role}: Said,
  period: Period | null,
  {reference, book}: Known,
): Membership | null {
  if (period?.by !== "claim" || role !== "member" || (step !== "joined" && step !== "is"))
    return null;
  const own = reference.memberships.filter(
    (row) => row.bloc === bloc && row.state === state && row.from <= book.asOf,
  );
  const [row, ...more] = own;
  if (row === undefined || more.length > 0 || row.role === "member") return null;
  const lasts = row.to === null || row.to > period.to;
  const days = reference.memberships.map(({from}) => from).sort();
  const knownTo = days.at(-1) ?? row.from;
  return lasts && row.from <= period.to && period.to <= knownTo ? row : null;
}

function holds({from, to}: Membership, step: Step, period: Period): boolean {
  const within = (on: string | null) => on !== null && period.from <= on && on <= period.to;
  if (step === "joined") return within(from);
  if (step === "left") return within(to);
  return from <= period.to && (to === null || to > period.from);
}

function cite(
  {bloc, state, role, from, to, source}: Membership,
  {reference}: Known,
): ReferenceEvidence {
  return {
    kind: "reference",
    table: "memberships",
    key: `${bloc}/${state}/${from}`,
    quote: `${nameInText(reference, state)}: ${role} of ${nameInText(reference, bloc)} from ${from}${to === null ? "" : ` to ${to}`}.`,
    source,
    reaches: [state, bloc].map((party) => ({
      party,
      how: "dataset",
      by: "row of the membership table",
    })),
  };
}
