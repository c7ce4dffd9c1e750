import {readFileSync} from "node:fs";
import {loadReference} from "../src/sources/index.ts";
import type {Reference} from "../src/world/index.ts";

/** The repository's own reference, from its root, where benches run. */
export function realReference(): Reference {
  return loadReference(
    {readText: (path) => readFileSync(path, "utf8"), readBytes: (path) => readFileSync(path)},
    ".",
  );
}
