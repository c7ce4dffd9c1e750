import {InputError} from "../../sources/index.ts";
import {gradeLabel, type Move, whenText} from "../../world/index.ts";
import {type CommonOptions, type House, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

interface MovesOptions extends CommonOptions {
  readonly state?: string;
  readonly limit: string;
  readonly history?: string;
}

/** Characters of an id that are printed: enough to name it by. */
const shortId = 8;

/** Moves of the watch, newest first; or the versions of one. */
export function moves(options: MovesOptions): Promise<void> {
  const limit = wholeNumber("--limit", options.limit);
  const {state, history} = options;
  if (history !== undefined)
    return inHouse(options, (house) => tellHistory(house, history, options));
  return inHouse(options, async (house) => {
    const {ledgerMoves} = await workOut(house);
    const wanted = ledgerMoves.filter(
      (move) => state === undefined || move.sources.includes(state) || move.targets.includes(state),
    );
    if (options.json === true)
      return printJson({asOf: house.asOf, total: wanted.length, moves: wanted.slice(0, limit)});
    printTable(
      ["id", "when", "mode", "sectors", "grade", "move"],
      wanted
        .slice(0, limit)
        .map((move) => [
          move.id.slice(0, shortId),
          whenText(move),
          move.mode,
          move.sectors.join(","),
          gradeLabel(move.grade),
          `${move.specimen ? "[specimen] " : ""}${move.summary}${marks(move)}`,
        ]),
      110,
    );
    process.stdout.write(`\n${Math.min(limit, wanted.length)} of ${wanted.length} moves\n`);
  });
}

/** What a reader should know before taking a move as it stands. */
function marks({disputedBy = [], maybeSameAs = []}: Move): string {
  const disputed = disputedBy.length === 0 ? "" : ` [disputed by ${disputedBy.join(", ")}]`;
  const twins = maybeSameAs.map(({moveId}) => moveId.slice(0, shortId));
  return twins.length === 0 ? disputed : `${disputed} [maybe the same as ${twins.join(", ")}]`;
}

async function tellHistory(house: House, name: string, options: MovesOptions): Promise<void> {
  const {ledger, asOf} = house;
  const all = await ledger.moveVersions(asOf);
  const ids = [...new Set(all.map(({id}) => id))].filter((id) => id.startsWith(name));
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0)
    throw new InputError(
      id === undefined
        ? `no version of a move "${name}" is kept`
        : `"${name}" begins ${ids.length} ids: ${ids.slice(0, 4).join(", ")}`,
      id === undefined
        ? "take the id of a move from an article; versions are kept when an article is read or judged"
        : "write more of it",
    );
  const versions = all.filter((version) => version.id === id);
  if (options.json === true) return printJson({asOf, id, versions});
  printTable(
    ["recorded", "recipe", "mode", "sectors", "articles", "origins", "grade", "move"],
    versions.map(({recordedOn, recipe, move}) => {
      const made = `${recipe.id}@${recipe.version}`;
      if (move === null)
        return [recordedOn, made, "", "", "", "", "", "no move of its own any more"];
      return [
        recordedOn,
        made,
        move.mode,
        move.sectors.join(","),
        String(move.articles),
        String(move.independentOrigins),
        gradeLabel(move.grade),
        `${move.summary}${marks(move)}`,
      ];
    }),
    90,
  );
}
