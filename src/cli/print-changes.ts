import type {Change} from "../world/index.ts";
import {printTable} from "./print.ts";

/** Characters of what stood before and after in a line; `--json` has the whole. */
const longest = 60;

/** What moved, from what to what, because of what; then how many there were of each kind. */
export function printChanges(changes: readonly Change[], limit: number): void {
  if (changes.length === 0) {
    process.stdout.write("nothing moved\n");
    return;
  }
  printTable(
    ["kind", "what", "from", "to", "because of"],
    changes
      .slice(0, limit)
      .map(({kind, what, before, after, because}) => [
        kind,
        what,
        before ?? "(not there)",
        after ?? "(gone)",
        because.map((cause) => `${cause.kind} ${cause.id}`).join(", "),
      ]),
    longest,
  );
  const kinds = [...new Set(changes.map(({kind}) => kind))].map(
    (kind) => `${changes.filter((one) => one.kind === kind).length} ${kind}`,
  );
  process.stdout.write(
    `\n${Math.min(limit, changes.length)} of ${changes.length} changes: ${kinds.join(", ")}\n`,
  );
}
