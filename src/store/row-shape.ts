import {type Day, day} from "../world/index.ts";
import type {Scalar} from "./database.ts";

/** How a field of a row comes out of a column: the expression that selects it, and what is made of its value. */
export interface Kind<Value> {
  readonly sql: (column: string) => string;
  readonly read: (value: Scalar) => Value;
  /** The column, where it is not the field's name in snake_case. */
  readonly column?: string;
  /** What the expression makes of a missing value, where it makes something of it. */
  readonly absent?: Scalar;
}

export type Shape = Readonly<Record<string, Kind<unknown>>>;

export type Shaped<S extends Shape> = {
  readonly [Name in keyof S]: S[Name] extends Kind<infer Value> ? Value : never;
};

function missing(): never {
  throw new Error("a carried row has no value where its dataset promises one");
}

const present =
  <Value extends Scalar>() =>
  (value: Scalar): Value =>
    value === null ? missing() : (value as Value);

export const integer: Kind<number> = {sql: (c) => `CAST(${c} AS INTEGER)`, read: present<number>()};
export const double: Kind<number> = {sql: (c) => `CAST(${c} AS DOUBLE)`, read: present<number>()};
export const text: Kind<string> = {sql: (c) => c, read: present<string>()};
/** One of a few words that the dataset's description promises. */
export function oneOf<Word extends string>(...words: readonly Word[]): Kind<Word> {
  return {
    sql: (c) => c,
    read: (value) => {
      const word = words.find((one) => one === value);
      if (word === undefined) throw new Error(`"${value}" is none of ${words.join(", ")}`);
      return word;
    },
  };
}
export const truth: Kind<boolean> = {sql: (c) => `CAST(${c} AS BOOLEAN)`, read: present<boolean>()};
const daysMet = new Map<number, Day>();

/** A day of the calendar by its number since 1970-01-01; the same few come again and again. */
export function dayNumbered(number: number): Day {
  let found = daysMet.get(number);
  if (found === undefined) {
    found = day(new Date(number * 86_400_000).toISOString().slice(0, 10));
    daysMet.set(number, found);
  }
  return found;
}

/** DATE columns travel as day numbers, which cost a third of what text costs, and are read as "YYYY-MM-DD". */
export const dayOf: Kind<Day> = {
  sql: (c) => `CAST(CAST(${c} AS DATE) - DATE '1970-01-01' AS INTEGER)`,
  read: (value) => dayNumbered(present<number>()(value)),
};
/** Text that its publisher left out reads as the empty text, because the field is a remark, not a figure. */
export const remark: Kind<string> = {
  absent: "",
  sql: (c) => `coalesce(${c}, '')`,
  read: present<string>(),
};
/** Several of a few words, joined by ";". */
export function severalOf<Word extends string>(...words: readonly Word[]): Kind<readonly Word[]> {
  const one = oneOf(...words);
  return {
    absent: "",
    sql: (c) => `coalesce(${c}, '')`,
    read: (value) => (value === "" ? [] : String(value).split(";").map(one.read)),
  };
}
/** Values joined by ";". */
export const texts: Kind<readonly string[]> = {
  absent: "",
  sql: (c) => `coalesce(${c}, '')`,
  read: (value) => (value === "" ? [] : String(value).split(";")),
};
export const integers: Kind<readonly number[]> = {
  absent: "",
  sql: (c) => `coalesce(${c}, '')`,
  read: (value) => (value === "" ? [] : String(value).split(";").map(Number)),
};

export function orNull<Value>(kind: Kind<Value>): Kind<Value | null> {
  return {...kind, read: (value) => (value === null ? null : kind.read(value))};
}

export function from<Value>(column: string, kind: Kind<Value>): Kind<Value> {
  return {...kind, column};
}

/** A field that is the same in every row, such as the dataset's own name. */
export function always<Value extends string>(value: Value): Kind<Value> {
  return {sql: () => "NULL", read: () => value};
}

/** What every row has. */
export const rowShape = {row: integer, recordedOn: dayOf} as const;

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The column that a field of a shape comes from. */
export function columnOf(field: string, {column}: Kind<unknown>): string {
  return column ?? snakeCase(field);
}

/** The select list of a shape: `CAST("year" AS INTEGER) AS "year", …` */
export function selectList(shape: Shape): string {
  return Object.entries(shape)
    .map(([name, kind]) => `${kind.sql(`"${columnOf(name, kind)}"`)} AS "${name}"`)
    .join(", ");
}

/** Makes objects of columns that were selected with `selectList`, in their order. */
export function shapeRows<S extends Shape>(
  shape: S,
  columns: readonly (readonly Scalar[])[],
): Shaped<S>[] {
  const fields = Object.keys(shape).map((name, at) => ({
    name,
    read: (shape[name] as Kind<unknown>).read,
    values: columns[at] ?? [],
  }));
  const count = columns[0]?.length ?? 0;
  const rows: Shaped<S>[] = new Array(count);
  for (let at = 0; at < count; at += 1) {
    const row: Record<string, unknown> = {};
    for (const field of fields) row[field.name] = field.read(field.values[at] ?? null);
    rows[at] = row as Shaped<S>;
  }
  return rows;
}
