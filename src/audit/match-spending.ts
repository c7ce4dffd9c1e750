import type {MilitarySpending, PartyId, StateCode} from "../world/index.ts";
import {nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {boundBefore, compareNumber} from "./compare-number.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";
import {limitsOf, readShare} from "./read-share.ts";
import {wholeFinding} from "./whole-finding.ts";

const military =
  /\b(military|defen[cs]e) (spending|expenditure|budget|outlays)\b|\b(?:spent|spends|devoted|allocated)\b.*\b(on|for|to) (its |the )?(military|armed forces|defen[cs]e)\b|\b(military|armed forces|defen[cs]e) in \d{4}, it spent\b/i;
/** A service, or what is bought, is only a part of it. */
const narrower =
  /\b(navy|naval|army|air force|marines|procurement|ships?|aircraft|weapons|research|pensions|per capita|per person)\b/i;
const rising = /\b(rose|grew|increased|went up|climbed|expanded)\b/i;
const falling = /\b(fell|shrank|declined|decreased|dropped|went down)\b/i;
const comparing = /\b(?:spent|spends)\s+(more|less)\s+(?:money\s+)?on\b.*\bthan\b|\b(outspent)\b/i;

/** In percentage points of GDP: two editions of the register differ by a tenth, budgets and outlays by some. */
const points = {near: 0.1, far: 0.5};
/** As a share of the value: constant dollars of the base year against those of the year. */
const valueShare = {near: 0.1, far: 0.4};
/** The year in whose dollars the register counts. */
const baseYear = 2023;
/** Two amounts within this share of the larger may stand either way round: editions differ so much. */
const tiedShare = 0.05;

/** "Indonesia spent 0.8 % of its GDP on its military in 2023": held against the SIPRI military expenditure register. */
export const matchSpending: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (!(military.test(text) || comparing.test(text)) || narrower.test(text)) return [];
  if (period?.by !== "claim" || isOpen(text, period) || /\b(not|never)\b/i.test(text)) return [];
  const parties = [...new Set(claim.mentions.map(({party}) => party))];
  const [state, other, ...more] = parties;
  if (state === undefined || more.length > 0 || !parties.every(known.knows)) return [];
  if (other !== undefined) return compared(claim, known, state, other);
  const from = yearOf(period.from);
  return from === yearOf(period.to)
    ? level(claim, known, state, from)
    : trend(claim, known, state, from, yearOf(period.to));
};

const rowOf = ({book}: Known, state: StateCode, year: number) =>
  book.militarySpending.find((one) => one.state === state && one.year === year);

const billions = (usd: number) => `${(usd / 1e9).toFixed(2)} billion US dollars of ${baseYear}`;

function finder(claim: Claim, known: Known, states: readonly StateCode[], years: string) {
  const names = states.map((state) => nameInText(known.reference, state)).join(" and ");
  const settle = `the SIPRI military expenditure database for ${names} in ${years}`;
  return wholeFinding(claim, settle, readShare(claim.text) !== null);
}

/** "Spent 0.8 % of GDP", "spent $9 billion", "rose to 7 %": one year's figure. A change by so much is no figure. */
function level(claim: Claim, known: Known, state: StateCode, year: number): Finding[] {
  const {text} = claim;
  const name = nameInText(known.reference, state);
  const part = /\b(GDP|gross domestic product)\b/i.test(text) ? readShare(text) : null;
  const quantity = readQuantity(text);
  const money = part === null && quantity?.unit === "usd" ? quantity : null;
  if (part === null && money === null) return [];
  const start = part?.start ?? text.indexOf(money?.words ?? "");
  const changed = rising.test(text) || falling.test(text) || /\b(cut|raised|up|down)\b/i.test(text);
  if (changed && !/\bto\s+(?:\S+\s+){0,2}$/i.test(text.slice(0, start))) return [];
  const find = finder(claim, known, [state], String(year));
  const row = rowOf(known, state, year);
  const value = part !== null ? (row?.shareOfGdp ?? null) : (row?.constant2023Usd ?? null);
  if (row === undefined || value === null)
    return [find("not tested", `no military spending of ours covers ${name} in ${year}.`)];
  const measured = part !== null ? 100 * value : value;
  const told = `military spending of ${name} in ${year}: ${part !== null ? `${measured.toFixed(2)} % of GDP` : billions(measured)}`;
  const evidence = [cite([row], told)];
  // Dollars of another year are another measure: a miss by them is no contradiction.
  const agrees =
    part !== null
      ? compareNumber(part.percent, measured, part.bound, limitsOf(part, points))
      : money !== null && year === baseYear
        ? compareNumber(money.value, measured, boundBefore(text.slice(0, start)), {
            near: valueShare.near * measured,
            far: valueShare.far * measured,
          })
        : null;
  return [
    agrees === null
      ? find(
          "not tested",
          `${told}; the difference lies within what definitions and prices can make.`,
          evidence,
        )
      : find(agrees ? "supported" : "contradicted", `${told}.`, evidence),
  ];
}

