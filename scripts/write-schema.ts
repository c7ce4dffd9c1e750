import {writeFileSync} from "node:fs";
import {shockJsonSchema, sourcesJsonSchema, watchJsonSchema} from "../src/sources/index.ts";

/** Writes the JSON Schemas of the files that users write: `node --import tsx scripts/write-schema.ts`. A test tells when one is old. */
const schemas = {
  watch: watchJsonSchema(),
  sources: sourcesJsonSchema(),
  scenario: shockJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = `schema/${name}.schema.json`;
  writeFileSync(file, `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`${file} written`);
}
