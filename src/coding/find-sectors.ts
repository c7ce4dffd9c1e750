import type {EventType, Reference, Sector} from "../world/index.ts";

/** Phrases of sectors by their first word, longest first. */
type SectorTable = ReadonlyMap<string, readonly {words: readonly string[]; sector: Sector}[]>;

const known = new WeakMap<Reference, SectorTable>();

function sectorTable(reference: Reference): SectorTable {
  const built = known.get(reference);
  if (built !== undefined) return built;
  const byFirst = new Map<string, {words: readonly string[]; sector: Sector}[]>();
  for (const {id, words} of reference.sectors)
    for (const phrase of words) {
      const parts = phrase.toLowerCase().split(/[\s-]+/);
      const first = parts[0] ?? "";
      const list = byFirst.get(first);
      if (list === undefined) byFirst.set(first, [{words: parts, sector: id}]);
      else list.push({words: parts, sector: id});
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  known.set(reference, byFirst);
  return byFirst;
}

/** The word itself and what it may be the plural of, cheaply. */
function forms(word: string): string[] {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss")) return [word];
  const stem = word.slice(0, -1);
  if (word.endsWith("ies")) return [word, `${word.slice(0, -3)}y`, stem];
  return word.endsWith("es") ? [word, stem, word.slice(0, -2)] : [word, stem];
}

/** A sector with the phrases that point to it. */
export interface SectorFound {
  readonly sector: Sector;
  readonly words: readonly string[];
}

/** Sectors of things come before trade, which may be in any of them, and before diplomacy, which is about something. */
const rank: Readonly<Record<Sector, number>> = {
  agriculture: 0,
  energy: 0,
  technology: 0,
  defence: 0,
  trade: 1,
  other: 2,
  diplomacy: 3,
};

/**
 * Sectors that a text speaks of, most phrases first. A phrase is found before its words; diplomacy is kept only where
 * nothing else is found, because talks and visits are about something.
 */
export function findSectors(text: string, reference: Reference): SectorFound[] {
  const table = sectorTable(reference);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = new Map<Sector, string[]>();
  for (let at = 0; at < words.length; at++) {
    const hit = phraseAt(words, at, table);
    if (hit === undefined) continue;
    const phrase = hit.words.join(" ");
    const list = found.get(hit.sector);
    if (list === undefined) found.set(hit.sector, [phrase]);
    else if (!list.includes(phrase)) list.push(phrase);
    at += hit.words.length - 1;
  }
  const subject = [...found].filter(([sector]) => rank[sector] < rank.other);
  return (subject.length > 0 ? subject : [...found])
    .map(([sector, phrases]) => ({sector, words: phrases}))
    .sort((a, b) => b.words.length - a.words.length || rank[a.sector] - rank[b.sector]);
}

function phraseAt(words: readonly string[], at: number, table: SectorTable) {
  for (const form of forms(words[at] ?? "")) {
    const hit = table
      .get(form)
      ?.find(({words: phrase}) =>
        phrase.every((part, k) => k === 0 || forms(words[at + k] ?? "").includes(part)),
      );
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** What an act is about where its words name no sector. */
const byType: Readonly<Record<EventType, Sector>> = {
  AGREE: "diplomacy",
  CONSULT: "diplomacy",
  SUPPORT: "diplomacy",
  COOPERATE: "other",
  AID: "other",
  CONCEDE: "other",
  RETREAT: "other",
  REQUEST: "diplomacy",
  ACCUSE: "diplomacy",
  REJECT: "diplomacy",
  THREATEN: "diplomacy",
  PROTEST: "other",
  SANCTION: "trade",
  MOBILIZE: "defence",
  COERCE: "other",
  ASSAULT: "defence",
};

/** Sectors of an event: what the phrases of its words name, else what acts of its type are about. At least one. */
export function sectorsAmong(phrases: readonly SectorFound[], type: EventType): readonly Sector[] {
  const found = phrases.map((one) => one.sector);
  if (found.some((sector) => rank[sector] < rank.other)) return found;
  // Violence and force are named by their verb, so "police" or "court" beside it do not make them another matter.
  return found.length === 0 || (byType[type] === "defence" && !found.includes("other"))
    ? [byType[type]]
    : found;
}