/** "Fell between 2014 and 2022": its two ends, in constant dollars and of GDP; only where both say the same. */
function trend(claim: Claim, known: Known, state: StateCode, from: number, to: number): Finding[] {
  const {text} = claim;
  const said = rising.test(text) ? 1 : falling.test(text) ? -1 : 0;
  if (said === 0 || readShare(text) !== null || readQuantity(text) !== null) return [];
  if (/\b(?:every|each) year\b|\bsteadily\b|\bsharply\b|\bdouble|\bhal(?:f|ved)\b/i.test(text))
    return [];
  const [first, last] = [rowOf(known, state, from), rowOf(known, state, to)];
  const ends = [first, last].flatMap((row) =>
    row?.constant2023Usd == null || row.shareOfGdp === null
      ? []
      : [{row, usd: row.constant2023Usd, share: row.shareOfGdp}],
  );
  const [before, after] = ends;
  if (before === undefined || after === undefined) return [];
  const name = nameInText(known.reference, state);
  const told = `military spending of ${name}: ${ends.map(({row, usd, share}) => `${row.year}: ${billions(usd)}, ${(100 * share).toFixed(2)} % of GDP`).join("; ")}`;
  const find = finder(claim, known, [state], `${from} and ${to}`);
  const evidence = [
    cite(
      ends.map(({row}) => row),
      told,
    ),
  ];
  const signs = [changeOf(before.usd, after.usd), changeOf(before.share, after.share)];
  if (signs.some((one) => one !== signs[0]) || signs[0] === 0)
    return [find("not tested", `${told}; dollars and shares do not move alike.`, evidence)];
  return [find(signs[0] === said ? "supported" : "contradicted", `${told}.`, evidence)];
}

const changeOf = (before: number, after: number): number =>
  Math.abs(after - before) <= tiedShare * Math.max(before, after) ? 0 : Math.sign(after - before);

/** "Malaysia spent more on its military than Indonesia in 2023": both in the register's dollars. */
function compared(claim: Claim, known: Known, state: StateCode, other: PartyId): Finding[] {
  const {text, period} = claim;
  const hit = comparing.exec(text);
  if (hit === null || period === null || yearOf(period.from) !== yearOf(period.to)) return [];
  if (/\b(GDP|gross domestic product|per cent|percent|%|twice|times|double)/i.test(text)) return [];
  const year = yearOf(period.from);
  const [one, two] = [rowOf(known, state, year), rowOf(known, other, year)];
  if (one?.constant2023Usd == null || two?.constant2023Usd == null) return [];
  const names = (code: string) => nameInText(known.reference, code);
  const told = `military spending in ${year}: ${names(state)} ${billions(one.constant2023Usd)}, ${names(other)} ${billions(two.constant2023Usd)}`;
  const find = finder(claim, known, [state, other], String(year));
  const evidence = [cite([one, two], told)];
  const sign = changeOf(two.constant2023Usd, one.constant2023Usd);
  if (sign === 0) return [find("not tested", `${told}; the two lie too near.`, evidence)];
  const said = hit[1]?.toLowerCase() === "less" ? -1 : 1;
  return [find(sign === said ? "supported" : "contradicted", `${told}.`, evidence)];
}

function cite(rows: readonly MilitarySpending[], told: string) {
  const states = [...new Set(rows.map(({state}) => state))];
  const years = [...new Set(rows.map(({year}) => year))];
  return datasetRows({
    dataset: "military-spending",
    where: [
      {column: "state", in: states},
      {column: "year", in: years},
    ],
    count: rows.length,
    quote: `${told}.`,
    vintage: String(Math.max(...years)),
    states,
  });
}
