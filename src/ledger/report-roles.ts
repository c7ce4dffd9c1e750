import type {OfficeHolder, Reference} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Report} from "./report.ts";

/** Offices by the words that name them; the more exact first, for what it has read is taken out of the text. */
const offices: readonly (readonly [role: string, words: RegExp])[] = [
  ["deputy", /\b(deputy|vice)[- ](\w+ ){0,2}(minister|premier|president|secretary|chancellor)\b/],
  ["prime-minister", /\b(prime minister|premier|pm)\b/],
  [
    "foreign",
    /\b(foreign (minister|secretary|ministry|ministers)|top diplomat|chief diplomat|secretary of state|minister (of|for) foreign)\b/,
  ],
  [
    "defence",
    /\b(defen[cs]e (minister|secretary|chief|ministry|ministers)|minister of defen[cs]e)\b/,
  ],
  [
    "security",
    /\b(security (adviser|advisor|council secretary|council chief)|secretary of the security council)\b/,
  ],
  [
    "army",
    /\b(army|navy|military|air force) (chief|commander|head)|\b(admiral|general staff|chief of staff)\b/,
  ],
  [
    "trade",
    /\b(trade|commerce|economy|economic|industry) (minister|secretary|commissioner|representative|ministers)\b/,
  ],
  ["finance", /\b(finance minister|treasury secretary|central bank (governor|chief))\b/],
  ["energy", /\b(energy|oil|mines|mining|petroleum) (minister|secretary|ministers)\b/],
  ["agriculture", /\b(agriculture|farm|fisheries) (minister|secretary)\b/],
  ["transport", /\b(transport|transportation|infrastructure|works) (minister|secretary)\b/],
  ["interior", /\b(interior|home|police|justice) (minister|secretary|chief)\b/],
  [
    "education",
    /\b(education|science|culture|tourism|health|sports|environment) (minister|secretary)\b/,
  ],
  ["parliament", /\b(speaker|lawmakers|parliamentar\w+|legislators|senators?|mps)\b/],
  ["crown", /\b(king|queen|sultan|emir|crown prince|monarch)\b/],
  ["president", /\b(president|head of state)\b/],
];

/** Office of a holder in the reference tables as one of the roles above. */
function roleOf(office: string): string | undefined {
  const text = office.toLowerCase();
  const plain = text.replace(/minister (?:of|for) (\w+).*/, "$1 minister");
  return offices.find(([, words]) => words.test(text) || words.test(plain))?.[0];
}

/** A text without the words for offices, which say who and not what. */
export function withoutOffices(text: string): string {
  return offices.reduce((left, [, words]) => left.replaceAll(new RegExp(words, "gi"), " "), text);
}

/**
 * Who is spoken of, by office: two ministers' visits in one week are two, though the words for them are alike. A
 * holder's name stands for the office on the days of the text.
 */
export function readRoles(reference: Reference): (report: Report) => ReadonlySet<string> {
  const holders = new Map<string, {holder: OfficeHolder; role: string}[]>();
  for (const holder of reference.offices) {
    const role = roleOf(holder.office);
    if (role === undefined) continue;
    for (const name of holder.person.split(/\s+/))
      if (/^\p{Lu}[\p{L}-]{3,}$/u.test(name))
        holders.set(name, [...(holders.get(name) ?? []), {holder, role}]);
  }
  return ({event, article}) => {
    const {quote} = event.evidence;
    const on = isGap(event.when)
      ? isGap(article.published)
        ? article.recordedOn
        : article.published
      : event.when;
    const found = new Set<string>();
    let left = quote.toLowerCase();
    for (const [role, words] of offices)
      if (words.test(left)) {
        found.add(role);
        left = left.replaceAll(new RegExp(words, "g"), " ");
      }
    const parties = [...event.sources, ...event.targets];
    for (const name of quote.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [])
      for (const {holder, role} of holders.get(name) ?? [])
        if (
          parties.includes(holder.state) &&
          holder.from <= on &&
          (holder.to === null || holder.to >= on)
        )
          found.add(role);
    return found;
  };
}
