import type {Imported, ImportedRow, RejectedRow} from "../sources/index.ts";
import {
  type ColumnType,
  type DatasetId,
  type Day,
  datasetTables,
  dayNumber,
  isDay,
} from "../world/index.ts";
import type {Appender, Scalar, Session, StagedType} from "./database.ts";
import {factQueries} from "./read-facts.ts";
import {columnOf} from "./row-shape.ts";

/** Rejects of one import that are kept with their raw line; all are counted. */
export const mostRejects = 10_000;

/** Rows that are collected before they are handed to the database. */
const rowsAtOnce = 2048;

const stagedTypes: Readonly<Record<ColumnType, StagedType>> = {
  integer: "INTEGER",
  double: "DOUBLE",
  text: "VARCHAR",
  day: "VARCHAR",
  truth: "BOOLEAN",
};

/** What a file gave: its rows stand in temporary tables, one for each dataset. */
export interface Staged {
  /** Rows of each dataset. */
  readonly counts: ReadonlyMap<DatasetId, number>;
  /** The first of them, at most `mostRejects`. */
  readonly rejects: readonly RejectedRow[];
  readonly rejected: number;
}

/** The temporary table of a dataset: `n` counts the rows in the file's order, `line` is where each stood. */
export function stagedTable(dataset: DatasetId): string {
  return `staged ${dataset}`;
}

/**
 * Puts what an importer reads into temporary tables of the session, so that memory does not grow with the file. A value
 * that its column cannot hold makes the row a reject.
 */
export async function stageRows(
  session: Session,
  datasets: readonly DatasetId[],
  batches: AsyncIterable<readonly Imported[]>,
): Promise<Staged> {
  const stages = new Map<DatasetId, Stage>();
  for (const dataset of datasets) stages.set(dataset, await openStage(session, dataset));
  const rejects: RejectedRow[] = [];
  let rejected = 0;
  const reject = (row: RejectedRow) => {
    rejected += 1;
    if (rejects.length < mostRejects) rejects.push(row);
  };
  for await (const batch of batches) {
    for (const one of batch) {
      if (one.kind === "reject") {
        reject(one);
        continue;
      }
      const stage = stages.get(one.dataset);
      if (stage === undefined) throw new Error(`an importer gave rows of ${one.dataset}`);
      const fault = faultOf(one);
      if (fault === null) stage.add(one);
      else reject(fault);
    }
  }
  const counts = new Map([...stages].map(([dataset, stage]) => [dataset, stage.end()]));
  return {counts, rejects, rejected};
}

interface Stage {
  add(row: ImportedRow): void;
  /** @returns how many rows were added. */
  end(): number;
}

async function openStage(session: Session, dataset: DatasetId): Promise<Stage> {
  const columns = Object.entries(datasetTables[dataset].columns);
  const types: readonly StagedType[] = [
    "INTEGER",
    "INTEGER",
    ...columns.map(([, type]) => stagedTypes[type]),
  ];
  const names = ["n", "line", ...columns.map(([name]) => `"${name}"`)];
  const table = stagedTable(dataset);
  await session.run(
    `CREATE TEMP TABLE "${table}" (${names.map((name, at) => `${name} ${types[at]}`).join(", ")})`,
  );
  const appender: Appender = await session.appender(table, types);
  let waiting: Scalar[][] = types.map(() => []);
  let n = 0;
  const flush = () => {
    appender.append(waiting);
    waiting = types.map(() => []);
  };
  return {
    add: ({line, values}) => {
      n += 1;
      waiting[0]?.push(n);
      waiting[1]?.push(line);
      columns.forEach(([name], at) => {
        waiting[at + 2]?.push(values[name] ?? null);
      });
      if (n % rowsAtOnce === 0) flush();
    },
    end: () => {
      flush();
      appender.end();
      return n;
    },
  };
}

/** Why a row cannot be taken in, as a reject; `null` when it can. */
function faultOf({dataset, line, values}: ImportedRow): RejectedRow | null {
  const {columns} = datasetTables[dataset];
  for (const name of Object.keys(values))
    if (!Object.hasOwn(columns, name)) throw new Error(`${dataset} has no column "${name}"`);
  const reject = (column: string, why: string): RejectedRow => ({
    kind: "reject",
    line,
    column,
    why: `${JSON.stringify(values[column] ?? null)} ${why}`,
    raw: JSON.stringify(values).slice(0, 500),
  });
  for (const [column, type] of Object.entries(columns)) {
    const value = values[column] ?? null;
    if (value !== null && !fits(value, type))
      return reject(column, `does not fit the column ${column} (${type})`);
  }
  const unread = unreadable(dataset, values);
  return unread === null ? null : reject(unread, `cannot be read as ${unread} of ${dataset}`);
}

/** What the reads of facts take of each dataset's rows. */
const takenOf = new Map(
  Object.keys(datasetTables).map((id) => [
    id,
    factQueries.flatMap(({takes}) =>
      takes.filter(({dataset}) => dataset === id).flatMap(({shape}) => Object.entries(shape)),
    ),
  ]),
);

/** The first column whose value no read of facts could take: a row that breaks every answer must not come in. */
function unreadable(dataset: DatasetId, values: ImportedRow["values"]): string | null {
  for (const [field, kind] of takenOf.get(dataset) ?? []) {
    const column = columnOf(field, kind);
    const type = datasetTables[dataset].columns[column];
    if (type === undefined) continue;
    const value = values[column] ?? kind.absent ?? null;
    try {
      kind.read(type === "day" && value !== null ? dayNumber(String(value) as Day) : value);
    } catch {
      return column;
    }
  }
  return null;
}

function fits(value: NonNullable<Scalar>, type: ColumnType): boolean {
  if (type === "text") return typeof value === "string";
  if (type === "truth") return typeof value === "boolean";
  if (type === "day") return typeof value === "string" && isDay(value);
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  return type === "double" || (Number.isInteger(value) && Math.abs(value) < 2 ** 31);
}
