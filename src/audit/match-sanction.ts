import {groupMentions} from "../coding/index.ts";
import type {PartyId, SanctionYear, StateCode} from "../world/index.ts";
import {isState, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {coversPeriod} from "./covers-period.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {wholeFinding} from "./whole-finding.ts";

const sanctions = /\b(sanctions?|sanctioned|embargo(es)?)\b/i;
/** The step that a claim tells; "in force" is the plain state. */
const steps = [
  {is: "lifted", words: /\b(lifted|ended|removed|dropped)\b/i},
  {is: "begun", words: /\b(first imposed|began|introduced)\b/i},
  {
    is: "in force",
    words: /\b(had|has|have|maintained|kept|imposed|under|in force|sanctioned|were|was)\b/i,
  },
] as const;
type Kind = SanctionYear["kinds"][number];
const kinds: readonly {readonly kind: Kind; readonly words: RegExp}[] = [
  {kind: "arms", words: /\barms (embargo|sanctions)\b/i},
  {kind: "financial", words: /\bfinancial sanctions\b/i},
  {kind: "travel", words: /\btravel (bans?|sanctions)\b/i},
  {kind: "trade", words: /\btrade (sanctions|embargo)\b/i},
];

/** "The EU had an arms embargo on Myanmar in 2015": held against the Global Sanctions Data Base, year by year. */
export const matchSanction: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (!sanctions.test(text) || period?.by !== "claim" || isOpen(text, period)) return [];
  const year = yearOf(period.from);
  const step = steps.find(({words}) => words.test(text))?.is;
  const pair = senderAndTarget(claim, known);
  if (pair === null || step === undefined || year !== yearOf(period.to)) return [];
  const {sender, target} = pair;
  if (!known.knows(sender) && !known.knows(target)) return [];
  const {book, reference} = known;
  const covered = coversPeriod("sanctions-panel", period, known);
  const settle = `the legal act of ${nameInText(reference, sender)} that names ${nameInText(reference, target)}, with its day`;
  const find = wholeFinding(claim, settle);
  if (!covered || !book.sanctions.some((row) => row.sender === sender))
    return [
      find(
        "not tested",
        `the sanctions we carry do not cover ${nameInText(reference, sender)} in ${year}.`,
      ),
    ];
  const rows = book.sanctions.filter((row) => row.sender === sender && row.target === target);
  const kind = kinds.find(({words}) => words.test(text))?.kind;
  const inYear = (y: number) =>
    rows.some((row) => row.year === y && (kind === undefined || row.kinds.includes(kind)));
  const negated = /\b(no|not|never|without|n't)\b/i.test(text);
  const what = `${kind ?? "any"} sanctions of ${nameInText(reference, sender)} on ${nameInText(reference, target)}`;
  const told = `${what}: ${[year - 1, year, year + 1].map((y) => `${y} ${inYear(y) ? "yes" : "none recorded"}`).join(", ")}`;
  const evidence = [
    datasetRows({
      dataset: "sanctions-panel",
      where: [
        {column: "sender", in: [sender]},
        {column: "target", in: [target]},
        {column: "year", from: year - 1, to: year + 1},
      ],
      count: rows.filter((row) => Math.abs(row.year - year) <= 1).length,
      quote: `${told}.`,
      vintage: String(year),
      states: [sender, target],
    }),
  ];
  const verdict = judge(step, negated, inYear(year - 1), inYear(year), inYear(year + 1));
  return [find(verdict, `${told}.`, evidence)];
};

/** A year's row says that some were in force then; when they began and ended within it, it does not say. */
function judge(
  step: (typeof steps)[number]["is"],
  negated: boolean,
  before: boolean,
  then: boolean,
  next: boolean,
): Finding["verdict"] {
  if (step === "in force")
    return negated ? (then ? "contradicted" : "not tested") : then ? "supported" : "contradicted";
  if (negated) return "not tested";
  if (step === "begun") return then && !before ? "supported" : "not tested";
  return (then || before) && !next ? "supported" : "not tested";
}

/** Who stands before "on", "against" or "sanctioned" sends; who stands behind is the target. */
function senderAndTarget(
  {text, mentions}: Claim,
  {reference}: Known,
): {sender: PartyId; target: StateCode} | null {
  const groups = groupMentions(text, mentions);
  if (groups.length !== 2 || groups.some(({parties}) => parties.length !== 1)) return null;
  const [first, second] = groups;
  const [a, b] = [first?.parties[0], second?.parties[0]];
  if (first === undefined || second === undefined || a === undefined || b === undefined)
    return null;
  const between = text.slice(first.end, second.start);
  const forward = /\b(on|against|sanctioned)\s+(the\s+)?$/i.test(between);
  const backward = /\b(under|faced|sanctioned by)\b/i.test(between);
  const [sender, target] = backward ? [b, a] : forward ? [a, b] : [null, null];
  if (sender === null || target === null) return null;
  return isState(reference, target) ? {sender, target} : null;
}
