import {existsSync, mkdirSync} from "node:fs";
import {dirname} from "node:path";
import {exitDisk, StoreError} from "./store-error.ts";

/**
 * Makes a folder and those above it. One at a time, because `mkdirSync` with `recursive` never returns in Node 20
 * where a file system says "no such file" of a folder that it refuses to make, as /proc does.
 * @throws StoreError for such a file system; the disk's own error otherwise.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (existsSync(path)) return;
    if (Reflect.get(Object(error), "code") !== "ENOENT") throw error;
    throw new StoreError(`no folder can be made at ${path}`, {
      status: 503,
      exitCode: exitDisk,
      whatToDo: "Name a file in a folder that you may write to with --ledger. Nothing was lost.",
      cause: error,
    });
  }
}
