import type {PartyId, Stretch} from "../world/index.ts";
import type {Mention} from "./find-mentions.ts";

/** Parties named one after the other as one subject or object: "Indonesia, Malaysia and Thailand". */
export interface Group extends Stretch {
  readonly parties: readonly PartyId[];
}

/** "… against Russia, Vucic says": after a comma the second name only tells who said it. */
function isSpeaker(text: string, from: number, {start, end}: Mention): boolean {
  return text[from] === "," && text[start - 1] === " " && !/and/.test(text.slice(from, start))
    ? /^(?:['’]s)?(?: \p{L}+){0,2} (?:says?|said|tells?|told|warns?|reports?)\b/u.test(
        text.slice(end, end + 60),
      )
    : false;
}

/**
 * Joins mentions that only a comma, "and", "&" or a dash ("US-Iran talks") keeps apart. A bloc and a state are not joined: in "in Southeast
 * Asia, Indonesia and Malaysia …" the bloc is a place, the two states are the subject. Nor, by a comma alone, are a
 * state and a person: "In Hungary, Marco Rubio …".
 */
export function groupMentions(text: string, mentions: readonly Mention[]): Group[] {
  const groups: (Group & {bloc: boolean; person: boolean})[] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    const joined =
      last !== undefined &&
      last.bloc === mention.bloc &&
      /^(?:(,|,? and|,? as well as|,? dan|,? serta|,? и| &)\s+(the\s+)?|[-–/])$/.test(
        text.slice(last.end, mention.start),
      ) &&
      !isSpeaker(text, last.end, mention) &&
      !(text[last.end] === "," && last.person !== (mention.kind === "person"));
    if (last !== undefined && joined) {
      const parties = [...new Set([...last.parties, mention.party])];
      groups[groups.length - 1] = {...last, end: mention.end, parties};
    } else
      groups.push({
        start: mention.start,
        end: mention.end,
        parties: [mention.party],
        bloc: mention.bloc,
        person: mention.kind === "person",
      });
  }
  return groups;
}
