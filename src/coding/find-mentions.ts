import type {Day, Reference} from "../world/index.ts";
import {findApposed} from "./find-apposed.ts";
import {findNames, type Hit, isValid} from "./find-names.ts";
import {type GazetteerName, gazetteerOf} from "./gazetteer.ts";
import type {Mention} from "./mention.ts";
import {isMisleading} from "./misleading-names.ts";
import {meantBy} from "./misspelt-names.ts";
import {roleBeside} from "./role-beside.ts";
import {withMinistries} from "./with-ministries.ts";

export type {Mention} from "./mention.ts";

/**
 * Finds states and blocs by name, adjective, capital, seat, body or office holder. Case counts, whole words only; names
 * that mislead where they stand ("Washington Post", "South China Sea", "Michael Jordan") are passed over.
 *
 * @param on the day of the text: a dissolved state or an office holder is read only on the days it was so.
 */
export function findMentions(text: string, reference: Reference, on: Day | null = null): Mention[] {
  const misleads = ({start, names}: Hit) => isMisleading(text, start, names[0] as GazetteerName);
  const {hits, strangers} = findNames(text, gazetteerOf(reference), on, misleads);
  const open = hits.filter(({names}) => names[0]?.needsParty === true);
  const found = hits
    .filter(({names}) => names[0]?.needsParty !== true)
    .map((hit) => mentionOf(text, hit, hit.names[0] as GazetteerName, on));
  for (const stranger of strangers) {
    const meant = meantBy(text, stranger, reference);
    if (meant !== null) found.push(mentionOf(text, {...stranger, names: [meant]}, meant, on));
  }
  if (strangers.length > 0) found.sort((a, b) => a.start - b.start);
  const settled = settleOpen(text, open, found, on);
  const named = withMinistries(text, settled).map((mention) => roleBeside(text, mention));
  return [...named, ...findApposed(text, named)].sort((a, b) => a.start - b.start);
}

function mentionOf(text: string, hit: Hit, name: GazetteerName, on: Day | null): Mention {
  const {party, bloc, kind, person} = name;
  // A person may have held several offices: that of the day counts, or the last.
  const offices = hit.names.filter((one) => one.party === party && one.person === person);
  const holds = person === null ? name : offices.findLast(({held}) => isValid(held, on));
  return {
    start: hit.start,
    end: hit.end,
    party,
    words: text.slice(hit.start, hit.end),
    bloc,
    kind,
    role: holds?.role ?? null,
    person,
    office: holds?.office ?? null,
  };
}

/** How many mentions away the party of an ambiguous body is sought. */
const near = 6;

/** "MOFA", "the Chancellery": whose, the nearest mention of a party that has one says. */
function settleOpen(
  text: string,
  open: readonly Hit[],
  found: readonly Mention[],
  on: Day | null,
): readonly Mention[] {
  if (open.length === 0) return found;
  const settled: Mention[] = [];
  let next = 0;
  for (const hit of open) {
    while (next < found.length && (found[next] as Mention).start < hit.start) next++;
    const beside = found
      .slice(Math.max(0, next - near), next + near)
      .sort((a, b) => Math.abs(a.start - hit.start) - Math.abs(b.start - hit.start));
    const name = beside
      .map(({party}) => hit.names.find((one) => one.party === party))
      .find((one) => one !== undefined);
    if (name !== undefined) settled.push(mentionOf(text, hit, name, on));
  }
  return [...found, ...settled].sort((a, b) => a.start - b.start);
}
