import type {ArmsOrder, PartyId, StateCode} from "../world/index.ts";
import {membersOf, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Known, Matcher} from "./claim.ts";
import {coversPeriod} from "./covers-period.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {plainNumber} from "./read-quantity.ts";
import {wholeFinding} from "./whole-finding.ts";

const ordering =
  /\b(ordered|bought|purchased|placed an order for|signed (?:a |an )?(?:contract|deal|agreement) (?:for|to buy)|contracted for|memesan|membeli)\b/i;
const receiving = /\b(received|took delivery of|delivered|supplied)\b/i;
/** A weapon's mark: letters and a number, "Su-30", "T-90", "Gepard-3", "F-16". */
const mark = /\b([A-Z][A-Za-z]{0,7}-?\d{1,3}[A-Z]{0,3}\d?)\b/u;
const count =
  /\b(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:[\w-]+\s+){0,2}$/i;

/** "Vietnam ordered six Project-636 submarines from Russia in 2009": held against the deals of the SIPRI register. */
export const matchOrder: Matcher = (claim, known) => {
  const {text, period} = claim;
  const does = ordering.test(text) ? "ordered" : receiving.test(text) ? "received" : null;
  const weapon = mark.exec(text)?.[1] ?? nameOf(claim, known);
  if (does === null || weapon === undefined || period?.by !== "claim") return [];
  if (isOpen(text, period) || /\b(not|never|no|n't)\b/i.test(text)) return [];
  const pair = buyerAndSeller(claim);
  if (pair === null || !known.knows(pair.buyer)) return [];
  const {book, reference} = known;
  const name = (party: PartyId) => nameInText(reference, party);
  const find = wholeFinding(
    claim,
    `the entry of the SIPRI arms transfers register for ${weapon} from ${name(pair.seller)} to ${name(pair.buyer)}, or the contract`,
  );
  const sellers = membersOf(reference, pair.seller, book.asOf);
  const deals = book.armsOrders.filter(
    (one) =>
      one.recipient === pair.buyer &&
      sellers.includes(one.supplier) &&
      isMarked(one.designation, weapon),
  );
  const years = {from: yearOf(period.from), to: yearOf(period.to)};
  const number = numberOf(text, weapon);
  const covered = coversPeriod("arms-orders", period, known);
  const elsewhere =
    covered && deals.length === 0
      ? ofAnotherSeller(pair, weapon, does, years, number, known)
      : null;
  if (elsewhere !== null)
    return [
      find("contradicted", `the register has ${tell(elsewhere)}.`, [
        cite(
          [elsewhere],
          {buyer: pair.buyer, seller: elsewhere.supplier},
          known,
          `${tell(elsewhere)}.`,
        ),
      ]),
    ];
  if (deals.length === 0 || !covered)
    return [
      find(
        "not tested",
        `no deal of ours for ${weapon} between ${name(pair.buyer)} and ${name(pair.seller)} covers ${period.words}; the register lists major arms only, and may lack it.`,
      ),
    ];
  const then = deals.filter((one) => isOf(one, does, years));
  const told = deals.map(tell).join("; ");
  const evidence = [cite(deals, pair, known, `${told}.`)];
  return [find(judge(does, then, number), `the register has ${told}.`, evidence)];
};

/** Of deals that lie in the claim's years; a year that the register doubts, or a number it lacks, settles nothing. */
function judge(
  does: "ordered" | "received",
  then: readonly ArmsOrder[],
  number: number | null,
): Finding["verdict"] {
  if (then.length === 0) return "not tested";
  if (number === null) return "supported";
  const all = then.map((one) => (does === "ordered" ? one.ordered : one.delivered));
  if (all.some((one) => one === null) || then.some((one) => one.orderYearUncertain))
    return "not tested";
  const numbers = all as number[];
  const total = numbers.reduce((sum, one) => sum + one, 0);
  if (numbers.includes(number) || total === number) return "supported";
  // Deliveries stretch over years, and several deals may be counted together: only a single deal can refute a number.
  const plain = then.length === 1 && (does === "ordered" || then[0]?.deliveryYears.length === 1);
  return plain && Math.abs(number - total) > 0.25 * total ? "contradicted" : "not tested";
}

function isOf(
  {orderYear, deliveryYears}: ArmsOrder,
  does: "ordered" | "received",
  {from, to}: {from: number; to: number},
): boolean {
  const within = (year: number | null) => year !== null && from <= year && year <= to;
  return does === "ordered" ? within(orderYear) : deliveryYears.some(within);
}

const plain = (words: string) => words.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/**
 * Whether a deal's designation begins with the claim's mark, or is it with a letter more: "Su-30" is "Su-30MK"; or the
 * claim's mark names a version of it, "Su-30MK2"; or both bear one name, "BrahMos" and "PJ-10 BrahMos".
 */
function isMarked(designation: string, weapon: string): boolean {
  const [one, other] = [plain(designation), plain(weapon)];
  if (one.startsWith(other) && !/^\d/.test(one.slice(other.length))) return true;
  const version = /[a-z]$/.test(one) && /\d/.test(one) && other.startsWith(one);
  return version ? other.length - one.length <= 2 : namesIn(designation).includes(other);
}

/** Names among the words of a designation: "PJ-10 BrahMos" bears "brahmos". Four letters and more, no figure. */
const namesIn = (designation: string): string[] =>
  designation
    .split(/[\s/()-]+/)
    .flatMap((word) => (/^[A-Z]\p{L}{4,}$/u.test(word) ? [plain(word)] : []));

/** A weapon that a claim calls by a name that the buyer's own deals bear: "Rafale". */
function nameOf({text, mentions}: Claim, {book}: Known): string | undefined {
  const names = namesOfDeals(book.armsOrders);
  const parties = [...new Set(mentions.map(({party}) => party))];
  const bears = (word: string) => parties.some((party) => names.get(party)?.has(plain(word)));
  return (text.match(/\b[A-Z]\p{L}{4,}/gu) ?? []).find(bears);
}

const namesKept = new WeakMap<readonly ArmsOrder[], Map<StateCode, Set<string>>>();

/** Names that the deals of each buyer bear, gathered once for all claims. */
function namesOfDeals(deals: readonly ArmsOrder[]): Map<StateCode, Set<string>> {
  const kept = namesKept.get(deals);
  if (kept !== undefined) return kept;
  const names = new Map<StateCode, Set<string>>();
  for (const {recipient, designation} of deals) {
    const own = names.get(recipient) ?? new Set();
    for (const name of namesIn(designation)) own.add(name);
    names.set(recipient, own);
  }
  namesKept.set(deals, names);
  return names;
}

/**
 * The one deal of the same buyer, weapon, number and years that another sold: then the claim's seller is wrong. Without the
 * number it may be another deal.
 */
function ofAnotherSeller(
  {buyer, seller}: Pair,
  weapon: string,
  does: "ordered" | "received",
  years: {from: number; to: number},
  number: number | null,
  {book, reference}: Known,
): ArmsOrder | null {
  const sellers = membersOf(reference, seller, book.asOf);
  const [one, ...more] = book.armsOrders.filter(
    (deal) =>
      deal.recipient === buyer &&
      !sellers.includes(deal.supplier) &&
      isMarked(deal.designation, weapon) &&
      isOf(deal, does, years) &&
      number !== null &&
      (does === "ordered" ? deal.ordered : deal.delivered) === number,
  );
  return one === undefined || more.length > 0 || one.orderYearUncertain ? null : one;
}

function numberOf(text: string, weapon: string): number | null {
  const hit = count.exec(text.slice(0, text.indexOf(weapon)));
  return hit?.[1] === undefined ? null : plainNumber(hit[1]);
}

interface Pair {
  readonly buyer: StateCode;
  readonly seller: PartyId;
}

/** "A ordered … from B", "B delivered … to A". */
function buyerAndSeller({text, mentions}: Claim): Pair | null {
  const parties = [...new Set(mentions.map(({party}) => party))];
  if (parties.length !== 2) return null;
  const behind = (words: RegExp) =>
    mentions.find(({start}) => words.test(text.slice(0, start)))?.party;
  const seller = behind(/\bfrom\s+(the\s+)?$/i);
  const buyer = behind(/\bto\s+(the\s+)?$/i);
  const other = (party: PartyId) => parties.find((one) => one !== party) ?? party;
  if (seller !== undefined) return {seller, buyer: other(seller)};
  return buyer === undefined ? null : {buyer, seller: other(buyer)};
}

function tell({
  supplier,
  recipient,
  orderYear,
  ordered,
  delivered,
  designation,
  deliveryYears,
}: ArmsOrder): string {
  const years = deliveryYears.length === 0 ? "" : ` in ${deliveryYears.join(", ")}`;
  return `${ordered ?? "an unknown number of"} ${designation} from ${supplier} to ${recipient}, ordered ${orderYear ?? "in an unknown year"}, ${delivered ?? "an unknown number"} delivered${years}`;
}

function cite(deals: readonly ArmsOrder[], pair: Pair, known: Known, quote: string) {
  return datasetRows({
    dataset: "arms-orders",
    where: [{column: "row", in: deals.map(({row}) => row)}],
    count: deals.length,
    quote,
    vintage: String(Math.max(...deals.map((one) => one.orderYear ?? 0))),
    states: [pair.seller, pair.buyer, ...membersOf(known.reference, pair.seller, known.book.asOf)],
  });
}
