import type {Day, StateCode} from "../../world/index.ts";
import {readCsv, type TextDisk} from "../read-table.ts";
import {stateCodeRow, stateRow} from "../reference-schemas.ts";
import type {CodeScheme, StateCodes} from "./importer.ts";

/** A code of a publisher, the state that it names, and when: from the first day, to the first day on which it no longer does. */
export interface StateCodeSpan {
  readonly scheme: CodeScheme;
  /** As `spelledAlike` writes it. */
  readonly code: string;
  /** `null` where the publisher's list has no such code, though a neighbouring scheme has: Gleditsch and Ward know no 679. */
  readonly state: StateCode | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * Codes by which publishers name states. The rows of `reference/state-codes.csv` decide; codes that it does not list are
 * those of `reference/states.csv`, CAMEO's are then ISO's, and Gleditsch and Ward's are the Correlates of War's. A code
 * holds also before its state was independent, as trade statistics know Angola of 1964; where it came to name another state,
 * the rows are dated. "European Union" gives EU, which signs and trades as one.
 *
 * @throws Error naming file and line: a broken reference file is a fault of ours.
 */
export function loadStateCodeSpans(disk: TextDisk, root: string): readonly StateCodeSpan[] {
  const states = readCsv(disk, root, "reference/states.csv", stateRow);
  const always = (scheme: CodeScheme, code: string | null, state: StateCode): StateCodeSpan[] =>
    code === null ? [] : [{scheme, code: spelledAlike(scheme, code), state, from: null, to: null}];
  const listed = readCsv(disk, root, "reference/state-codes.csv", stateCodeRow).map(
    ({source: _source, ...row}): StateCodeSpan => ({
      ...row,
      code: spelledAlike(row.scheme, row.code),
    }),
  );
  const implied = states.flatMap((state) => {
    const cow = state.cow === null ? null : String(state.cow);
    return [
      ...always("iso3", state.code, state.code),
      ...always("cameo", state.code, state.code),
      ...always("iso2", state.iso2, state.code),
      ...always("fips", state.fips, state.code),
      ...always("cow", cow, state.code),
      ...always("gw", cow, state.code),
      ...always("name", state.name, state.code),
    ];
  });
  const decided = new Set(listed.map((span) => `${span.scheme} ${span.code}`));
  return [...listed, ...implied.filter((span) => !decided.has(`${span.scheme} ${span.code}`))];
}

/** @throws Error when two spans of a code overlap: the same code would then name two states on one day. */
export function stateCodesOf(spans: readonly StateCodeSpan[]): StateCodes {
  const byCode = new Map<string, StateCodeSpan[]>();
  for (const span of spans) {
    const key = `${span.scheme} ${span.code}`;
    const kept = byCode.get(key) ?? [];
    if (kept.some((other) => overlap(span, other)))
      throw new Error(`reference: ${key} names two states on one day`);
    byCode.set(key, [...kept, span]);
  }
  // A file writes the same few hundred codes over and over; what it writes once need not be kept.
  const met = new Map<string, readonly StateCodeSpan[]>();
  const spansOf = (scheme: CodeScheme, code: string) => {
    const raw = `${scheme} ${code}`;
    const known = met.get(raw);
    if (known !== undefined) return known;
    const found = byCode.get(`${scheme} ${spelledAlike(scheme, code)}`) ?? [];
    if (found.length > 0 && met.size < mostMet) met.set(raw, found);
    return found;
  };
  return {
    resolve: (scheme, code, on) =>
      spansOf(scheme, code).find((span) => holds(span, on))?.state ?? null,
  };
}

const mostMet = 5000;

export function loadStateCodes(disk: TextDisk, root: string): StateCodes {
  return stateCodesOf(loadStateCodeSpans(disk, root));
}

/**
 * One spelling for what means the same: letters of codes large, numbers without leading zeros, names without accents, case,
 * punctuation, a leading "the" and with "Saint" and "and" written out. "St. Kitts & Nevis" is "saint kitts and nevis".
 */
export function spelledAlike(scheme: CodeScheme, code: string): string {
  if (scheme === "name") return alikeName(code);
  const trimmed = code.trim();
  if (scheme === "cow" || scheme === "gw" || scheme === "iso-numeric")
    return /^\d{1,6}$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
  return trimmed.toUpperCase();
}

const longestName = 200;

function alikeName(name: string): string {
  if (name.length > longestName) return "";
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^the /, "")
    .replace(/\bst\b/g, "saint");
}

const holds = (span: StateCodeSpan, on: Day) =>
  (span.from === null || span.from <= on) && (span.to === null || span.to > on);

const overlap = (a: StateCodeSpan, b: StateCodeSpan) =>
  (a.to === null || b.from === null || b.from < a.to) &&
  (b.to === null || a.from === null || a.from < b.to);
