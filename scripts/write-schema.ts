import {writeFileSync} from "node:fs";
import {watchJsonSchema} from "../src/sources/index.ts";

/** Writes the JSON Schema of a watch file: `node --import tsx scripts/write-schema.ts`. A test tells when it is old. */
writeFileSync("schema/watch.schema.json", `${JSON.stringify(watchJsonSchema(), null, 2)}\n`);
console.log("schema/watch.schema.json written");
