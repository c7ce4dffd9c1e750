import {readFileSync} from "node:fs";
import {loadReference, type ReferenceDisk} from "../../src/sources/index.ts";

/** The repository's own disk, from its root, where vitest runs. */
export const realDisk: ReferenceDisk = {
  readText: (path) => readFileSync(path, "utf8"),
  readBytes: (path) => readFileSync(path),
};

export const reference = loadReference(realDisk, ".");
