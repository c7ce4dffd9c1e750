import type {EnergyFlow, PartyId} from "../world/index.ts";
import {isState, listWords, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Known, Matcher} from "./claim.ts";
import {boundBefore, compareNumber} from "./compare-number.ts";
import {datasetRows} from "./dataset-rows.ts";
import {judgeRank} from "./judge-rank.ts";
import {ownerAndRival} from "./owner-and-rival.ts";
import {isOpen} from "./read-period.ts";
import {plainNumber} from "./read-quantity.ts";
import {readRank} from "./read-rank.ts";
import {limitsOf, readShare} from "./read-share.ts";
import {wholeFinding} from "./whole-finding.ts";

/** The fuels of the register by the words that name them; the first that fits. Plain "gas" may come by pipe or by ship. */
const fuels: readonly {readonly fuel: EnergyFlow["fuel"]; readonly words: RegExp}[] = [
  {fuel: "lng", words: /\b(?:LNG|liquefied natural gas)\b/i},
  {
    fuel: "pipeline-gas",
    words: /\b(?:pipeline gas|piped gas|gas by pipeline|pipeline natural gas)\b/i,
  },
  {fuel: "coal", words: /\b(?:coal|batu ?bara|arang batu)\b/i},
  {fuel: "crude-oil", words: /\b(?:crude oil|crude|minyak mentah)\b/i},
  {fuel: "oil-products", words: /\b(?:oil products|refined products|petroleum products)\b/i},
];
const supplying = /^\s+(?:(?:\S+\s+){0,3})(?:supplier|source|exporter|provider|seller)\b/i;
/** Amounts in the units that the register counts a fuel in. */
const amount =
  /(\d+(?:[.,]\d+)*)\s*(?:(?:(billion) cubic met(?:re|er)s|(bcm))|(million) (?:metric )?(?:tonnes|tons)|(Mt)\b|(exajoules|EJ)\b)/i;
/** The one year of the register, and what two editions or a calorific value may make of a figure. */
const onlyYear = 2020;
const points = {near: 1, far: 5};
const valueShare = {near: 0.05, far: 0.25};
/** Two suppliers whose amounts lie this near may stand either way round: as a share of the larger. Our choice. */
const tiedShare = 0.01;

