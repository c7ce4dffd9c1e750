/**
 * `node --import tsx bench/import-forever.ts <ledger> <first>` imports made files one after the other until it is
 * killed, and tells each that was acknowledged on a line of its own.
 */
import {openLedger} from "../src/store/index.ts";
import {madeFile} from "./made-file.ts";

const [path = "", first = "0"] = process.argv.slice(2);
const ledger = await openLedger({path});
process.stdout.write("ready\n");
for (let file = Number(first); ; file += 1) {
  await ledger.importRows(madeFile(file));
  process.stdout.write(`${file}\n`);
}
