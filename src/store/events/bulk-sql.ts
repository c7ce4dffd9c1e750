import type {StateCodeSpan} from "../../sources/index.ts";
import type {EventType} from "../../world/index.ts";
import {sqlList, sqlText} from "../sql-text.ts";

/** What codes in files of events mean. */
export interface EventCodeTables {
  /** Codes of states, in every scheme. */
  readonly states: readonly StateCodeSpan[];
  /** CAMEO's codes of events with PLOVER's type; null where PLOVER has none. */
  readonly types: ReadonlyMap<string, EventType | null>;
}

/**
 * CAMEO's codes of regions (CAMEO 1.1b3, chapter on actors, international regions; GDELT's look-up of country codes): an
 * actor of a region is of no state.
 */
const cameoRegions = [
  ...["AFR", "ASA", "BLK", "CAS", "CAU", "CFR", "CRB", "EAF", "EEU", "EUR", "LAM", "MDT", "MEA"],
  ...["NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WSB", "WST"],
];

/** Makes the types by which codes are looked up: an ENUM is a hash table, a join would lose the order of the rows. */
export function codeTypesSql({states, types}: EventCodeTables): readonly string[] {
  return [
    `CREATE TYPE cameo_state AS ENUM (${[...cameoStates(states).keys()].map(sqlText).join(", ")})`,
    `CREATE TYPE cameo_code AS ENUM (${[...types.keys()].map(sqlText).join(", ")})`,
  ];
}

/** Every known code with its state: none for a region, `byDay` where the day decides. */
function cameoStates(states: readonly StateCodeSpan[]): ReadonlyMap<string, string | null> {
  const known = new Map<string, string | null>();
  for (const {scheme, code, state, from, to} of states) {
    const isAlways = from === null && to === null;
    if (scheme === "cameo" && (isAlways || !known.has(code)))
      known.set(code, isAlways ? state : byDay);
  }
  for (const region of cameoRegions) known.set(region, null);
  return known;
}

/** Spans of codes that do not always name the same state. */
function datedSpans(states: readonly StateCodeSpan[]): readonly StateCodeSpan[] {
  const known = cameoStates(states);
  return states.filter(({scheme, code}) => scheme === "cameo" && known.get(code) === byDay);
}

/** What a code is looked up in gives for a state that depends on the day. */
const byDay = "?";

/** A cell as a code that is known, or null. */
export const stateCodeSql = (cell: string) => `TRY_CAST(${cell} AS cameo_state)`;
export const typeCodeSql = (cell: string) => `TRY_CAST(${cell} AS cameo_code)`;

/** SQL of what the values of an ENUM stand for, in their order; null for none. */
function lookUp(code: string, values: readonly string[]): string {
  return `nullif(${sqlList(values)}[enum_code(${code}) + 1], '')`;
}

/**
 * SQL of a cell's state on the day of its row: null for a region, for no code, and for an unknown one (`unknownStateSql`).
 * `code` is what `stateCodeSql` gave.
 */
export function stateSql(cell: string, code: string, {states}: EventCodeTables): string {
  const known = cameoStates(states);
  const found = lookUp(
    code,
    [...known.values()].map((state) => state ?? ""),
  );
  const dated = datedSpans(states);
  if (dated.length === 0) return found;
  const cases = dated.map(
    ({code: one, state, from, to}) =>
      `WHEN ${cell} = ${sqlText(one)}${from === null ? "" : ` AND "day" >= DATE '${from}'`}${to === null ? "" : ` AND "day" < DATE '${to}'`} THEN ${state === null ? "NULL" : sqlText(state)}`,
  );
  return `CASE WHEN ${found} = '${byDay}' THEN (CASE ${cases.join(" ")} END) ELSE ${found} END`;
}

/** SQL of whether a cell names neither a region nor, on that day, a state; `code` and `state` are what was made of it. */
export function unknownStateSql(
  cell: string,
  code: string,
  state: string,
  {states}: EventCodeTables,
): string {
  const dated = new Set(datedSpans(states).map((span) => span.code));
  const isDated = dated.size === 0 ? "false" : `${code} IN (${[...dated].map(sqlText).join(", ")})`;
  return `(${cell} IS NOT NULL AND (${code} IS NULL OR (${state} IS NULL AND ${isDated})))`;
}

/** SQL of the PLOVER type of a code that `typeCodeSql` gave. */
export function typeSql(code: string, {types}: EventCodeTables): string {
  return lookUp(
    code,
    [...types.values()].map((type) => type ?? ""),
  );
}
