import type {ActorRole} from "../world/index.ts";
import type {Mention} from "./mention.ts";

const roles: readonly (readonly [ActorRole, RegExp])[] = [
  ["OPP", /^(?:opposition|dissidents?|exiles?|activists?|shadow)\b/i],
  [
    "REB",
    /^(?:rebels?|insurgents?|militants?|militias?|separatists?|guerrillas?|gunmen|fighters|warlords?|jihadists?|gangs?|mercenar(?:y|ies))\b/i,
  ],
  [
    "MIL",
    /^(?:army|arm(?:y|ies)|troops?|soldiers?|forces|military|navy|naval|air force|air strikes?|warplanes?|warships?|fighter jets?|jets|drones?|missiles?|marines?|generals?|admirals?|destroyers?|frigates?|submarines?|bombers?|commanders?|paratroopers?|peacekeepers|brigades?|gunners|shelling|artillery)\b/i,
  ],
  [
    "COP",
    /^(?:police|policemen|officers|coast ?guards?|coastguards?|gendarmes?|border guards?|customs|security forces)\b/i,
  ],
  [
    "LEG",
    /^(?:parliament|parliamentary|lawmakers?|legislators?|senators?|senate|congress|deputies|MPs?|assembly|legislature)\b/i,
  ],
  [
    "JUD",
    /^(?:courts?|judges?|prosecutors?|supreme court|constitutional court|tribunal|magistrates?)\b/i,
  ],
  [
    "MED",
    /^(?:media|newspapers?|journalists?|reporters?|broadcasters?|news agency|state television|state tv|press)\b/i,
  ],
  [
    "BUS",
    /^(?:compan(?:y|ies)|firms?|exporters?|importers?|business(?:es|men|man|people)?|banks?|producers?|refiners?|manufacturers?|traders?|carmakers?|airlines?|investors?|oil company|shipyards?|farmers?|growers|utilities|utility)\b/i,
  ],
  ["NGO", /^(?:charit(?:y|ies)|aid agency|aid workers|NGOs?|rights group|foundation)\b/i],
  [
    "CVL",
    /^(?:protesters?|demonstrators?|citizens?|civilians?|people|voters|workers|students|refugees|migrants|villagers|women|children|fishermen|nationals|nurses|residents|strikers|unions?)\b/i,
  ],
  [
    "GOV",
    /^(?:government|ministry|ministries|minist(?:er|ers)|prime minister|president|presidential|premier|chancellor|king|officials?|authorities|authority|embassy|ambassadors?|envoys?|diplomats?|delegation|negotiators?|leaders?|leadership|cabinet|regime|junta|state|foreign minister|secretary|spokes(?:man|woman|person)|intelligence|regulators?|administration|central bank|consul|governor|federal|mayor|treasury|office|department|agency|council|commission)\b/i,
  ],
];

/** Words that may stand between the adjective and the one that says who: "Russian state oil company". */
const passing =
  /^(?:former|ex-\p{L}+|senior|top|deputy|vice|chief|acting|interim|new|outgoing|special|foreign|defen[cs]e|interior|finance|trade|energy|oil|prime|state|state-owned|state-run|federal|national|local|regional|provincial|far-right|armed|joint|largest|biggest|leading|two|three|dozens of|hundreds of|thousands of|young|nuclear|naval|elite|security|riot|retired|central)\s+/iu;

/** All of them at once: most nouns tell no role. */
const anyRole = new RegExp(roles.map(([, {source}]) => source).join("|"), "i");

/** The role that a noun tells of whoever bears it: "lawmakers", "troops". */
export function roleOfNoun(noun: string): ActorRole | null {
  if (!anyRole.test(noun)) return null;
  return roles.find(([, words]) => words.test(noun))?.[0] ?? null;
}

/** The role of an adjective or of an owner, from the words that follow: "Iranian lawmakers", "Moscow's envoy". */
export function roleBeside(text: string, mention: Mention): Mention {
  if (mention.role !== null && mention.kind !== "capital") return mention;
  if (mention.kind === "person" || mention.kind === "body") return mention;
  const owned = /^(?:['’]s?)?[\s-]+/u.exec(text.slice(mention.end, mention.end + 8));
  if (owned === null) return mention;
  let rest = text.slice(mention.end + owned[0].length, mention.end + 70);
  for (let skipped = 0; skipped < 4; skipped++) {
    const role = roles.find(([, words]) => words.test(rest))?.[0];
    if (role !== undefined) return {...mention, role};
    const skip = passing.exec(rest);
    if (skip === null) break;
    rest = rest.slice(skip[0].length);
  }
  const people = mention.kind === "adjective" && /[^s]s$/.test(mention.words);
  return people && mention.role === null ? {...mention, role: "CVL"} : mention;
}
