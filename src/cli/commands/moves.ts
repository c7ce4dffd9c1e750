import {InputError} from "../../sources/index.ts";
import {gradeLabel, whenText} from "../../world/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson, printTable} from "../print.ts";

/** Moves of the watch, newest first. */
export function moves(options: CommonOptions & {state?: string; limit: string}): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new InputError(`--limit "${options.limit}" is no count`, "write a whole number from 1");
  return inHouse(options, async (house) => {
    const {ledgerMoves} = await workOut(house);
    const {state} = options;
    const wanted = ledgerMoves.filter(
      (move) => state === undefined || move.sources.includes(state) || move.targets.includes(state),
    );
    if (options.json === true)
      return printJson({asOf: house.asOf, total: wanted.length, moves: wanted.slice(0, limit)});
    printTable(
      ["when", "mode", "sectors", "grade", "move"],
      wanted
        .slice(0, limit)
        .map((move) => [
          whenText(move),
          move.mode,
          move.sectors.join(","),
          gradeLabel(move.grade),
          `${move.specimen ? "[specimen] " : ""}${move.summary}`,
        ]),
      110,
    );
    process.stdout.write(`\n${Math.min(limit, wanted.length)} of ${wanted.length} moves\n`);
  });
}
