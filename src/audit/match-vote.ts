import {groupMentions} from "../coding/index.ts";
import type {Evidence, RollCall, StateCode, VoteChoice} from "../world/index.ts";
import {listWords, membersOf, nameInText} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";

const choices: readonly {readonly choice: VoteChoice; readonly words: RegExp}[] = [
  {choice: "abstain", words: /\b(abstain(ed|s|ing)?|abstention)\b/i},
  {
    choice: "absent",
    words:
      /\b(did not vote(?! (for|against|in favou?r|yes|no)\b)|didn't vote(?! (for|against|in favou?r|yes|no)\b)|was absent|were absent|skipped the vote|stayed away|tidak hadir|tidak memberikan suara)\b/i,
  },
  {
    choice: "no",
    words: /\b(vot(e|ed|es|ing) (no\b|against)|opposed|rejected|menolak|menentang)\b/i,
  },
  {
    choice: "yes",
    words:
      /\b(vot(e|ed|es|ing) (yes\b|for|in favou?r|to (adopt|approve|back|suspend|condemn|support))|backed|supported|endorsed|approved|mendukung|menyetujui|memberikan suara setuju)\b/i,
  },
];
const said: Readonly<Record<VoteChoice, string>> = {
  yes: "voted yes",
  no: "voted no",
  abstain: "abstained",
  absent: "is listed without a vote",
};

const symbolPattern =
  /\b(?:A\/RES\/|S\/RES\/|resolution\s+|resolusi\s+)((?:ES-\d{1,2}|\d{1,2})\/\d{1,3}[A-Z]?)\b|\b(ES-\d{1,2}\/\d{1,3}[A-Z]?)\b/gi;

/** Votes that the sentence names by symbol ("A/RES/ES-11/1", "resolution 68/262"). */
function namedSymbols(text: string): string[] {
  return [...text.matchAll(symbolPattern)].map((hit) => (hit[1] ?? hit[2] ?? "").toUpperCase());
}

function bySymbol(symbol: string, rollCalls: readonly RollCall[]): RollCall | undefined {
  return rollCalls.find(
    (call) =>
      call.symbol.toUpperCase().endsWith(`RES/${symbol}`) || call.symbol.toUpperCase() === symbol,
  );
}

/** Votes whose title the sentence quotes: the part before " :" or " /", at least 12 characters long. */
function byTitle(claim: Claim, rollCalls: readonly RollCall[]): RollCall[] {
  const text = claim.text.toLowerCase();
  const period = claim.period?.by === "claim" ? claim.period : null;
  return rollCalls.filter((call) => {
    const title = (call.title.split(/\s*[:/]\s/)[0] ?? "").trim().toLowerCase();
    if (title.length < 12 || !text.includes(title)) return false;
    return period === null || (period.from <= call.date && call.date <= period.to);
  });
}

/** Subjects on which the General Assembly votes again and again, by words of the claim and of the vote's title. */
const topics: readonly {readonly said: RegExp; readonly title: RegExp}[] = [
  {said: /\bUkrain/i, title: /ukrain|crimea/i},
  {said: /\b(Crimea|Krimea)\b/i, title: /crimea/i},
  {said: /\b(Gaza|Palestin)/i, title: /palestin|gaza|occupied|civilians/i},
  {said: /\bMyanmar\b/i, title: /myanmar/i},
  {said: /\bCuba/i, title: /embargo.*cuba/i},
];

/**
 * Votes that a sentence means by subject and time: "the General Assembly's vote on Ukraine in March 2022". Failed drafts
 * and other bodies' votes are not among ours, so that the sentence must name the Assembly and a month or a day.
 */
function byTopic({text, period}: Claim, rollCalls: readonly RollCall[]): RollCall[] {
  if (period?.by !== "claim" || (period.precision !== "day" && period.precision !== "month"))
    return [];
  if (!/\b(General Assembly|UNGA|Majelis Umum)\b/i.test(text)) return [];
  if (/\b(Security Council|Human Rights Council|Dewan Keamanan|draft)\b/i.test(text)) return [];
  const topic = topics.find(({said}) => said.test(text));
  if (topic === undefined) return [];
  return rollCalls.filter(
    ({date, title}) => period.from <= date && date <= period.to && topic.title.test(title),
  );
}

/** What several votes say together: only where each says the same is there a verdict, whichever was meant. */
function agreeing(all: readonly Judged[]): Judged | null {
  const [first] = all;
  if (first === undefined || !all.every(({verdict}) => verdict === first.verdict)) return null;
  if (first.verdict === "not tested") return null;
  return {
    ...first,
    because: `${all.length} recorded votes may be meant, and each says the same: ${all.map(({because}) => because).join(" ")}`,
    for: all.flatMap((one) => one.for),
    against: all.flatMap((one) => one.against),
  };
}

type Judged = Omit<Finding, "start" | "end">;

/** "Indonesia voted for A/RES/ES-11/1": a named vote happens once, so its roll call is the same claim, object and day. */
export const matchVote: Matcher = (claim, known) => {
  if (!/\b(resolution|resolusi|vot(e|ed|es|ing)|abstain|abstention|RES\/)/i.test(claim.sentence))
    return [];
  const symbols = [...new Set(namedSymbols(claim.sentence))];
  const groups = groupMentions(claim.text, claim.mentions);
  const findings: Finding[] = [];
  groups.forEach((group, index) => {
    const states = group.parties.filter((party) =>
      known.reference.states.some(({code}) => code === party),
    );
    const end = groups[index + 1]?.start ?? claim.text.length;
    const after = claim.text.slice(group.end, end);
    const hit = choices.find(({words}) => words.test(after));
    if (states.length === 0 || hit === undefined) return;
    const words = hit.words.exec(after);
    const negated =
      hit.choice !== "absent" &&
      /\b(not|never|n't|refused to|tidak)\b/i.test(after.slice(0, words?.index ?? 0));
    const local = namedSymbols(claim.text.slice(group.start, end));
    const symbol = local[0] ?? (symbols.length === 1 ? symbols[0] : undefined);
    const titled = symbol === undefined ? byTitle(claim, known.book.rollCalls) : [];
    const meant =
      titled.length > 0 || symbol !== undefined ? titled : byTopic(claim, known.book.rollCalls);
    if (symbol === undefined && meant.length === 0) return;
    const call = symbol === undefined ? meant[0] : bySymbol(symbol, known.book.rollCalls);
    const stretch = {start: group.start, end: group.end + testedLength(after, hit.words, claim)};
    const alike =
      meant.length > 1
        ? agreeing(meant.map((one) => judge(claim, known, one, states, hit.choice, negated)))
        : null;
    if (alike !== null) {
      findings.push({...stretch, ...alike});
      return;
    }
    if (call === undefined || meant.length > 1) {
      findings.push({
        ...stretch,
        verdict: "not tested",
        because:
          call === undefined
            ? `no recorded vote on ${symbol} is in the ledger: it was adopted without a vote, or after the newest roll call.`
            : `${meant.length} recorded votes may be meant, and they do not say the same; the claim does not say which.`,
        for: [],
        against: [],
        past: [],
        wouldSettle:
          "the meeting record (PV) of the General Assembly or Security Council that holds the vote",
      });
      return;
    }
    findings.push({...stretch, ...judge(claim, known, call, states, hit.choice, negated)});
  });
  return findings;
};

/** How far into the words after the subject the tested part reaches: choice, resolution and date, and no further. */
function testedLength(after: string, choice: RegExp, claim: Claim): number {
  const title = /resolution(\s+[“"][^”"]*[”"])?/i;
  const last = (pattern: RegExp) =>
    Math.max(
      0,
      ...[...after.matchAll(new RegExp(pattern, "gi"))].map((hit) => hit.index + hit[0].length),
    );
  const words = claim.period?.by === "claim" ? claim.period.words : "";
  const dated = words === "" || !after.includes(words) ? 0 : after.indexOf(words) + words.length;
  const chosen = choice.exec(after);
  return Math.max(
    (chosen?.index ?? 0) + (chosen?.[0].length ?? 0),
    last(symbolPattern),
    last(title),
    dated,
  );
}

function judge(
  claim: Claim,
  {reference}: Known,
  call: RollCall,
  states: readonly StateCode[],
  choice: VoteChoice,
  negated: boolean,
): Judged {
  const members = states.flatMap((state) => membersOf(reference, state, call.date));
  const votes = members.map((state) => ({state, vote: call.votes.get(state)}));
  const evidence = (of: readonly {state: StateCode; vote: VoteChoice | undefined}[]): Evidence[] =>
    of.map(({state, vote}) =>
      datasetRows({
        dataset: "un-votes",
        where: [
          {column: "record_id", in: [call.recordId]},
          {column: "state", in: [state]},
        ],
        count: 1,
        quote: `${call.symbol}, ${call.date}: ${nameInText(reference, state)} ${vote === undefined ? "is not listed" : said[vote]}.`,
        vintage: call.date.slice(0, 7),
        states: [state],
      }),
    );
  const known = votes.filter(({vote}) => vote !== undefined);
  const agreeing = known.filter(({vote}) => (vote === choice) !== negated);
  const opposing = known.filter(({vote}) => (vote === choice) === negated);
  const {period} = claim;
  const wrongDay =
    period?.by === "claim" && (call.date < period.from || call.date > period.to)
      ? period.words
      : null;
  const told = votes.map(
    ({state, vote}) =>
      `${nameInText(reference, state)} ${vote === undefined ? "is not listed" : said[vote]}`,
  );
  const because = `the roll call of ${call.symbol} (${call.date}) says: ${listWords(told, told.length)}.`;
  if (known.length < votes.length && opposing.length === 0)
    return {
      verdict: "not tested",
      because,
      for: evidence(agreeing),
      against: [],
      past: [],
      wouldSettle: `the meeting record of ${call.symbol}`,
    };
  return {
    verdict: opposing.length > 0 || wrongDay !== null ? "contradicted" : "supported",
    because: wrongDay === null ? because : `${because} The claim puts it in ${wrongDay}.`,
    for: wrongDay === null ? evidence(agreeing) : [],
    against: wrongDay === null ? evidence(opposing) : evidence(known),
    past: [],
    wouldSettle: `the meeting record of ${call.symbol}`,
  };
}
