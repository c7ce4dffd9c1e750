import type {Move, PledgeStage} from "../world/index.ts";

/** Words by which a report tells how far a commitment has come, the most telling first. */
const cues: readonly (readonly [PledgeStage, RegExp])[] = [
  [
    "cancelled",
    /\b(cancel\w*|call(ed|s) off|scrap(ped|s)?|abandon\w*|pull(ed|s)? out|shelve[sd]?)\b/i,
  ],
  [
    "delivered",
    /\b(deliver(ed|s)|arriv(ed|es)|took place|was held|were held|inaugurat\w+|complet(ed|es)|came into operation)\b/i,
  ],
  ["ratified", /\b(ratif\w+|enter(ed|s) into force|in force)\b/i],
  ["financed", /\b(loans?|credit line|financ\w+|paid|payment)\b/i],
  ["memorandum", /\b(memorand\w+|mous?|letters? of intent|framework)\b/i],
  ["contract", /\b(contracts?|sign(ed|s)|order(ed|s)|agreements?|treat(y|ies)|deals?)\b/i],
];

/** Words of the above and other words that tell nothing of the matter itself. */
const empty =
  /^(sign|agree|memora|letter|framew|contra|order|treat|deal|loan|credit|financ|paymen|paid|ratif|force|enter|cancel|abando|deliv|arriv|held|place|inaugu|comple|announ|plan|propos|said|says|will|would|with|that|this|from|have|been|were|into|between|their|also|which|about|after|before|under|over|both|countr|govern|presid|minist|visit|talks|meetin|cooper|coopera|relat|bilate|year|last|next|first|more|than|other|during|states|nation|intent|operat|call)/;

/**
 * The stage that a move from an article tells of; `null` where it tells of none. What is not done yet is said, whatever
 * it will be; a denial denies.
 */
export function toldStage({
  mode,
  type,
  summary,
}: Pick<Move, "mode" | "type" | "summary">): PledgeStage | null {
  if (mode === "denied") return "denied";
  if (mode === "hypothetical") return null;
  const cancelled = cues[0]?.[1].test(summary) === true;
  if (cancelled) return "cancelled";
  const commits = type === "AGREE" || type === "COOPERATE" || type === "AID" || type === "CONSULT";
  if (!commits) return null;
  if (mode !== "done") return "said";
  const found = cues.find(([, words]) => words.test(summary))?.[0] ?? null;
  // A visit that was made is a deed; a signature alone is told by the words.
  return found === null && type === "CONSULT" ? "delivered" : found;
}

/** Beginnings of the words that say what it is about; names of the parties are none of them. */
export function matterWords(text: string, parties: readonly string[]): ReadonlySet<string> {
  const names = parties.flatMap((name) => wordsOf(name)).map((word) => word.slice(0, 5));
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 3 && !empty.test(word))
      .filter((word) => !names.some((name) => word.startsWith(name)))
      .map((word) => word.slice(0, 6)),
  );
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
