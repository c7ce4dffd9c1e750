import type {ActorRole} from "../world/index.ts";

/** Offices that are not the government's, by the words in them; the first that fits holds. */
const others: readonly (readonly [ActorRole, RegExp])[] = [
  ["REB", /\b(Hamas|Hezbollah|Houthis?|armed|movement|militia)\b/i],
  ["BUS", /\b(Rosatom|Gazprom|company|corporation|chief executive)\b/i],
  ["LEG", /\b(speaker|senator|member of parliament|parliament|duma|federation council)\b/i],
  [
    "MIL",
    /\b(chief of the (army|general staff|defen[cs]e staff)|commander|military commission)\b/i,
  ],
  ["JUD", /\b(justice of|chief justice|judge|prosecutor)\b/i],
  ["OPP", /\bopposition\b/i],
];

/** The role of whoever holds an office of a state. */
export function roleOfOffice(office: string): ActorRole {
  return others.find(([, words]) => words.test(office))?.[0] ?? "GOV";
}
