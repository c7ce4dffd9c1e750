import type {ActorRole} from "../world/index.ts";
import type {Mention} from "./mention.ts";

/** What is said of people who act for a state. */
const posts: readonly (readonly [ActorRole, RegExp])[] = [
  ["MIL", /\b(general|admiral|colonel|army chief|military chief|commander|chief of staff)\b/i],
  ["LEG", /\b(lawmaker|senator|legislator|speaker|Republican|Democrat|MP|deputy)\b/],
  ["JUD", /\b(judge|prosecutor|justice)\b/i],
  ["OPP", /\b(opposition|dissident|activist)\b/i],
  ["MED", /\b(journalist|reporter|editor|broadcaster)\b/i],
  [
    "BUS",
    /\b(businessman|businesswoman|tycoon|chief executive|magnate|financier|banker|oligarch)\b/i,
  ],
  ["REB", /\b(warlord|rebel|militant)\b/i],
  [
    "GOV",
    /\b(minister|president|premier|chancellor|king|queen|prince|emir|sultan|diplomat|envoy|ambassador|official|secretary|spokes(?:man|woman|person)|adviser|advisor|commissioner|negotiator|governor|mayor|chief|leader|head(?:s|ed)?|chair(?:man|woman)?|director|representative|spymaster|consul|cleric|aide|number two|ran|leads|led|president-elect|premier-elect)\b/i,
  ],
];

const roleIn = (words: string) => posts.find(([, one]) => one.test(words))?.[0] ?? null;

const person = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:bin|al|al-\p{Lu}\p{L}+|von|van|der|de|da|el|\p{Lu}\.|\p{Lu}[\p{L}'’-]*)){1,5}`;
/** "Steve Witkoff, the American envoy": the name at the end of what stands before the comma. */
const nameBefore = new RegExp(String.raw`(?:^|[^\p{L}'’-])(${person}|\p{Lu}\p{Ll}+),$`, "u");
/** ", Pham Minh Chinh," behind "Vietnam's prime minister". */
const nameAfter = new RegExp(String.raw`^, (?:the |an? )?(${person})(?=,|\.|$)`, "u");
/** "Thai foreign minister Maris Sangiampongsa". */
const nameClose = new RegExp(String.raw`^ (${person})(?!\p{L})`, "u");
/** "Ng Eng Hen of Singapore". */
const nameOf = new RegExp(String.raw`(?:^|[^\p{L}'’-])(${person}) of (?:the )?$`, "u");
/** The words of a post, in small letters, behind the state's name. */
const post =
  /^(?:['’]s?)?((?: (?:[\p{Ll}][\p{L}'’-]*|and|of|for|to|Foreign|Prime|Defen[cs]e|Trade|Energy|Finance|Interior|Vice|Minister|President|Premier|Secretary|Chancellor|Ambassador)){1,7})/u;

/**
 * People whom no table knows, by what is said beside their name: "Steve Witkoff, the American envoy", "Vietnam's prime
 * minister, Pham Minh Chinh", "Singaporean businessman Tan Kah Seng". They take the state that is named.
 */
export function findApposed(text: string, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  let free = 0;
  mentions.forEach((mention, i) => {
    const before = mentions[i - 1];
    const from = Math.max(free, before?.end ?? 0);
    const until = mentions[i + 1]?.start ?? text.length;
    const one =
      namedBehind(text, mention, until) ??
      namedBefore(text, mention, from) ??
      namedOf(text, mention, from);
    if (one === null) return;
    found.push(one);
    free = Math.max(free, one.end);
  });
  return found;
}

function apposed(of: Mention, start: number, name: string, role: ActorRole | null): Mention {
  return {
    start,
    end: start + name.length,
    party: of.party,
    words: name,
    bloc: of.bloc,
    kind: "person",
    role: of.bloc ? "IGO" : role,
    person: name,
    office: null,
  };
}

function namedBehind(text: string, mention: Mention, until: number): Mention | null {
  if (mention.kind === "person") return null;
  const rest = text.slice(mention.end, Math.min(until, mention.end + 140));
  const said = post.exec(rest)?.[1];
  const role = said === undefined ? null : roleIn(said);
  // "a US carrier to head to Middle East": the post stands right before the name.
  if (said === undefined || role === null || roleIn(said.split(" ").at(-1) ?? "") === null)
    return null;
  const at = mention.end + rest.indexOf(said) + said.length;
  const behind = text.slice(at, Math.min(until, at + 70));
  const apart = nameAfter.exec(behind);
  const close = apart ?? nameClose.exec(behind);
  const name = close?.[1];
  if (close === null || close === undefined || name === undefined) return null;
  return apposed(mention, at + close[0].lastIndexOf(name), name, role);
}

function namedBefore(text: string, mention: Mention, from: number): Mention | null {
  const start = Math.max(from, mention.start - 90);
  const lead = text.slice(start, mention.start);
  const comma = lead.lastIndexOf(", ");
  if (comma < 0) return null;
  const between = lead.slice(comma + 1);
  const end = /[,.;]|$/.exec(text.slice(mention.end, mention.end + 80))?.index ?? 80;
  const aside = between + text.slice(mention.start, mention.end + end);
  // An aside ends with a comma, or the sentence; a clause of its own names another.
  if (!/^[,.;]?$/.test(text[mention.end + end] ?? "")) return null;
  if (
    !/^ (?:the |an? |once |then |who |whose |\p{Ll})/u.test(aside) &&
    mention.start > start + comma + 2
  )
    return null;
  const role = roleIn(aside.replace(text.slice(mention.start, mention.end), " "));
  if (role === null) return null;
  const name = nameBefore.exec(lead.slice(0, comma + 1))?.[1];
  if (name === undefined) return null;
  return apposed(mention, start + comma - name.length, name, role);
}

function namedOf(text: string, mention: Mention, from: number): Mention | null {
  if (mention.kind === "adjective" || mention.kind === "person") return null;
  const start = Math.max(from, mention.start - 60);
  const lead = text.slice(start, mention.start);
  const name = nameOf.exec(lead)?.[1];
  if (name === undefined) return null;
  const role = roleIn(text.slice(Math.max(0, start - 40), mention.start));
  return role === null ? null : apposed(mention, start + lead.lastIndexOf(name), name, role);
}
