import type {PartyId} from "../world/index.ts";
import {nameInText, yearOf} from "../world/index.ts";
import type {Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {readQuantity} from "./read-quantity.ts";
import {wholeFinding} from "./whole-finding.ts";

const balance =
  /\b(?:ran|runs|had|has|recorded|posted|enjoyed|booked|reported|kept|mencatat|mengalami)\s+(?:an?\s+)?(?:\w+\s+)?(?:trade\s+)?(surplus|deficit|defisit)\s*(?:in (?:goods )?trade |in goods |perdagangan )?(?:with|against|over|dengan)\b/i;
/** Exports and imports of one flow are reported a tenth and more apart: nearer than this they may balance either way. */
const even = 0.15;

/** "Indonesia ran a trade surplus with Russia in 2016": held against both flows of one matrix in that year. */
export const matchTradeBalance: Matcher = (claim, known) => {
  const {text, period, mentions} = claim;
  const hit = balance.exec(text);
  if (hit === null || period?.by !== "claim" || isOpen(text, period)) return [];
  const year = yearOf(period.from);
  const parties = [...new Set(mentions.map(({party}) => party))];
  const [state, partner] = parties;
  if (state === undefined || partner === undefined || parties.length !== 2) return [];
  if (year !== yearOf(period.to) || /\b(?:not|never|tidak)\b/i.test(text) || !known.knows(state))
    return [];
  if (readQuantity(text) !== null) return [];
  const name = (party: PartyId) => nameInText(known.reference, party);
  const find = wholeFinding(claim, `customs statistics of ${name(state)} by partner for ${year}`);
  for (const dataset of ["trade-matrix", "trade-cow"] as const) {
    const rows = known.book.trade.filter(
      (one) => one.dataset === dataset && one.year === year && one.sitcSection === null,
    );
    const out = rows.find((one) => one.exporter === state && one.importer === partner);
    const back = rows.find((one) => one.exporter === partner && one.importer === state);
    if (out === undefined || back === undefined) continue;
    const [sold, bought] = [out.valueUsd, back.valueUsd];
    const told = `${name(state)} to ${name(partner)} in ${year}: ${(sold / 1e9).toFixed(2)} billion US dollars; ${name(partner)} to ${name(state)}: ${(bought / 1e9).toFixed(2)} (${dataset})`;
    const evidence = [
      datasetRows({
        dataset,
        where: [
          {column: "year", in: [year]},
          {column: "exporter", in: [state, partner]},
          {column: "importer", in: [state, partner]},
        ],
        count: 2,
        quote: `${told}.`,
        vintage: String(year),
        states: [state, partner],
      }),
    ];
    const surplus = /surplus/i.test(hit[1] ?? "");
    if (Math.abs(sold - bought) <= even * Math.max(sold, bought))
      return [find("not tested", `${told}; the two lie too near for a sign.`, evidence)];
    return [find(sold > bought === surplus ? "supported" : "contradicted", `${told}.`, evidence)];
  }
  return [
    find(
      "not tested",
      `no matrix of ours has both flows of ${name(state)} and ${name(partner)} in ${year}.`,
    ),
  ];
};
