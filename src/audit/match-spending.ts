import {nameInText, yearOf} from "../world/index.ts";
import type {Matcher} from "./claim.ts";
import {boundBefore, compareNumber} from "./compare-number.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";
import {wholeFinding} from "./whole-finding.ts";

const military =
  /\b(military|defen[cs]e) (spending|expenditure|budget|outlays)\b|\bspent\b.*\b(on|for) (its |the )?(military|armed forces|defen[cs]e)\b|\b(military|armed forces|defen[cs]e) in \d{4}, it spent\b/i;

/** In percentage points of GDP: two editions of the register differ by a tenth, budgets and outlays by some. */
const points = {near: 0.1, far: 0.5};
/** As a share of the value: constant dollars of the base year against those of the year. */
const valueShare = {near: 0.1, far: 0.4};
/** The year in whose dollars the register counts. */
const baseYear = 2023;

/** "Indonesia spent 0.8 % of its GDP on its military in 2023": held against the SIPRI military expenditure register. */
export const matchSpending: Matcher = (claim, known) => {
  const {text, period, mentions} = claim;
  if (!military.test(text) || period?.by !== "claim" || isOpen(text, period)) return [];
  if (/\b(not|never|rose|fell|grew|increased?|cut|raised|up|down)\b/i.test(text)) return [];
  const quantity = readQuantity(text);
  const share = quantity?.unit === "percent" && /\b(GDP|gross domestic product)\b/i.test(text);
  const money = quantity?.unit === "usd";
  const parties = [...new Set(mentions.map(({party}) => party))];
  const [state] = parties;
  if (quantity === null || !(share || money) || state === undefined || parties.length > 1)
    return [];
  const year = yearOf(period.from);
  const name = nameInText(known.reference, state);
  const row = known.book.militarySpending.find(
    (one) => one.state === state && one.year === year && year === yearOf(period.to),
  );
  const find = wholeFinding(
    claim,
    `the SIPRI military expenditure database for ${name} in ${year}`,
  );
  const value = share ? (row?.shareOfGdp ?? null) : (row?.constant2023Usd ?? null);
  if (row === undefined || value === null)
    return [find("not tested", `no military spending of ours covers ${name} in ${period.words}.`)];
  const measured = share ? 100 * value : value;
  const told = share
    ? `military spending of ${name} in ${year}: ${measured.toFixed(2)} % of GDP`
    : `military spending of ${name} in ${year}: ${(measured / 1e9).toFixed(2)} billion US dollars of ${baseYear}`;
  const evidence = [
    datasetRows({
      dataset: "military-spending",
      where: [
        {column: "state", in: [state]},
        {column: "year", in: [year]},
      ],
      count: 1,
      quote: `${told}.`,
      vintage: String(year),
      states: [state],
    }),
  ];
  const bound = boundBefore(text.slice(0, text.indexOf(quantity.words)));
  const limits = share
    ? points
    : {near: valueShare.near * measured, far: valueShare.far * measured};
  // Dollars of another year are another measure: a miss by them is no contradiction.
  const agrees =
    share || year === baseYear ? compareNumber(quantity.value, measured, bound, limits) : null;
  return [
    agrees === null
      ? find(
          "not tested",
          `${told}; the difference lies within what definitions and prices can make.`,
          evidence,
        )
      : find(agrees ? "supported" : "contradicted", `${told}.`, evidence),
  ];
};
