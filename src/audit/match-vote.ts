import {groupMentions} from "../coding/index.ts";
import type {Evidence, RollCall, StateCode, VoteChoice} from "../world/index.ts";
import {isState, listWords, membersOf, nameInText} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";

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

const symbolsKept = new WeakMap<readonly RollCall[], Map<string, RollCall>>();

/** The vote of a symbol, whole or behind its "RES/"; looked up in a list made once for all claims. */
function bySymbol(symbol: string, rollCalls: readonly RollCall[]): RollCall | undefined {
  const kept = symbolsKept.get(rollCalls) ?? new Map<string, RollCall>();
  if (!symbolsKept.has(rollCalls)) {
    for (const call of rollCalls) {
      const whole = call.symbol.toUpperCase();
      for (const name of [whole, whole.split("RES/").at(-1) ?? whole])
        if (!kept.has(name)) kept.set(name, call);
    }
    symbolsKept.set(rollCalls, kept);
  }
  return kept.get(symbol);
}

/** What stands before a title that is meant as one: quotation marks, or "resolution on". A body may bear the same words. */
const beforeTitle =
  /(?:["“‘'«]|\b(?:resolutions?|resolusi|vote|voting)\s+(?:on|titled|entitled|called|tentang|mengenai)\s+(?:the\s+)?)$/i;

/** Votes whose title the sentence quotes: the part before " :" or " /", at least 12 characters long. */
function byTitle(claim: Claim, rollCalls: readonly RollCall[]): RollCall[] {
  const text = claim.text.toLowerCase();
  const period = claim.period?.by === "claim" ? claim.period : null;
  return rollCalls.filter((call) => {
    const title = (call.title.split(/\s*[:/]\s/)[0] ?? "").trim().toLowerCase();
    const at = title.length < 12 ? -1 : text.indexOf(title);
    if (at < 0 || !beforeTitle.test(text.slice(0, at))) return false;
    return period === null || (period.from <= call.date && call.date <= period.to);
  });
}

/** What the General Assembly votes on, by words of the claim and of the vote's title; the first that fits. */
interface Topic {
  readonly said: RegExp;
  readonly title: RegExp;
  /** Whether there was one such vote ever, so that neither the Assembly nor a month need be named. */
  readonly once?: true;
}
const topics: readonly Topic[] = [
  {
    said: /\b(?:suspen|expel|expuls|oust|remov)\w*\b.*\bRussia\w*\b.*\bHuman Rights Council\b|\bRussia\w*['’]?s?\b.*\b(?:suspension|expulsion|removal)\b.*\bHuman Rights Council\b/i,
    title: /^suspension of the rights of membership of the russian federation/i,
    once: true,
  },
  {
    said: /\b(?:ceasefire|cease-fire|truce|gencatan senjata)\b/i,
    title: /ceasefire|protection of civilians/i,
  },
  {said: /\breparations?\b|\bganti rugi\b/i, title: /reparation for aggression against ukraine/i},
  {said: /\b(?:Crimea|Krimea)\b/i, title: /crimea/i},
  {said: /\bUkrain/i, title: /ukrain|crimea/i},
  {said: /\bJerusalem\b/i, title: /jerusalem/i},
  {said: /\b(Gaza|Palestin)/i, title: /palestin|gaza|occupied|civilians/i},
  {said: /\bMyanmar\b/i, title: /myanmar/i},
  {said: /\bCuba/i, title: /embargo.*cuba/i},
];
const topicOf = ({text}: Claim) => topics.find(({said}) => said.test(text));
const assembly = /\b(General Assembly|UNGA|Majelis Umum)\b/i;
/** Failed drafts and other bodies' votes are not among ours. */
const elsewhere = /\b(Security Council|Human Rights Council|Dewan Keamanan|draft)\b/i;

/** Votes that a sentence means by subject and time: "the General Assembly's vote on Ukraine in March 2022". */
function byTopic(claim: Claim, rollCalls: readonly RollCall[]): RollCall[] {
  const {text, period} = claim;
  const topic = topicOf(claim);
  if (topic === undefined) return [];
  if (topic.once === true) return rollCalls.filter(({title}) => topic.title.test(title));
  if (period?.by !== "claim" || (period.precision !== "day" && period.precision !== "month"))
    return [];
  if (!assembly.test(text) || elsewhere.test(text)) return [];
  return rollCalls.filter(
    ({date, title}) => period.from <= date && date <= period.to && topic.title.test(title),
  );
}

/** "Every General Assembly resolution on Ukraine since 2022": all votes on a subject in a time. */
const everyVote =
  /\b(?:every|all|each)\b[^.]{0,40}\b(?:resolutions?|votes?)\b|\bnever\b[^.]{0,20}\b(?:voted|backed|supported|abstained)\b/i;

/**
 * A claim on all votes of a subject falls by one that went otherwise. It is borne out only where its time is over: of votes
 * after the newest that we hold nothing is known.
 */
function judgeEvery(
  claim: Claim,
  known: Known,
  states: readonly StateCode[],
  choice: VoteChoice,
  negated: boolean,
): Judged | null {
  const {text, period} = claim;
  const topic = topicOf(claim);
  if (topic === undefined || period?.by !== "claim" || !assembly.test(text) || elsewhere.test(text))
    return null;
  const open = isOpen(text, period);
  if (open && !/\bsince\b|\bsejak\b/i.test(text)) return null;
  const calls = known.book.rollCalls.filter(
    ({date, title}) =>
      topic.title.test(title) && period.from <= date && (open || date <= period.to),
  );
  const each = calls.map((call) =>
    judge({...claim, period: null}, known, call, states, choice, negated),
  );
  const against = each.filter(({verdict}) => verdict === "contradicted");
  const settle = "the meeting records of the General Assembly on the subject in that time";
  const none = {for: [], against: [], past: [], wouldSettle: settle};
  if (against.length > 0)
    return {
      ...none,
      verdict: "contradicted",
      because: against.map(({because}) => because).join(" "),
      against: against.flatMap((one) => one.against),
    };
  const borne = each.length > 0 && each.every(({verdict}) => verdict === "supported");
  const told = `${calls.length} recorded votes on it in that time`;
  if (borne && !open)
    return {
      ...none,
      verdict: "supported",
      because: `${told}, all as said.`,
      for: each.flatMap((one) => one.for),
      weighed: true,
    };
  return {
    ...none,
    verdict: "not tested",
    because: borne
      ? `${told} are as said; later ones are not in the ledger.`
      : `${told} do not settle it.`,
    past: borne ? each.flatMap((one) => one.for) : [],
  };
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

/** "The Philippines joined Indonesia in abstaining", "Indonesia, like Malaysia, voted": what both are said to have done. */
const alike =
  /^\s*(?:,\s*)?(?:joined|alongside|along with|together with|like|as well as|bersama|seperti)\s+(?:the\s+)?$/i;
const counted =
  /\b(\d{1,3})\s+(?:other\s+)?(?:countries|states|member states|members|nations|negara)\b/i;

interface Voters {
  readonly states: readonly StateCode[];
  readonly start: number;
  readonly end: number;
  /** The clause up to the next who are named. */
  readonly after: string;
}

/** Who may have voted, in the order of the sentence, with the words that follow them. */
function votersIn({text, mentions}: Claim, {reference}: Known): Voters[] {
  const voters: Voters[] = [];
  const groups = groupMentions(text, mentions);
  for (const [index, group] of groups.entries()) {
    const own = group.parties.filter((party) => isState(reference, party));
    const last = voters.at(-1);
    const joins = last !== undefined && alike.test(text.slice(last.end, group.start));
    const after = text.slice(group.end, groups[index + 1]?.start ?? text.length);
    if (joins) voters.pop();
    voters.push({
      states: joins ? [...last.states, ...own] : own,
      start: joins ? last.start : group.start,
      end: group.end,
      after: joins ? after.replace(/^\s*,?\s+(?:in|dalam)\s+/i, " ") : after,
    });
  }
  return voters;
}

/** The choice that the words after the voters tell. To condemn an aggression is to vote for what condemns it. */
function choiceIn(after: string, claim: Claim): {choice: VoteChoice; words: RegExp} | undefined {
  const hit = choices.find(({words}) => words.test(after));
  if (hit !== undefined) return hit;
  const condemned = /\bcondemn(ed|ing)\b/i;
  return condemned.test(after) && /\bUkrain/i.test(claim.text) && assembly.test(claim.text)
    ? {choice: "yes", words: condemned}
    : undefined;
}

/** "Indonesia voted for A/RES/ES-11/1": a named vote happens once, so its roll call is the same claim, object and day. */
export const matchVote: Matcher = (claim, known) => {
  if (
    !/\b(resolution|resolusi|vot(e|ed|es|ing)|abstain|abstention|condemned|RES\/|General Assembly)/i.test(
      claim.sentence,
    )
  )
    return [];
  const symbols = [...new Set(namedSymbols(claim.sentence))];
  const voters = votersIn(claim, known);
  const findings: Finding[] = [];
  voters.forEach((group, index) => {
    const {states, after} = group;
    const end = voters[index + 1]?.start ?? claim.text.length;
    const hit = choiceIn(after, claim);
    if (states.length === 0 || hit === undefined) return;
    const words = hit.words.exec(after);
    const negated =
      hit.choice !== "absent" &&
      /\b(not|never|n't|refused to|tidak)\b/i.test(after.slice(0, words?.index ?? 0));
    const stretch = {start: group.start, end: group.end + testedLength(after, hit.words, claim)};
    const local = namedSymbols(claim.text.slice(group.start, end));
    const symbol = local[0] ?? (symbols.length === 1 ? symbols[0] : undefined);
    if (symbol === undefined && everyVote.test(claim.text)) {
      const every = judgeEvery(claim, known, states, hit.choice, negated);
      if (every !== null) findings.push({...stretch, ...every});
      return;
    }
    const titled = symbol === undefined ? byTitle(claim, known.book.rollCalls) : [];
    const meant =
      titled.length > 0 || symbol !== undefined ? titled : byTopic(claim, known.book.rollCalls);
    if (symbol === undefined && meant.length === 0) return;
    const call = symbol === undefined ? meant[0] : bySymbol(symbol, known.book.rollCalls);
    const agreed =
      meant.length > 1
        ? agreeing(meant.map((one) => judge(claim, known, one, states, hit.choice, negated)))
        : null;
    if (agreed !== null) {
      findings.push({...stretch, ...agreed});
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
    const judged = judge(claim, known, call, states, hit.choice, negated);
    findings.push({...stretch, ...withCount(judged, claim, call, hit.choice)});
  });
  return findings;
};

/** "One of 24 states that …": a number of states that the roll call does not have settles no more than that. */
function withCount(judged: Judged, {text}: Claim, call: RollCall, choice: VoteChoice): Judged {
  const said = counted.exec(text)?.[1];
  if (said === undefined || judged.verdict !== "supported") return judged;
  const ours = choice === "absent" ? undefined : call.tally?.[choice];
  if (ours === Number(said)) return judged;
  return {
    ...judged,
    verdict: "not tested",
    because: `${judged.because} How many chose so is ${ours ?? "not in our list"}, and the claim says ${said}.`,
    for: [],
    past: judged.for,
  };
}

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
