import type {Agreement, Day, Evidence} from "../world/index.ts";
import {membersOf, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import type {Period} from "./read-period.ts";

const agreement =
  /\b(free[- ]trade (agreement|area|deal|pact)|FTA|trade (agreement|pact|deal)|economic partnership( agreement)?|CEPA|customs union|preferential trade)\b/i;
const signing = /\b(signed|concluded)\b/i;
const force =
  /\b(in force|into force|took effect|takes effect|entered into effect|came into effect|effective)\b/i;

/** "The Indonesia-Japan partnership agreement entered into force in July 2008": held against the trade agreements we carry. */
export const matchAgreement: Matcher = (claim, known) => {
  const {text} = claim;
  const does = force.test(text) ? "in force" : signing.test(text) ? "signed" : null;
  const parties = [...new Set(claim.mentions.map(({party}) => party))];
  if (!agreement.test(text) || does === null || parties.length < 2) return [];
  if (/\b(not|never|no)\b/i.test(text)) return [];
  const {book, reference} = known;
  const sides = parties.map((party) => membersOf(reference, party, book.asOf));
  const between = book.agreements.filter(({members}) =>
    sides.every((side) => side.length > 0 && side.every((state) => members.includes(state))),
  );
  const names = parties.map((party) => nameInText(reference, party)).join(" and ");
  const answer = (finding: Partial<Finding> & Pick<Finding, "verdict" | "because">): Finding[] => [
    {
      start: 0,
      end: text.length,
      for: [],
      against: [],
      past: [],
      wouldSettle: `the treaty text with its entry-into-force notice, from the depositary or the WTO's register of trade agreements`,
      ...finding,
    },
  ];
  if (between.length === 0)
    return answer({
      verdict: "not tested",
      because: `no trade agreement of ours has ${names} as parties; the list may lack it.`,
    });
  const {period} = claim;
  const past = between.map((one) => cite(one, claim, known));
  if (period === null)
    return answer({
      verdict: "stale",
      because: `agreements between ${names}: ${between.map(tell).join("; ")}. The claim has no date to hold them against.`,
      past,
    });
  const since = /\bsince\b/i.test(text);
  const fits = between.filter((one) => {
    const on = does === "signed" ? one.signed : one.inForce;
    if (on === null) return false;
    const asState =
      does === "in force" &&
      (period.by === "article" ||
        /\b(is|are|was|were|has been|have been) in force\b/i.test(text)) &&
      !since;
    if (asState) return on <= period.to && (one.ended === null || one.ended > period.from);
    return period.by === "claim" && within(on, period);
  });
  if (fits.length > 0)
    return answer({
      verdict: "supported",
      because: `${fits.map(tell).join("; ")}.`,
      for: fits.map((one) => cite(one, claim, known)),
    });
  const same = between.filter((one) => namedIn(one, text));
  if (same.length === 1 && period.by === "claim")
    return answer({
      verdict: "contradicted",
      because: `${same.map(tell).join("; ")}; the claim says ${period.words}.`,
      against: same.map((one) => cite(one, claim, known)),
    });
  return answer({
    verdict: "not tested",
    because: `agreements between ${names} (${between.map(tell).join("; ")}) do not fit ${period.words}, and the claim names none of them.`,
    past,
  });
};

/** Sources often know only the year and write its first day; such a day fits any day of its year. */
function within(on: Day, period: Period): boolean {
  if (on.endsWith("-01-01"))
    return yearOf(period.from) <= yearOf(on) && yearOf(on) <= yearOf(period.to);
  return period.from <= on && on <= period.to;
}

/** Whether the claim gives the agreement's own title, so that a wrong date is a wrong date of the same thing. */
function namedIn({title}: Agreement, text: string): boolean {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(title).length >= 8 && plain(text).includes(plain(title));
}

function tell({title, signed, inForce, ended}: Agreement): string {
  const parts = [
    signed === null ? "" : `signed ${signed}`,
    inForce === null ? "no entry into force recorded" : `in force ${inForce}`,
    ended === null ? "" : `ended ${ended}`,
  ];
  return `${title}, ${parts.filter((part) => part !== "").join(", ")}`;
}

function cite(one: Agreement, claim: Claim, {reference}: Known): Evidence {
  const states = claim.mentions.flatMap(({party}) => [
    party,
    ...membersOf(reference, party, one.signed ?? one.recordedOn),
  ]);
  return datasetRows({
    dataset: "agreements",
    where: [{column: "row", in: [one.row]}],
    count: 1,
    quote: `${tell(one)}.`,
    vintage: (one.inForce ?? one.signed ?? one.recordedOn).slice(0, 7),
    states,
  });
}
