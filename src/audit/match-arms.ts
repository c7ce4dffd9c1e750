import type {ArmsDelivery, Evidence, PartyId, StateCode} from "../world/index.ts";
import {membersOf, nameInText, yearOf} from "../world/index.ts";
import type {Claim, Finding, Matcher} from "./claim.ts";
import {compareNumber} from "./compare-number.ts";
import {coversPeriod} from "./covers-period.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen} from "./read-period.ts";
import {limitsOf, readShare} from "./read-share.ts";

const arms =
  /\b(arms|weapons?|weaponry|armaments|military (equipment|hardware|imports|supplies)|defen[cs]e (equipment|imports))\b/i;
const delivered = /\b(delivered|supplied|shipped|delivers|supplies)\b/i;
const none = /\b(no|did not|didn't|never|none|zero|without)\b/i;

/**
 * Tolerances in percentage points. Our yearly figures spread each deal evenly over its delivery years, which SIPRI's
 * own do not; on five-year windows the two differ by a few points, so a miss below ten is not called a contradiction.
 */
const points = {near: 3, far: 10};

/** "Russia supplied 47 % of Indonesia's arms in 2001-05", "Russia delivered no major arms to Malaysia in 2016-25". */
export const matchArms: Matcher = (claim, known) => {
  if (!arms.test(claim.text) || claim.period === null) return [];
  if (isOpen(claim.text, claim.period)) return [];
  const pair = supplierAndRecipient(claim);
  if (pair === null || !known.knows(pair.recipient)) return [];
  const share = readShare(claim.text);
  if (share === null && !delivered.test(claim.text)) return [];
  const whole = {start: 0, end: claim.text.length, past: [] as Evidence[]};
  const settle = "the SIPRI arms transfers register for those years";
  const years = {from: yearOf(claim.period.from), to: yearOf(claim.period.to)};
  if (claim.period.by === "article") return [];
  if (!coversPeriod("arms-deliveries", claim.period, known))
    return [
      {
        ...whole,
        verdict: "not tested",
        because: `the arms register we carry does not cover ${claim.period.words} whole.`,
        for: [],
        against: [],
        wouldSettle: settle,
      },
    ];
  const {book, reference} = known;
  const toRecipient = book.armsDeliveries.filter(
    ({recipient, year}) => recipient === pair.recipient && year >= years.from && year <= years.to,
  );
  const suppliers = new Set(membersOf(reference, pair.supplier, claim.period.to));
  const fromSupplier = toRecipient.filter(({supplier}) => suppliers.has(supplier));
  const [all, theirs] = [sum(toRecipient), sum(fromSupplier)];
  const names = `${nameInText(reference, pair.supplier)} to ${nameInText(reference, pair.recipient)}`;
  const span = years.from === years.to ? `${years.from}` : `${years.from}-${years.to}`;
  const value = all > 0 ? (100 * theirs) / all : null;
  const figure =
    value === null
      ? `no major arms reached ${nameInText(reference, pair.recipient)} in ${span}`
      : `${names}, ${span}: ${theirs.toFixed(0)} of ${all.toFixed(0)} million TIV, ${value.toFixed(1)} % of major arms delivered`;
  const evidence = [cite(pair, [...suppliers], years, toRecipient, `${figure}.`)];
  const verdict = (agrees: boolean | null, note: string): Finding[] => [
    {
      ...whole,
      verdict: agrees === null ? "not tested" : agrees ? "supported" : "contradicted",
      because: `${figure}${note}.`,
      for: agrees === true ? evidence : [],
      against: agrees === false ? evidence : [],
      past: agrees === null ? evidence : [],
      wouldSettle: settle,
      weighed: share !== null,
    },
  ];
  if (share !== null) {
    if (value === null) return verdict(null, ", so no share can be taken");
    const agrees = compareNumber(share.percent, value, share.bound, limitsOf(share, points));
    return verdict(
      agrees,
      agrees === null
        ? "; the difference lies within what spreading deals over years can make"
        : "",
    );
  }
  // "major arms" is what the register lists; plain "arms" may be small arms, which it does not.
  const major = /\bmajor (arms|weapons)/i.test(claim.text);
  if (none.test(claim.text))
    return theirs > 0
      ? verdict(false, "")
      : verdict(major ? true : null, major ? "" : "; the register lists major arms only");
  if (theirs > 0)
    return verdict(
      namesWeapon(claim.text) ? null : true,
      namesWeapon(claim.text) ? "; which weapons they were is not compared" : "",
    );
  return verdict(major ? false : null, major ? "" : "; the register lists major arms only");
};

function namesWeapon(text: string): boolean {
  return /\b([A-Z]{1,3}[a-z]?-\d+\w*|submarines?|frigates?|tanks?|missiles?|helicopters?|fighters?|aircraft|corvettes?)\b/.test(
    text,
  );
}

const sum = (rows: readonly ArmsDelivery[]) => rows.reduce((total, {tiv}) => total + tiv, 0);

interface Pair {
  readonly supplier: PartyId;
  readonly recipient: StateCode;
}

/**
 * The recipient owns the arms ("Indonesia's arms", "Indonesian arms imports") or follows "to"; the other party supplies.
 * "Russian arms" are those that Russia made.
 */
function supplierAndRecipient({text, mentions}: Claim): Pair | null {
  const owner =
    mentions.find(({end}) =>
      /^(?:['’]s|s['’]|['’])\s+(\w+\s+){0,2}(arms|weapon|military|defen[cs]e)/i.test(
        text.slice(end),
      ),
    ) ??
    mentions.find(({end}) =>
      /^\s+(\w+\s+){0,2}(arms|weapons?|military|defen[cs]e) (imports|purchases|acquisitions|procurement)/i.test(
        text.slice(end),
      ),
    );
  const receiver = mentions.find(
    ({start}) =>
      /\b(to|by)\s+(the\s+)?$/i.test(text.slice(0, start)) &&
      !/\b(supplied|delivered|shipped) by\s+(the\s+)?$/i.test(text.slice(0, start)),
  );
  const exportsOf =
    owner !== undefined &&
    /^('s|’s)?\s+(\w+\s+){0,1}(arms|weapons?) (exports|sales|deliveries to)/i.test(
      text.slice(owner.end),
    );
  const recipient = owner !== undefined && !exportsOf ? owner : receiver;
  if (recipient === undefined) return null;
  const others = [...new Set(mentions.map(({party}) => party))].filter(
    (party) => party !== recipient.party,
  );
  const supplier = others[0];
  return others.length === 1 && supplier !== undefined
    ? {supplier, recipient: recipient.party}
    : null;
}

function cite(
  pair: Pair,
  suppliers: readonly StateCode[],
  years: {from: number; to: number},
  rows: readonly ArmsDelivery[],
  quote: string,
): Evidence {
  const newest = rows.reduce((latest, {year}) => Math.max(latest, year), years.from);
  return datasetRows({
    dataset: "arms-deliveries",
    where: [
      {column: "recipient", in: [pair.recipient]},
      {column: "year", from: years.from, to: years.to},
    ],
    count: rows.length,
    quote,
    vintage: String(rows.length === 0 ? years.to : newest),
    states: [pair.supplier, pair.recipient, ...suppliers],
  });
}
