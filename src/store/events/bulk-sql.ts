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
    `CREATE TYPE cameo_state AS ENUM (${[...undated(states).keys(), ...cameoRegions].map(sqlText).join(", ")})`,
    `CREATE TYPE cameo_code AS ENUM (${[...types.keys()].map(sqlText).join(", ")})`,
  ];
}

function undated(states: readonly StateCodeSpan[]): ReadonlyMap<string, string | null> {
  return new Map(
    states
      .filter(({scheme, from, to}) => scheme === "cameo" && from === null && to === null)
      .filter(({code}) => !cameoRegions.includes(code))
      .map(({code, state}) => [code, state]),
  );
}

function lookUp(code: string, type: string, values: readonly (string | null)[]): string {
  const list = sqlList(values.map((value) => value ?? ""));
  return `nullif(${list}[enum_code(TRY_CAST(${code} AS ${type})) + 1], '')`;
}

/** SQL of a code's state on a day: null for a region, for no code, and for an unknown one (`unknownStateSql`). */
export function stateSql(code: string, day: string, {states}: EventCodeTables): string {
  const always = undated(states);
  const found = lookUp(code, "cameo_state", [...always.values(), ...cameoRegions.map(() => "")]);
  const dated = datedSpans(states, always);
  if (dated.length === 0) return found;
  const cases = dated.map(
    ({code: known, state, from, to}) =>
      `WHEN ${code} = ${sqlText(known)}${from === null ? "" : ` AND ${day} >= DATE '${from}'`}${to === null ? "" : ` AND ${day} < DATE '${to}'`} THEN ${state === null ? "NULL" : sqlText(state)}`,
  );
  return `CASE ${cases.join(" ")} ELSE ${found} END`;
}

const datedSpans = (states: readonly StateCodeSpan[], always: ReadonlyMap<string, unknown>) =>
  states.filter(
    ({scheme, code}) => scheme === "cameo" && !always.has(code) && !cameoRegions.includes(code),
  );

/** SQL of whether a code names neither a region nor, on that day, a state; `state` is what `stateSql` gave. */
export function unknownStateSql(code: string, state: string, {states}: EventCodeTables): string {
  const isUnlisted = `TRY_CAST(${code} AS cameo_state) IS NULL`;
  const dated = new Set(datedSpans(states, undated(states)).map((span) => span.code));
  const isListed =
    dated.size === 0 ? "false" : `${code} IN (${[...dated].map(sqlText).join(", ")})`;
  return `${code} IS NOT NULL AND ${state} IS NULL AND (${isListed} OR ${isUnlisted})`;
}

export function typeSql(code: string, {types}: EventCodeTables): string {
  return lookUp(code, "cameo_code", [...types.values()]);
}

export function unknownTypeSql(code: string): string {
  return `${code} IS NULL OR TRY_CAST(${code} AS cameo_code) IS NULL`;
}
