import type {StateCode, TopPartner} from "../world/index.ts";
import {listWords, nameInText, yearOf} from "../world/index.ts";
import type {Finding, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import {judgeRank} from "./judge-rank.ts";
import {ownerAndRival, type Placed} from "./owner-and-rival.ts";
import {isOpen} from "./read-period.ts";
import {readRank} from "./read-rank.ts";
import {wholeFinding} from "./whole-finding.ts";

type Direction = TopPartner["direction"];

/** What is put in order, and by which lists it is told: "trading partner" by both. */
const orders: readonly {readonly words: RegExp; readonly directions: readonly Direction[]}[] = [
  {
    words:
      /^\s+(?:export (?:market|destination|partner|customer)|destination (?:for|of) (?:its |the )?exports|market for (?:its |the )?exports|buyer of (?:its |the )?exports)\b/i,
    directions: ["exports"],
  },
  {
    words:
      /^\s+(?:import (?:source|supplier|partner)|source of (?:its |the )?imports|supplier of (?:goods|imports))\b/i,
    directions: ["imports"],
  },
  {words: /^\s+(?:trade|trading|commercial) partner\b/i, directions: ["exports", "imports"]},
];
/** The same in Indonesian and Malay, where the order stands behind: "tujuan ekspor terbesar Indonesia". */
const behind: readonly {readonly words: RegExp; readonly directions: readonly Direction[]}[] = [
  {words: /\b(?:tujuan|pasar|destinasi) eksport? (?:utama|terbesar)\s+$/i, directions: ["exports"]},
  {words: /\b(?:sumber|pemasok|asal) import? (?:utama|terbesar)\s+$/i, directions: ["imports"]},
  {
    words: /\b(?:mitra|rakan) (?:dagang|perdagangan) (?:utama|terbesar)\s+$/i,
    directions: ["exports", "imports"],
  },
];
/** A good or a region makes the list another one: "largest market for palm oil", "largest trading partner in Africa". */
const narrower = /\b(?:in|within|among|outside)\s+(?:the\s+)?(?:[A-Z]\p{L}+|region)/u;

/** "China was Indonesia's largest export market in 2023": held against the Factbook's lists of largest partners. */
export const matchPartnerRank: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (period?.by !== "claim" || isOpen(text, period)) return [];
  const year = yearOf(period.from);
  const asked = orderedHere(claim, known);
  if (asked === null || year !== yearOf(period.to) || !known.knows(asked.owner)) return [];
  const {owner, directions, place} = asked;
  const names = (code: string) => nameInText(known.reference, code);
  const find = wholeFinding(
    claim,
    `customs statistics of ${names(owner)} by partner for ${year}`,
    true,
  );
  const lists = directions.map((direction) => ({
    direction,
    rows: known.book.topPartners
      .filter((one) => one.state === owner && one.year === year && one.direction === direction)
      .sort((a, b) => b.sharePercent - a.sharePercent),
  }));
  if (lists.some(({rows}) => rows.length === 0))
    return [
      find("not tested", `no list of ours has the largest partners of ${names(owner)} in ${year}.`),
    ];
  const told = lists
    .map(
      ({direction, rows}) =>
        `${names(owner)}'s largest partners in ${direction}, ${year}: ${listWords(
          rows.map((one) => `${names(one.partner)} ${one.sharePercent} %`),
          5,
        )}`,
    )
    .join("; ");
  const evidence = lists.map(({rows}) => cite(owner, year, rows, `${told}.`));
  return [find(judge(lists, asked, place), `${told}.`, evidence)];
};

/** Shares are whole points: two that are equal may stand either way round. What both lists say alike is settled. */
function judge(
  lists: readonly {readonly rows: readonly TopPartner[]}[],
  placed: Placed,
  place: number,
): Finding["verdict"] {
  const [first, ...others] = lists.map(({rows}) =>
    judgeRank(
      rows.map(({partner, sharePercent}) => ({party: partner, value: sharePercent})),
      placed,
      place,
      0,
      false,
    ),
  );
  return first !== undefined && others.every((one) => one === first) ? first : "not tested";
}

interface Asked extends Placed {
  readonly directions: readonly Direction[];
  readonly place: number;
}

function orderedHere(claim: Parameters<Matcher>[0], known: Parameters<Matcher>[1]): Asked | null {
  const {text, mentions} = claim;
  const rank = readRank(text);
  if (rank !== null) {
    const rest = text.slice(rank.end);
    const order = orders.find(({words}) => words.test(rest));
    if (order === undefined || narrower.test(dated(rest))) return null;
    const placed = ownerAndRival(claim, rank, known);
    return placed === null ? null : {...placed, directions: order.directions, place: rank.place};
  }
  if (/\b(?:bukan|tidak|salah satu)\b/i.test(text)) return null;
  for (const {words, directions} of behind) {
    const owner = mentions.find(({start}) => words.test(text.slice(0, start)));
    const [holder, ...more] = new Set(
      mentions.map(({party}) => party).filter((party) => party !== owner?.party),
    );
    if (owner === undefined || holder === undefined || more.length > 0) continue;
    return {owner: owner.party, holder, below: [], passed: false, directions, place: 1};
  }
  return null;
}

/** Without "in January", which names no region. */
const dated = (text: string) =>
  text.replaceAll(/\bin (?:early |late |mid-)?(?:[A-Z]\p{L}+ )?(?:19|20)\d\d/gu, "");

function cite(owner: StateCode, year: number, rows: readonly TopPartner[], quote: string) {
  return datasetRows({
    dataset: "trade-partners",
    where: [{column: "row", in: rows.map(({row}) => row)}],
    count: rows.length,
    quote,
    vintage: String(year),
    states: [owner, ...rows.map((one) => one.partner)],
  });
}
