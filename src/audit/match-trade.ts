import type {Mention} from "../coding/index.ts";
import type {
  DatasetId,
  Evidence,
  PartyId,
  RowCondition,
  StateCode,
  TradeFlow,
} from "../world/index.ts";
import {isState, membersOf, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {type Bound, boundBefore, compareNumber} from "./compare-number.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";
import {limitsOf, readShare} from "./read-share.ts";

type Direction = "exports" | "imports" | "trade";
interface Pair {
  readonly state: StateCode;
  readonly partner: PartyId;
}
interface Figure {
  readonly value: number;
  readonly evidence: readonly Evidence[];
  readonly words: string;
}

const about =
  /\b(trade|exports?|exported|imports?|imported|shipments?|ekspor|impor|mengekspor|mengimpor|perdagangan)\b/i;
/** A sector's word makes the object narrower than total trade, which these rows do not show. */
const narrower =
  /\b(arms|weapons?|oil|gas|coal|fuel|energy|food|palm|wheat|grains?|rice|corn|fertili[sz]ers?|machinery|agricultural|services|investment|tourists?|arrivals|visitors|students|nickel|steel|metals?|minerals?|copper|gold|rubber|textiles|cars|vehicles|electronics|semiconductors?|chips|timber|coffee|cocoa|seafood|fish|meat|beef|soy\w*|sugar|medicines?|chemicals?|aircraft|parts|components)\b/i;

/** In percentage points: sources round to whole points, and mirror reports of one flow differ by more. */
const points = {near: 1, far: 3};
/** As a share of the value: the two sides' own reports of one flow commonly differ by a tenth and more. */
const valueShare = {near: 0.1, far: 0.3};

/** "Russia took 1 % of Indonesia's exports in 2016", "Indonesia exported $1.26 billion to Russia in 2016". */
export const matchTrade: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (period?.by !== "claim" || !about.test(text) || narrower.test(text)) return [];
  if (isOpen(text, period) || /\b(not|never|n't|tidak)\b/i.test(text)) return [];
  const said = saidIn(text);
  if (said === null || /\b(?:first|second|last) (?:half|quarter)\b|\bsemester\b/i.test(text))
    return [];
  const {share} = said;
  const before = text.slice(0, said.start);
  if (grown.test(before)) return [];
  const pair = share ? sharePair(claim, known) : flowPair(claim, known);
  const year = yearOf(period.from);
  if (pair === null || !known.knows(pair.state)) return [];
  const direction: Direction = /\b(export|(meng)?ekspor)/i.test(text)
    ? "exports"
    : /\b(import|(meng)?impor)/i.test(text)
      ? "imports"
      : "trade";
  const settle = `customs statistics of ${nameInText(known.reference, pair.state)} by partner for ${year}`;
  const nothing = (because: string): Finding[] => [
    {
      start: 0,
      end: text.length,
      verdict: "not tested",
      because,
      for: [],
      against: [],
      past: [],
      wouldSettle: settle,
    },
  ];
  if (year !== yearOf(period.to))
    return nothing("trade is compared year by year; the claim speaks of several years.");
  const figure = share
    ? (shareOf(pair, year, direction, known) ?? listedShare(pair, year, direction, known))
    : flowValue(pair, year, direction, known);
  if (figure === null)
    return nothing(
      `no trade figure of ours covers ${nameInText(known.reference, pair.state)} and ${nameInText(known.reference, pair.partner)} in ${year}.`,
    );
  const limits = said.limits ?? {
    near: valueShare.near * figure.value,
    far: valueShare.far * figure.value,
  };
  const agrees = compareNumber(said.value, figure.value, said.bound, limits);
  return [
    {
      start: 0,
      end: text.length,
      verdict: agrees === null ? "not tested" : agrees ? "supported" : "contradicted",
      because:
        agrees === null
          ? `${figure.words}; the difference lies within what two reports of one flow can differ by.`
          : `${figure.words}.`,
      for: agrees === true ? figure.evidence : [],
      against: agrees === false ? figure.evidence : [],
      past: agrees === null ? figure.evidence : [],
      wouldSettle: settle,
      weighed: share,
    },
  ];
};

/** A change is no level: "rose by 40 %". */
const grown =
  /\b(rose|grew|fell|increase[ds]?|decline[ds]?|growth|up|down|by|naik|turun)\s+\S{0,12}\s*$/i;

interface Said {
  readonly value: number;
  readonly bound: Bound;
  /** Whether it is a part of the state's whole trade, in percent; else a value in dollars. */
  readonly share: boolean;
  readonly limits: {readonly near: number; readonly far: number} | null;
  readonly start: number;
}

function saidIn(text: string): Said | null {
  const share = readShare(text);
  if (share !== null)
    return {...share, value: share.percent, share: true, limits: limitsOf(share, points)};
  const quantity = readQuantity(text);
  if (quantity?.unit !== "usd") return null;
  const start = text.indexOf(quantity.words);
  return {
    value: quantity.value,
    bound: boundBefore(text.slice(0, start)),
    share: false,
    limits: null,
    start,
  };
}

function others(claim: Claim, state: Mention | undefined): PartyId[] {
  return [...new Set(claim.mentions.map(({party}) => party))].filter(
    (party) => party !== state?.party,
  );
}

/** A share belongs to the state that owns the trade: "Indonesia's exports", "Indonesian imports", "exports of Indonesia". */
function sharePair(claim: Claim, {reference}: Known): Pair | null {
  const owner = claim.mentions.find(
    ({start, end, party}) =>
      isState(reference, party) &&
      (/^('s|’s|s'|s’)?\s+(\w+\s+){0,2}(trade|exports|imports)\b/i.test(claim.text.slice(end)) ||
        /\b((trade|exports|imports) of|ekspor|impor|perdagangan)\s+$/i.test(
          claim.text.slice(0, start),
        )),
  );
  const [partner, ...more] = others(claim, owner);
  return owner === undefined || partner === undefined || more.length > 0
    ? null
    : {state: owner.party, partner};
}

/** A value belongs to the state named first: "Indonesia exported … to Russia", "trade between Indonesia and Russia". */
function flowPair(claim: Claim, {reference}: Known): Pair | null {
  const first = claim.mentions.find(({party}) => isState(reference, party));
  const [partner, ...more] = others(claim, first);
  if (first === undefined || partner === undefined || more.length > 0) return null;
  const before = claim.text.slice(0, first.start);
  const owns =
    !/\b(from|dari)\s+(\w+\s+)?$/i.test(before) || /\bexports from\s+(the\s+)?$/i.test(before);
  return owns ? {state: first.party, partner} : null;
}

/** The dataset that knows the year for the pair; the full matrix first, for both ends are from one source there. */
function flowsOf(
  state: StateCode,
  year: number,
  {book}: Known,
): {dataset: DatasetId; flows: TradeFlow[]} | null {
  for (const dataset of ["trade-matrix", "trade-cow", "trade-sections"] as const) {
    const flows = book.trade.filter(
      (flow) =>
        flow.dataset === dataset &&
        flow.year === year &&
        flow.sitcSection === null &&
        (flow.exporter === state || flow.importer === state),
    );
    if (flows.length > 0) return {dataset, flows};
  }
  return null;
}

function inDirection(
  flows: readonly TradeFlow[],
  state: StateCode,
  direction: Direction,
): TradeFlow[] {
  return flows.filter(
    ({exporter, importer}) =>
      (direction !== "imports" && exporter === state) ||
      (direction !== "exports" && importer === state),
  );
}

const sum = (flows: readonly TradeFlow[]) =>
  flows.reduce((total, {valueUsd}) => total + valueUsd, 0);

function between(pair: Pair, year: number, direction: Direction, known: Known) {
  const found = flowsOf(pair.state, year, known);
  if (found === null) return null;
  const partners = membersOf(known.reference, pair.partner, known.book.asOf);
  const all = inDirection(found.flows, pair.state, direction);
  const theirs = all.filter(({exporter, importer}) =>
    partners.includes(exporter === pair.state ? importer : exporter),
  );
  return theirs.length === 0 ? null : {dataset: found.dataset, all, theirs, partners};
}

function flowValue(pair: Pair, year: number, direction: Direction, known: Known): Figure | null {
  const found = between(pair, year, direction, known);
  if (found === null) return null;
  const value = sum(found.theirs);
  const words = `${nameInText(known.reference, pair.state)}'s ${direction} with ${nameInText(known.reference, pair.partner)} in ${year}: ${(value / 1e9).toFixed(2)} billion US dollars (${found.dataset})`;
  return {value, words, evidence: cite(pair, year, found, found.theirs, words, true)};
}

function shareOf(pair: Pair, year: number, direction: Direction, known: Known): Figure | null {
  const found = between(pair, year, direction, known);
  if (found === null || sum(found.all) <= 0) return null;
  const value = (100 * sum(found.theirs)) / sum(found.all);
  const words = `${nameInText(known.reference, pair.partner)} in ${nameInText(known.reference, pair.state)}'s ${direction} in ${year}: ${value.toFixed(1)} % (${found.dataset})`;
  return {value, words, evidence: cite(pair, year, found, found.all, words, false)};
}

function listedShare(
  pair: Pair,
  year: number,
  direction: Direction,
  {book, reference}: Known,
): Figure | null {
  const row = book.topPartners.find(
    (one) =>
      one.state === pair.state &&
      one.partner === pair.partner &&
      one.year === year &&
      one.direction === direction,
  );
  if (row === undefined) return null;
  const words = `${nameInText(reference, pair.partner)} in ${nameInText(reference, pair.state)}'s ${direction} in ${year}: ${row.sharePercent} % (list of top partners)`;
  const evidence = datasetRows({
    dataset: "trade-partners",
    where: [{column: "row", in: [row.row]}],
    count: 1,
    quote: `${words}.`,
    vintage: String(year),
    states: [pair.state, pair.partner],
  });
  return {value: row.sharePercent, words, evidence: [evidence]};
}

/** The rows behind a figure, one piece of evidence a direction, so that its conditions name those rows and no others. */
function cite(
  {state, partner}: Pair,
  year: number,
  {dataset, partners}: {dataset: DatasetId; partners: readonly StateCode[]},
  flows: readonly TradeFlow[],
  words: string,
  onlyPartner: boolean,
): Evidence[] {
  return (["exporter", "importer"] as const).flatMap((side) => {
    const rows = flows.filter((flow) => flow[side] === state);
    const other = side === "exporter" ? "importer" : "exporter";
    const narrowed = onlyPartner ? [{column: other, in: [...partners]}] : [];
    // The sections file marks its totals by an empty section, which no condition can name.
    const where: RowCondition[] =
      dataset === "trade-sections"
        ? [{column: "row", in: rows.map(({row}) => row)}]
        : [{column: "year", in: [year]}, {column: side, in: [state]}, ...narrowed];
    if (rows.length === 0) return [];
    return [
      datasetRows({
        dataset,
        where,
        count: rows.length,
        quote: `${words}.`,
        vintage: String(year),
        states: [state, partner],
      }),
    ];
  });
}
