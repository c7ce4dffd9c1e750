/**
 * `node --import tsx bench/import-forever.ts <ledger> <first> rows|events` imports made files one after the other until it
 * is killed, and tells each that was acknowledged on a line of its own.
 */
import {dirname} from "node:path";
import {openLedger} from "../src/store/index.ts";
import {madeEvents} from "./made-events.ts";
import {madeFile} from "./made-file.ts";

const [path = "", first = "0", kind = "rows"] = process.argv.slice(2);
const ledger = await openLedger({path});
process.stdout.write("ready\n");
for (let file = Number(first); ; file += 1) {
  await (kind === "rows"
    ? ledger.importRows(madeFile(file))
    : ledger.importEvents(madeEvents(dirname(path), file)));
  process.stdout.write(`${file}\n`);
}
