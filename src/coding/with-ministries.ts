import type {ActorRole} from "../world/index.ts";
import type {Mention} from "./mention.ts";

const noun =
  "Ministry|Department|Office|Agency|Commission|Council|Court|Authority|Administration|Army|Navy|Air Force|Armed Forces|Coast Guard|General Staff|Police|Parliament|Senate|Assembly|Congress|Treasury|Central Bank|Directorate|Secretariat|Bureau|Service|Forces|Guard|Board|Security Council|Cabinet";
const of = String.raw`(?: (?:of|for)(?: the)?(?: (?:and |of |for |the )?\p{Lu}[\p{L}-]+,?){1,5})`;
/** "'s Ministry of Commerce", "'s Unification Ministry", "'s General Staff". */
const owned = new RegExp(
  String.raw`^['’]s? (?:(?:\p{Lu}[\p{L}-]+(?: and)?|national|federal|state) ){0,3}(?:${noun})(?!\p{L})${of}?`,
  "u",
);
/** "Ministry of Industry and Trade in (Hanoi)", at the end of what stands before a name. */
const seated = new RegExp(
  String.raw`(?:(?:\p{Lu}[\p{L}-]+(?: and)? ){0,3}(?:${noun}|Chiefs of Staff)${of}? (?:in|of) )$`,
  "u",
);

const roles: readonly (readonly [ActorRole, RegExp])[] = [
  ["MIL", /Army|Navy|Air Force|Forces|Staff|Guard/],
  ["COP", /Police/],
  ["JUD", /Court/],
  ["LEG", /Parliament|Senate|Assembly|Congress/],
];

/** Names with the ministry or force that they own or seat, as one: "China's Ministry of Commerce". */
export function withMinistries(text: string, mentions: readonly Mention[]): Mention[] {
  const out: Mention[] = [];
  mentions.forEach((mention, i) => {
    const from = out.at(-1)?.end ?? 0;
    if (mention.start < from) return;
    out.push(widened(text, mention, from, mentions[i + 1]?.start ?? text.length));
  });
  return out;
}

function widened(text: string, mention: Mention, from: number, to: number): Mention {
  if (mention.kind === "person" || mention.kind === "body" || mention.bloc) return mention;
  const after = owned.exec(text.slice(mention.end, Math.min(to, mention.end + 100)))?.[0];
  if (after !== undefined) return bodyOf(text, mention, mention.start, mention.end + after.length);
  if (mention.kind === "adjective") return mention;
  const before = seated.exec(text.slice(Math.max(from, mention.start - 90), mention.start))?.[0];
  if (before === undefined) return mention;
  const body = before.replace(/^The /, "");
  return bodyOf(text, mention, mention.start - body.length, mention.end);
}

function bodyOf(text: string, mention: Mention, start: number, rawEnd: number): Mention {
  const words = text.slice(start, rawEnd).replace(/,$/, "");
  const role = roles.find(([, kind]) => kind.test(words))?.[0] ?? "GOV";
  return {...mention, start, end: start + words.length, words, kind: "body", role};
}
