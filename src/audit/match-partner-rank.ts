import type {StateCode, TopPartner} from "../world/index.ts";
import {listWords, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {wholeFinding} from "./whole-finding.ts";

const rank =
  /\b(largest|biggest|main|top|leading) (export (?:market|destination|partner)|import (?:source|supplier|partner)|source of imports|supplier of (?:goods|imports)|market for (?:its |the )?exports|buyer of (?:its |the )?exports)\b/i;
const second = /\b(second|third|fourth|fifth|one of|among)\b[^.]{0,20}$/i;

/** "China was Indonesia's largest export market in 2023": held against the Factbook's list of largest partners. */
export const matchPartnerRank: Matcher = (claim, known) => {
  const {text, period} = claim;
  const hit = rank.exec(text);
  if (hit === null || period?.by !== "claim" || isOpen(text, period)) return [];
  if (second.test(text.slice(0, hit.index)) || /\b(not|never|no longer)\b/i.test(text)) return [];
  const year = yearOf(period.from);
  const pair = ownerAndPartner(claim, hit.index, known);
  if (pair === null || year !== yearOf(period.to)) return [];
  const direction = /export/i.test(hit[2] ?? "") ? "exports" : "imports";
  const {state, partner} = pair;
  const names = (code: string) => nameInText(known.reference, code);
  const rows = known.book.topPartners
    .filter((one) => one.state === state && one.year === year && one.direction === direction)
    .sort((a, b) => b.sharePercent - a.sharePercent);
  const find = wholeFinding(claim, `customs statistics of ${names(state)} by partner for ${year}`);
  const [first, next] = rows;
  if (first === undefined)
    return [
      find("not tested", `no list of ours has the largest partners of ${names(state)} in ${year}.`),
    ];
  const told = `${names(state)}'s largest partners in ${direction}, ${year}: ${listWords(
    rows.map((one) => `${names(one.partner)} ${one.sharePercent} %`),
    5,
  )}`;
  const evidence = [
    datasetRows({
      dataset: "trade-partners",
      where: [{column: "row", in: rows.map(({row}) => row)}],
      count: rows.length,
      quote: `${told}.`,
      vintage: String(year),
      states: [state, ...rows.map((one) => one.partner)],
    }),
  ];
  return [find(judge(partner, first, next), `${told}.`, evidence)];
};

/** Shares are whole points: two that are equal may stand either way round. */
function judge(
  partner: StateCode,
  first: TopPartner,
  next: TopPartner | undefined,
): Finding["verdict"] {
  const tied = next !== undefined && next.sharePercent >= first.sharePercent - 1;
  if (first.partner === partner) return tied ? "not tested" : "supported";
  return tied && next?.partner === partner ? "not tested" : "contradicted";
}

/** The owner of the trade stands beside the rank: "Indonesia's largest …", "largest … of Indonesia". */
function ownerAndPartner(
  {text, mentions}: Claim,
  at: number,
  {reference}: Known,
): {state: StateCode; partner: StateCode} | null {
  const states = mentions.filter(({party}) => reference.states.some(({code}) => code === party));
  const parties = [...new Set(mentions.map(({party}) => party))];
  if (parties.length !== 2) return null;
  const owner =
    states.find(
      ({end}) => end <= at && /^(['’]s|s['’]|['’])?\s+(?:single\s+)?$/.test(text.slice(end, at)),
    ) ?? states.find(({start}) => start > at && /\b(of|for)\s+$/.test(text.slice(at, start)));
  const partner = states.find((one) => one.party !== owner?.party);
  return owner === undefined || partner === undefined
    ? null
    : {state: owner.party, partner: partner.party};
}
