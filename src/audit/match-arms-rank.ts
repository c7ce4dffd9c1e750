import type {ArmsDelivery, PartyId} from "../world/index.ts";
import {isState, listWords, membersOf, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {coversPeriod} from "./covers-period.ts";
import {datasetRows} from "./dataset-rows.ts";
import {judgeRank, type Standing} from "./judge-rank.ts";
import {ownerAndRival, type Placed} from "./owner-and-rival.ts";
import {isOpen} from "./read-period.ts";
import {readRank} from "./read-rank.ts";
import {wholeFinding} from "./whole-finding.ts";

const supplier =
  /^\s+(?:(?:arms|weapons?|military|defen[cs]e)[- ](?:supplier|provider|source|exporter|seller)|(?:supplier|provider|source|seller) of (?:major )?(?:arms|weapons|military equipment))\b/i;
const more =
  /\b(?:received|bought|imported|acquired|got)\s+(more|fewer|less)\s+(?:major )?(?:arms|weapons|military equipment)\s+from\b.*\bthan from\b/i;

/**
 * Two suppliers whose shares lie this near may stand either way round, in percentage points: our yearly figures spread
 * deals over their years, which SIPRI's own do not (as for shares).
 */
const nearPoints = 3;

interface Order extends Placed {
  readonly place: number;
}

/** "Russia was Vietnam's largest arms supplier in 2016-20": held against the register's deliveries of those years. */
export const matchArmsRank: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (period?.by !== "claim" || isOpen(text, period)) return [];
  const order = orderOf(claim, known) ?? comparedIn(claim);
  if (order === null || !known.knows(order.owner)) return [];
  const name = (party: PartyId) => nameInText(known.reference, party);
  const find = wholeFinding(claim, "the SIPRI arms transfers register for those years", true);
  if (!coversPeriod("arms-deliveries", period, known))
    return [find("not tested", `the arms register we carry does not cover ${period.words} whole.`)];
  const years = {from: yearOf(period.from), to: yearOf(period.to)};
  const rows = known.book.armsDeliveries.filter(
    ({recipient, year}) => recipient === order.owner && year >= years.from && year <= years.to,
  );
  const all = rows.reduce((sum, {tiv}) => sum + tiv, 0);
  if (all === 0)
    return [find("not tested", `no major arms reached ${name(order.owner)} in ${period.words}.`)];
  const standings = standingsOf(rows, order, known);
  const span = years.from === years.to ? `${years.from}` : `${years.from}-${years.to}`;
  const told = `suppliers of major arms to ${name(order.owner)}, ${span}: ${listWords(
    standings.map(({party, value}) => `${name(party)} ${((100 * value) / all).toFixed(1)} %`),
    5,
  )}`;
  const evidence = [
    datasetRows({
      dataset: "arms-deliveries",
      where: [
        {column: "recipient", in: [order.owner]},
        {column: "year", from: years.from, to: years.to},
      ],
      count: rows.length,
      quote: `${told}.`,
      vintage: String(Math.max(...rows.map(({year}) => year))),
      states: [order.owner, order.holder, ...order.below],
    }),
  ];
  const verdict = judgeOrder(standings, order, (nearPoints / 100) * all);
  return [find(verdict, `${told}.`, evidence)];
};

function judgeOrder(
  standings: readonly Standing[],
  order: Order,
  tied: number,
): Finding["verdict"] {
  // "More from Russia than from the United States" says nothing of a third.
  if (order.place > 0) return judgeRank(standings, order, order.place, tied, true);
  const of = (party: PartyId | undefined) =>
    standings.find((one) => one.party === party)?.value ?? 0;
  const over = of(order.holder) - of(order.below[0]);
  if (Math.abs(over) <= tied) return "not tested";
  return over > 0 ? "supported" : "contradicted";
}

/** Suppliers by what they delivered, the largest first; a bloc that the claim names stands as one among states. */
function standingsOf(
  rows: readonly ArmsDelivery[],
  {holder, below}: Placed,
  {reference, book}: Known,
): Standing[] {
  const blocs = [holder, ...below].filter((party) => !isState(reference, party));
  const byParty = new Map<PartyId, number>();
  for (const {supplier: state, tiv} of rows) {
    const bloc = blocs.find((one) => membersOf(reference, one, book.asOf).includes(state));
    byParty.set(bloc ?? state, (byParty.get(bloc ?? state) ?? 0) + tiv);
  }
  return [...byParty]
    .map(([party, value]) => ({party, value}))
    .sort((a, b) => b.value - a.value || (a.party < b.party ? -1 : 1));
}

function orderOf(claim: Claim, known: Known): Order | null {
  const rank = readRank(claim.text);
  if (rank === null || !supplier.test(claim.text.slice(rank.end))) return null;
  const placed = ownerAndRival(claim, rank, known);
  return placed === null ? null : {...placed, place: rank.place};
}

/** "Indonesia received more arms from Russia than from the United States". */
function comparedIn({text, mentions}: Claim): Order | null {
  const hit = more.exec(text);
  const parties = [...new Set(mentions.map(({party}) => party))];
  const [owner, one, other] = parties;
  if (hit === null || owner === undefined || one === undefined || other === undefined) return null;
  if (parties.length !== 3 || /\b(?:not|never)\b/i.test(text)) return null;
  const [holder, below] = hit[1]?.toLowerCase() === "more" ? [one, other] : [other, one];
  return {owner, holder, below: [below], passed: false, place: 0};
}
