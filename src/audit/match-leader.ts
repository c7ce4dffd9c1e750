import type {OfficeHolder, ReferenceEvidence} from "../world/index.ts";
import {nameInText} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {isOpen, type Period} from "./read-period.ts";
import {wholeFinding} from "./whole-finding.ts";

/** Offices that one person holds at a time, by the words that name them. */
const offices: readonly {readonly said: RegExp; readonly held: RegExp}[] = [
  {said: /\b(?<!vice[- ])president\b/i, held: /^president$/i},
  {said: /\b(?<!deputy )prime minister\b/i, held: /^prime minister$/i},
  {said: /\bforeign minister\b/i, held: /^minister (of|for) foreign affairs$/i},
  {said: /\bdefen[cs]e minister\b/i, held: /^minister (of|for) defen[cs]e$/i},
];
const began =
  /\b(became|was sworn in as|was inaugurated as|took office as|was elected|was appointed|has been|has served as)\b/i;
const is = /\b(is|was|remained|served as|has been|has served as)\b/i;

/** "Prabowo Subianto became president of Indonesia in October 2024": held against the dated, sourced list of offices. */
export const matchLeader: Matcher = (claim, known) => {
  const {text, mentions, period} = claim;
  const person = mentions.find(({kind}) => kind === "person");
  if (person === undefined || period?.by !== "claim" || /\b(not|never|former)\b/i.test(text))
    return [];
  const after = text.slice(person.end);
  const office = offices.find(({said}) => said.test(after));
  const word = office?.said.exec(after);
  if (office === undefined || word === null || word === undefined) return [];
  const between = after.slice(0, word.index);
  const since = isOpen(text, period);
  if (since && !/\bsince\s/i.test(text)) return [];
  const starts = since || (began.test(between) && !/has (been|served as)/i.test(between));
  if (between.length > 50 || !(starts || is.test(between))) return [];
  // Another party's name makes it another's office: "Prabowo, who met Russia's president"; not one behind the office, told of
  // the time alone: "was foreign minister when Russia …".
  const told = person.end + word.index + word[0].length;
  const besides = /\b(?:when|while|as|at the time|during|after|before|under|until)\b/i.exec(
    text.slice(told),
  );
  const reach = besides === null ? text.length : told + besides.index;
  const named = mentions.filter(
    (one) => one !== person && one.party !== person.party && one.start < reach,
  );
  if (named.length > 0) return [];
  const all = known.reference.offices.filter(
    ({state, office: title}) => state === person.party && office.held.test(title),
  );
  const own = all.filter((row) => row.person === (person.person ?? person.words));
  if (own.length === 0) return [];
  return [judge(claim, own, all, starts, period, known)];
};

function judge(
  claim: Claim,
  own: readonly OfficeHolder[],
  all: readonly OfficeHolder[],
  starts: boolean,
  period: Period,
  known: Known,
): Finding {
  const find = wholeFinding(
    claim,
    "the record of the oath or the gazette that names the office and the day",
  );
  const because = `our list of offices has ${own.map(tell).join("; ")}. The claim speaks of ${period.words}.`;
  const evidence = own.map((row) => cite(row, known));
  const agrees = own.some(({from, to}) =>
    starts
      ? period.from <= from && from <= period.to
      : from <= period.to && (to === null || to >= period.from),
  );
  if (agrees) return find("supported", because, evidence);
  // Only who is known to have held it then shows that this person did not: lists of terms may lack an earlier one.
  const then = all.filter(
    (row) =>
      !own.includes(row) && row.from < period.from && (row.to === null || row.to > period.to),
  );
  if (then.length === 0) return find("not tested", because, evidence);
  return find(
    "contradicted",
    `${because} In ${period.words} it was ${then.map(tell).join("; ")}.`,
    [...evidence, ...then.map((row) => cite(row, known))],
  );
}

function tell({person, office, from, to}: OfficeHolder): string {
  return `${person}, ${office} from ${from}${to === null ? "" : ` to ${to}`}`;
}

function cite(row: OfficeHolder, {reference}: Known): ReferenceEvidence {
  return {
    kind: "reference",
    table: "offices",
    key: `${row.state}/${row.person}/${row.from}`,
    quote: `${nameInText(reference, row.state)}: ${tell(row)}.`,
    source: row.source,
    reaches: [{party: row.state, how: "dataset", by: "row of the list of offices"}],
  };
}
