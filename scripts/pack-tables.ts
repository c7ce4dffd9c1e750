import {readFileSync, writeFileSync} from "node:fs";
import {packedPath, packedTables, writtenPath} from "../src/sources/index.ts";
import {packed} from "./write-weights.ts";

/** Packs the long tables of `corpus/` where the coder reads them: `node --import tsx scripts/pack-tables.ts`. Same rows, same bytes. */
for (const table of packedTables) {
  const bytes = packed(readFileSync(writtenPath(table)));
  writeFileSync(packedPath(table), bytes);
  process.stdout.write(`${table}: ${bytes.length} bytes\n`);
}
