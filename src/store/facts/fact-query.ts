import type {DatasetId, Day, PartyId, StateCode} from "../../world/index.ts";
import type {Database, Scalar, Values} from "../database.ts";
import {rowShape, type Shape, type Shaped, selectList, shapeRows} from "../row-shape.ts";
import {rowKnown} from "../rows-standing.ts";

/** Whom a watch needs rows about. A statement may name these as `$watched`, `$powers`, `$around`, and the day as `$asOf`. */
export interface Scope {
  readonly watched: readonly StateCode[];
  /** The powers, and every state that was ever a member of one. */
  readonly powers: readonly PartyId[];
  /** Watched states, powers with their members, and the states of the watched states' regions. */
  readonly around: readonly PartyId[];
  readonly asOf: Day;
  readonly holds: ReadonlySet<DatasetId>;
}

/** The shape that a read takes of a dataset's rows. */
export interface Taken {
  readonly dataset: DatasetId;
  readonly shape: Shape;
}

/** A read of the ledger for the fact book, with the datasets without which it is empty. */
export interface FactQuery<Result> {
  readonly name: string;
  readonly needs: readonly DatasetId[];
  readonly sql: string;
  /** What rows of a dataset must give to be read at all: an import takes no others in. */
  readonly takes: readonly Taken[];
  readonly read: (columns: readonly (readonly Scalar[])[]) => Result;
}

/** Rows of one dataset as objects, in row order. */
export function rowsQuery<S extends Shape>(
  dataset: DatasetId,
  shape: S,
  where = "true",
): FactQuery<readonly Shaped<S & typeof rowShape>[]> {
  const whole = {...rowShape, ...shape};
  return {
    name: dataset,
    needs: [dataset],
    takes: [{dataset, shape}],
    sql: `SELECT ${selectList(whole)} FROM "${dataset}" WHERE ${rowKnown(dataset)} AND (${where}) ORDER BY "row"`,
    read: (columns) => shapeRows(whole, columns),
  };
}

/** Runs a query; without its datasets the result is that of no rows. */
export async function ask<Result>(
  database: Database,
  query: FactQuery<Result>,
  scope: Scope,
): Promise<Result> {
  if (!query.needs.every((dataset) => scope.holds.has(dataset))) return query.read([]);
  return query.read(await database.columns(query.sql, valuesOf(query.sql, scope)));
}

/** The parameters that a statement names. */
function valuesOf(sql: string, scope: Scope): Values {
  const all: Values = {
    watched: scope.watched,
    powers: scope.powers,
    around: scope.around,
    asOf: scope.asOf,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => sql.includes(`$${name}`)));
}
