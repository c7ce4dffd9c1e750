import {writeFileSync} from "node:fs";
import {readReference} from "../src/cli/house.ts";
import {measuresPage} from "../src/exports/index.ts";
import {recipes} from "../src/measures/index.ts";

/** Writes docs/measures.md from the recipes: `node --import tsx scripts/write-measures.ts`. A test tells when it is old. */
writeFileSync("docs/measures.md", measuresPage(recipes, readReference().datasets));
console.log("docs/measures.md written");
