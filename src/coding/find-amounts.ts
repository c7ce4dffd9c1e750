import type {Amount, AmountKind} from "../world/index.ts";
import {currencyOfSign, findNumbers, type NumberFound} from "./find-numbers.ts";

/** Words of money and what they mean where no country stands before them; null where several countries use the word. */
const currencies: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:us |american )?dollars?\b/i, "USD"],
  [/^australian dollars?\b/i, "AUD"],
  [/^canadian dollars?\b/i, "CAD"],
  [/^euros?\b/i, "EUR"],
  [/^(?:pounds?|sterling)\b/i, "GBP"],
  [/^yen\b/i, "JPY"],
  [/^(?:yuan|renminbi)\b/i, "CNY"],
  [/^rou?bles?\b/i, "RUB"],
  [/^rupiahs?\b/i, "IDR"],
  [/^ringgits?\b/i, "MYR"],
  [/^baht\b/i, "THB"],
  [/^reais\b/i, "BRL"],
  [/^rand\b/i, "ZAR"],
  [/^naira\b/i, "NGN"],
  [/^won\b/i, "KRW"],
  [/^liras?\b/i, "TRY"],
  [/^zlotys?\b/i, "PLN"],
  [/^forints?\b/i, "HUF"],
  [/^hryvnias?\b/i, "UAH"],
  [/^tenge\b/i, "KZT"],
  [/^dong\b/i, "VND"],
  [/^kina\b/i, "PGK"],
  [/^pa['’]anga\b/i, "TOP"],
  [/^taka\b/i, "BDT"],
  [
    /^(?:rupees?|riyals?|dirhams?|dinars?|pesos?|shillings?|francs?|kroner?|kron[oa]r?|som)\b/i,
    null,
  ],
];

/** Units that stand right behind their number, and how many of the kind's own unit one of them is. */
const measures: readonly (readonly [AmountKind, RegExp, number])[] = [
  ["percent", /^(?:%|per ?cent\b|percentage points?\b|pct\b)/i, 1],
  ["barrels", /^(?:barrels?|bpd|bbl)\b/i, 1],
  ["tonnes", /^kilotonnes?\b/i, 1e3],
  ["tonnes", /^(?:metric )?ton(?:ne)?s?\b/i, 1],
  ["cubic metres", /^cubic met(?:re|er)s?\b/i, 1],
  ["cubic metres", /^bcm\b/i, 1e9],
  ["megawatts", /^(?:gigawatts?|gw)\b/i, 1e3],
  ["megawatts", /^(?:megawatts?|mw)\b/i, 1],
];

/** What is counted in pieces. */
const pieces: readonly (readonly [AmountKind, string])[] = [
  [
    "aircraft",
    "aircraft warplanes? planes? airliners? jets? fighters? bombers? helicopters? airframes? squadrons? typhoons? rafales? gripens? eurofighters? mirages? tejas drones? uavs?",
  ],
  [
    "ships",
    "ships? warships? vessels? frigates? destroyers? corvettes? submarines? tankers? boats? gunboats? cutters? minehunters? minesweepers? ferry ferries trawlers? icebreakers?",
  ],
  [
    "vehicles",
    "vehicles? tanks? trucks? lorry lorries bus buses ambulances? locomotives? wagons? carriages?",
  ],
  [
    "weapons",
    "missiles? rockets? howitzers? guns? rifles? shells? battery batteries launchers? interceptors? torpedoes warheads?",
  ],
  [
    "troops",
    "troops soldiers? servicemen peacekeepers? reservists? conscripts? marines paratroopers? guardsmen commandos gendarmes? police policemen officers legionnaires fighters brigades? battalions? companies divisions sailors men",
  ],
];
const piece: readonly (readonly [AmountKind, RegExp])[] = [
  ...pieces.map(
    ([kind, words]) =>
      [kind, new RegExp(`^(?:${words.replaceAll(" ", "|")})(?![\\p{L}-])`, "iu")] as const,
  ),
  // "Su-30s", "F-16": aircraft by their type.
  ["aircraft", /^(?:f|su|mig|j|il|an|c)-\d{1,3}[a-z]{0,2}(?![\p{L}\d-])/iu],
];

/** "a day", "per year". */
const times: readonly (readonly [NonNullable<Amount["per"]>, RegExp])[] = [
  ["day", /^ (?:(?:a|per|each|every) day|daily)\b/i],
  ["month", /^ (?:(?:a|per|each|every) month|monthly)\b/i],
  ["year", /^ (?:(?:a|per|each|every) (?:year|annum)|annually|yearly)\b/i],
];

/** Characters behind a number in which what it counts is sought, and words that may describe it. */
const unitReach = 80;
const describing = 3;
/** "Six of the ships", "two years of tanks": what follows is not what the number counts. */
const parting = new Set(
  "of in on at to from by for with and or is are was were the a an per that who which had has have will not days day weeks week months month years year hours hour times people countries states percent".split(
    " ",
  ),
);

/** Amounts of a sentence with what they count, in order. A number of nothing that we know is no amount. */
export function findAmounts(text: string): Amount[] {
  const found: Amount[] = [];
  let after = 0;
  for (const number of findNumbers(text)) {
    if (number.start < after) continue;
    const amount = amountOf(text, number);
    if (amount === null) continue;
    found.push(amount);
    after = amount.end;
  }
  return found;
}

function amountOf(text: string, {start, end, value, sign}: NumberFound): Amount | null {
  const money = (unit: string | null, to: number): Amount => {
    const {per, to: last} = perTime(text, to);
    return {kind: "money", value, unit, per, start, end: last};
  };
  if (sign !== null) return money(currencyOfSign[sign] ?? null, end);
  const joint = /^[ \u00a0-]?/.exec(text.slice(end, end + 1))?.[0].length ?? 0;
  const from = end + joint;
  const rest = text.slice(from, from + unitReach);
  for (const [pattern, unit] of currencies) {
    const hit = pattern.exec(rest);
    if (hit !== null) return money(unit, from + hit[0].length);
  }
  for (const [kind, pattern, each] of measures) {
    const hit = pattern.exec(rest);
    if (hit === null) continue;
    const {per, to} = perTime(text, from + hit[0].length);
    const daily = /^bpd/i.test(hit[0]);
    return {kind, value: value * each, unit: kind, per: daily ? "day" : per, start, end: to};
  }
  if (joint === 0) return null;
  const thing = pieceIn(rest);
  return thing === null
    ? null
    : {kind: thing.kind, value, unit: thing.word, per: null, start, end: from + thing.length};
}

/** What is counted: right behind the number, or behind a few words that describe it. */
function pieceIn(rest: string): {kind: AmountKind; word: string; length: number} | null {
  let at = 0;
  for (let skipped = 0; skipped <= describing; skipped++) {
    const here = rest.slice(at);
    for (const [kind, pattern] of piece) {
      const hit = pattern.exec(here);
      if (hit !== null) return {kind, word: hit[0].toLowerCase(), length: at + hit[0].length};
    }
    const next = /^([\p{L}\d'’.-]{1,24})[ \u00a0]/u.exec(here);
    if (next === null || parting.has((next[1] ?? "").toLowerCase())) return null;
    at += next[0].length;
  }
  return null;
}

function perTime(text: string, end: number): {per: Amount["per"]; to: number} {
  const rest = text.slice(end, end + 20);
  for (const [per, pattern] of times) {
    const hit = pattern.exec(rest);
    if (hit !== null) return {per, to: end + hit[0].length};
  }
  return {per: null, to: end};
}
