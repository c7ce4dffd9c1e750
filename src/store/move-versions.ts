import {createHash} from "node:crypto";
import {canonicalJson, type Day, isGap, type Move} from "../world/index.ts";
import {entryAppender} from "./append-entries.ts";
import type {Database} from "./database.ts";

/** A recipe that makes moves of reports; its version is raised whenever the same reports would give other moves. */
export interface MoveRecipe {
  readonly id: string;
  readonly version: number;
}

/** A move as it stood from a day on, until its next version. */
export interface MoveVersion {
  readonly id: string;
  readonly recordedOn: Day;
  readonly recipe: MoveRecipe;
  /** `null`: from that day it was no move any more (merged, rejected, or its report retracted). */
  readonly move: Move | null;
}

/** Statements of this file, by what they are for: bound against the real schema in the tests. */
export const moveStatements = {
  newest: `SELECT id, content_sha256, content <> 'null' FROM move_version
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY entry DESC) = 1`,
  newestOf: `SELECT id, content_sha256, content <> 'null' FROM move_version WHERE id IN (SELECT unnest($ids))
    QUALIFY row_number() OVER (PARTITION BY id ORDER BY entry DESC) = 1`,
  standing: `SELECT id FROM move_version QUALIFY row_number() OVER (PARTITION BY id ORDER BY entry DESC) = 1
    AND content <> 'null' ORDER BY id`,
  versions: `SELECT id, CAST(recorded_on AS VARCHAR), made_by, content FROM move_version
    WHERE recorded_on <= CAST($asOf AS DATE) ORDER BY entry`,
  versionsOf: `SELECT id, CAST(recorded_on AS VARCHAR), made_by, content FROM move_version
    WHERE recorded_on <= CAST($asOf AS DATE) AND id = $id ORDER BY entry`,
} as const;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * Keeps a version of each move that is not as its newest version says, and one that says "no longer" of each move that
 * ended. Moves that are as they were add nothing.
 * @param ended ids of the moves that ended; where it is not given, every kept move that is not among those given.
 * @returns how many versions were added, the ends of moves among them.
 */
export async function recordMoves(
  database: Database,
  moves: readonly Move[],
  recipe: MoveRecipe,
  recordedOn: Day,
  ended?: readonly string[],
): Promise<number> {
  const ids = ended === undefined ? null : [...moves.map(({id}) => id), ...ended];
  if (ids?.length === 0) return 0;
  return database.write(async (writer) => {
    const newest = new Map(
      (ids === null
        ? await writer.rows(moveStatements.newest)
        : await writer.rows(moveStatements.newestOf, {ids})
      ).map(([id, hash, stands]) => [String(id), stands === true ? String(hash) : null]),
    );
    const appender = await entryAppender(writer);
    let added = 0;
    const keep = async (id: string, move: Move | null) => {
      const content = canonicalJson(move);
      const contentSha256 = sha256(content);
      if ((newest.get(id) ?? null) === (move === null ? null : contentSha256)) return;
      added += 1;
      await appender.append({
        table: "move_version",
        id,
        validFrom: move === null || isGap(move.when) ? null : move.when,
        validTo: null,
        recordedOn,
        origin: `recipe:${recipe.id}`,
        madeBy: `${recipe.id}@${recipe.version}`,
        licence: null,
        content,
        more: {contentSha256},
      });
    };
    for (const move of moves) await keep(move.id, move);
    const given = new Set(moves.map(({id}) => id));
    for (const id of ended ?? newest.keys()) if (!given.has(id)) await keep(id, null);
    await appender.seal();
    return added;
  });
}

/** Ids of the moves of which the newest version says that they stand. */
export async function standingMoves(database: Database): Promise<readonly string[]> {
  return (await database.rows(moveStatements.standing)).map(([id]) => String(id));
}

/** Versions of one move, or of all, that were known on a day, in the order they came. */
export async function moveVersions(
  database: Database,
  asOf: Day,
  id?: string,
): Promise<readonly MoveVersion[]> {
  const rows = await (id === undefined
    ? database.rows(moveStatements.versions, {asOf})
    : database.rows(moveStatements.versionsOf, {asOf, id}));
  return rows.map(([moveId, recordedOn, madeBy, content]) => ({
    id: String(moveId),
    recordedOn: String(recordedOn) as Day,
    recipe: recipeOf(String(madeBy)),
    move: JSON.parse(String(content)) as Move | null,
  }));
}

function recipeOf(madeBy: string): MoveRecipe {
  const at = madeBy.lastIndexOf("@");
  return {id: madeBy.slice(0, at), version: Number(madeBy.slice(at + 1))};
}
