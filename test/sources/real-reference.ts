import {readFileSync} from "node:fs";
import {loadReference, type TextDisk} from "../../src/sources/index.ts";

/** The repository's own disk, from its root, where vitest runs. */
export const realDisk: TextDisk = {readText: (path) => readFileSync(path, "utf8")};

export const reference = loadReference(realDisk, ".");
