import {type Day, day, isDay} from "../../world/index.ts";
import {clipRaw} from "./file-lines.ts";
import type {ImportedRow, RejectedRow, StateCodes} from "./importer.ts";

export type PartyKind = "person" | "entity" | "vessel" | "aircraft";

/** Someone or something on a sanctions list, as the list says it. */
export interface ListedParty {
  readonly line: number;
  readonly list: string;
  /** The list's own number or reference. */
  readonly listId: string;
  readonly kind: PartyKind | null;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly programmes?: readonly string[];
  /** As the list writes them: names or two-letter codes of states. */
  readonly nationalities?: readonly string[];
  /** Days, months or years of birth in EDTF (ISO 8601-2): "1961-05-03", "1961", "1961~" (about), "1955/1960". */
  readonly births?: readonly string[];
  readonly addresses?: readonly string[];
  /** Each with its kind: "passport A123 (IDN)", "IMO 9187629". */
  readonly identifiers?: readonly string[];
  readonly listedOn?: Day | null;
  readonly remarks?: readonly string[];
}

/** Codes and names of today: a list speaks of today's states, whatever the day on which a party was listed. */
const readOn = day("2026-01-01");

/** Lists run to pages on one party; a cell is cut here, at the end of an item where it holds a list. */
const longestCell = 20_000;

/**
 * The row that a party makes, or a reject where it has no number or no name. A nationality that names no state is not
 * guessed at: the list's own word goes into the remarks, and the party is kept.
 */
export function listedPartyRow(
  party: ListedParty,
  raw: () => string,
  codes: StateCodes,
  scheme: "name" | "iso2" = "name",
): ImportedRow | RejectedRow {
  const {line, list, listId, kind} = party;
  const name = squeeze(party.name);
  const reject = (column: string, why: string): RejectedRow => ({
    kind: "reject",
    line,
    column,
    why,
    raw: clipRaw(raw()),
  });
  if (squeeze(listId) === "") return reject("list_id", "an entry without its number");
  if (name === "") return reject("name", "an entry without a name");
  if (kind === null) return reject("kind", "neither person, entity, vessel nor aircraft");
  const states: string[] = [];
  const unread: string[] = [];
  for (const nationality of (party.nationalities ?? []).map(squeeze)) {
    if (nationality === "") continue;
    const state =
      codes.resolve(scheme, nationality, readOn) ?? codes.resolve("name", nationality, readOn);
    if (state === null) unread.push(`nationality as listed: ${JSON.stringify(nationality)}`);
    else states.push(state);
  }
  const aliases = (party.aliases ?? []).filter((alias) => squeeze(alias) !== name);
  const remarks = [...(party.remarks ?? []), ...unread].map(squeeze).filter((text) => text !== "");
  return {
    kind: "row",
    dataset: "listed-parties",
    line,
    values: {
      list,
      list_id: squeeze(listId),
      kind,
      name: name.slice(0, longestCell),
      aliases: listCell(aliases),
      programmes: listCell(party.programmes),
      nationalities: listCell(states),
      birth_dates: listCell(party.births),
      addresses: listCell(party.addresses),
      identifiers: listCell(party.identifiers),
      listed_on: party.listedOn ?? null,
      remarks: remarks.length === 0 ? null : remarks.join("; ").slice(0, longestCell),
    },
  };
}

/** One line, without doubled blanks. Control characters, which no name has, are blanks. */
export function squeeze(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** Items joined by ";", each once; a ";" within an item becomes ",". */
function listCell(items: readonly string[] | undefined): string | null {
  const kept = new Set<string>();
  let length = 0;
  for (const item of items ?? []) {
    const text = squeeze(item.replaceAll(";", ","));
    if (text === "" || kept.has(text)) continue;
    length += text.length + 1;
    if (length > longestCell) break;
    kept.add(text);
  }
  return kept.size === 0 ? null : [...kept].join(";");
}

/** "a, b, c" of the parts that there are. */
export function joinParts(parts: readonly string[], separator = ", "): string {
  return parts
    .map(squeeze)
    .filter((part) => part !== "")
    .join(separator);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date of birth as lists write it, in EDTF: "1961", "May 1961", "03 May 1961", "03/05/1961" (day first), "circa 1961",
 * "1955 to 1960", "00/00/1961". Null where it is none.
 */
export function birthDate(text: string): string | null {
  const clean = squeeze(text).toLowerCase().replace(/\.$/, "");
  const about = /^(?:circa|approximately|about|c\.|ca\.?)\s*/.exec(clean);
  if (about !== null) {
    const certain = birthDate(clean.slice(about[0].length));
    return certain === null ? null : certain.includes("/") ? certain : `${certain}~`;
  }
  const span = /^(.{4,20}?)(?: to | ?- ?|\/)((?:.*\D)?\d{4})$/.exec(clean);
  if (
    span !== null &&
    /^\d{4}$|^\d{1,2} [a-z]{3,9} \d{4}$|^[a-z]{3,9} \d{4}$/.test(span[1] ?? "")
  ) {
    const [from, to] = [birthDate(span[1] ?? ""), birthDate(span[2] ?? "")];
    return from === null || to === null ? null : `${from}/${to}`;
  }
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(clean);
  if (iso !== null) return partialDay(iso[1], iso[2], iso[3]);
  const numeric = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(clean);
  if (numeric !== null) return partialDay(numeric[3], numeric[2], numeric[1]);
  const worded = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]* (\d{4})$/.exec(clean);
  if (worded === null) return null;
  const month = months.indexOf(worded[2] ?? "") + 1;
  return month === 0 ? null : partialDay(worded[3], String(month), worded[1]);
}

/** Year, month and day, as far as they are known; "0" and "00" are not. Null for a day that does not exist. */
export function partialDay(year = "", month = "", dayOfMonth = ""): string | null {
  if (!/^[12]\d{3}$/.test(year)) return null;
  const [m, d] = [Number(month), Number(dayOfMonth)];
  const two = (value: number) => String(value).padStart(2, "0");
  if (m === 0) return year;
  if (!(m >= 1 && m <= 12)) return null;
  if (d === 0) return `${year}-${two(m)}`;
  const written = `${year}-${two(m)}-${two(d)}`;
  return isDay(written) ? written : null;
}

/** A whole day written as "2001-02-23", "23/02/2001" or with a time behind it; null for anything else. */
export function wholeDay(text: string): Day | null {
  const clean = squeeze(text);
  const numeric = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(clean);
  const written =
    numeric === null ? clean.slice(0, 10) : partialDay(numeric[3], numeric[2], numeric[1]);
  return written !== null && isDay(written) ? written : null;
}