/** "Indonesia was China's largest supplier of coal in 2020": held against the trade movements of the BP review. */
export const matchEnergy: Matcher = (claim, known) => {
  const {text, period} = claim;
  const named = fuels.filter(({words}) => words.test(text));
  const fuel = named.length === 1 ? named[0]?.fuel : undefined;
  if (fuel === undefined || period?.by !== "claim" || isOpen(text, period)) return [];
  if (/\b(?:not|never|n't|tidak|rose|grew|fell|increased?|declined?)\b/i.test(text)) return [];
  if (yearOf(period.from) !== onlyYear || yearOf(period.to) !== onlyYear) return [];
  if (period.precision !== "year") return [];
  return ranked(claim, known, fuel) ?? amounted(claim, known, fuel) ?? [];
};

function rowsTo(importer: PartyId, fuel: EnergyFlow["fuel"], {book}: Known): EnergyFlow[] {
  return book.energy2020
    .filter((row) => row.fuel === fuel && row.importer === importer)
    .sort((a, b) => b.value - a.value);
}

const settles = (fuel: string, importer: string) =>
  `the trade movements of ${fuel} in the statistical review of world energy, or customs statistics of ${importer}`;

function ranked(claim: Claim, known: Known, fuel: EnergyFlow["fuel"]): ReturnType<Matcher> | null {
  const rank = readRank(claim.text);
  if (rank === null || !supplying.test(claim.text.slice(rank.end))) return null;
  const placed = ownerAndRival(claim, rank, known);
  if (placed === null) return null;
  const name = (party: PartyId) =>
    isState(known.reference, party) ? nameInText(known.reference, party) : party;
  const rows = rowsTo(placed.owner, fuel, known);
  const find = wholeFinding(claim, settles(fuel, name(placed.owner)), true);
  if (rows.length === 0) return null;
  const told = `${fuel} to ${name(placed.owner)}, ${onlyYear}: ${listWords(
    rows.map(({exporter, value, unit}) => `${name(exporter)} ${value.toFixed(1)} ${unit}`),
    5,
  )}`;
  const evidence = [cite(rows, placed.owner, `${told}.`, known)];
  const singles = rows.filter(({exporter}) => isState(known.reference, exporter));
  const largestGroup = Math.max(
    0,
    ...rows.filter(({exporter}) => !isState(known.reference, exporter)).map(({value}) => value),
  );
  const own = singles.find(({exporter}) => exporter === placed.holder)?.value ?? 0;
  const verdict = judgeRank(
    singles.map(({exporter, value}) => ({party: exporter, value})),
    placed,
    rank.place,
    tiedShare * (singles[0]?.value ?? 0),
    false,
  );
  // A group of states as large as the holder may hide one that stands above it.
  const hidden = verdict === "supported" && largestGroup >= own;
  return [find(hidden ? "not tested" : verdict, `${told}.`, evidence)];
}

/** "Malaysia supplied 14.8 bcm of LNG to Japan", "Russia supplied 55 % of Germany's pipeline gas". */
function amounted(
  claim: Claim,
  known: Known,
  fuel: EnergyFlow["fuel"],
): ReturnType<Matcher> | null {
  const pair = exporterAndImporter(claim, known);
  if (pair === null) return null;
  const {exporter, importer} = pair;
  const name = (party: PartyId) => nameInText(known.reference, party);
  const rows = rowsTo(importer, fuel, known);
  const own = rows.find((row) => row.exporter === exporter);
  if (own === undefined) return null;
  const find = wholeFinding(claim, settles(fuel, name(importer)), readShare(claim.text) !== null);
  const all = rows.reduce((sum, {value}) => sum + value, 0);
  const told = `${fuel} from ${name(exporter)} to ${name(importer)}, ${onlyYear}: ${own.value.toFixed(2)} of ${all.toFixed(2)} ${own.unit}, ${((100 * own.value) / all).toFixed(1)} %`;
  const agrees = agreesWith(claim.text, own, all);
  if (agrees === undefined) return null;
  const verdict = agrees === null ? "not tested" : agrees ? "supported" : "contradicted";
  const because =
    agrees === null
      ? `${told}; the difference lies within what two editions can make.`
      : `${told}.`;
  return [find(verdict, because, [cite(rows, importer, `${told}.`, known)])];
}

function agreesWith(text: string, own: EnergyFlow, all: number): boolean | null | undefined {
  const share = readShare(text);
  if (share !== null)
    return compareNumber(
      share.percent,
      (100 * own.value) / all,
      share.bound,
      limitsOf(share, points),
    );
  const hit = amount.exec(text);
  if (hit === null) return undefined;
  const unit = (hit[2] ?? hit[3]) ? "bcm" : (hit[4] ?? hit[5]) ? "Mt" : "EJ";
  if (unit !== own.unit) return undefined;
  const bound = boundBefore(text.slice(0, hit.index));
  const limits = {near: valueShare.near * own.value, far: valueShare.far * own.value};
  return compareNumber(plainNumber(hit[1] ?? ""), own.value, bound, limits);
}

function exporterAndImporter(
  {text, mentions}: Claim,
  known: Known,
): {exporter: PartyId; importer: PartyId} | null {
  const states = mentions.filter(({party}) => isState(known.reference, party));
  const parties = new Set(mentions.map(({party}) => party));
  if (parties.size !== 2) return null;
  const importer =
    states.find(({end}) =>
      /^(?:['’]s|['’])?\s+(?:\S+\s+){0,4}(?:imports|purchases)\b/i.test(text.slice(end)),
    ) ??
    states.find(({end}) => /^(?:['’]s|['’])\s+/i.test(text.slice(end))) ??
    states.find(({start}) => /\bto\s+(?:the\s+)?$/i.test(text.slice(0, start))) ??
    states.find(({end}) => /^\s+(?:imported|bought|purchased|received)\b/i.test(text.slice(end)));
  const exporter = states.find(({party}) => party !== importer?.party);
  return importer === undefined || exporter === undefined
    ? null
    : {exporter: exporter.party, importer: importer.party};
}

function cite(rows: readonly EnergyFlow[], importer: PartyId, quote: string, known: Known) {
  const exporters = rows
    .map(({exporter}) => exporter)
    .filter((one) => isState(known.reference, one));
  return datasetRows({
    dataset: "energy-2020",
    where: [
      {column: "fuel", in: [rows[0]?.fuel ?? ""]},
      {column: "importer", in: [importer]},
    ],
    count: rows.length,
    quote,
    vintage: String(onlyYear),
    states: [importer, ...exporters],
  });
}
