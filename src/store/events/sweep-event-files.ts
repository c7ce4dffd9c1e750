import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../database.ts";
import {exitLedger, StoreError} from "../store-error.ts";
import {eventFolder, filesThere, removeWork} from "./event-folder.ts";
import {manifestName, namedFiles} from "./event-manifest.ts";

/**
 * Takes away what a killed import left: its working folder, and files that it had put in their places without naming them.
 * @returns the files that were taken away.
 * @throws StoreError when the manifest lists a file that the ledger does not name: then the files are another ledger's,
 * and nothing is taken away or written among them.
 */
export async function sweepEventFiles(database: Database): Promise<readonly string[]> {
  removeWork(database.path);
  const there = filesThere(database.path);
  if (there.length === 0) return [];
  const named = new Set((await namedFiles(database)).map(({file}) => file));
  const listed = listedFiles(database.path);
  if (listed === null || [...listed].some((file) => !named.has(file)))
    throw strangeFiles(database.path);
  const left = there.filter((file) => !named.has(file) && !listed.has(file));
  for (const file of left) rmSync(join(eventFolder(database.path), file), {force: true});
  return left;
}

/** What the manifest lists; `null` where there is one that cannot be read, so that nothing is taken away on its word. */
function listedFiles(ledgerPath: string): ReadonlySet<string> | null {
  const path = join(eventFolder(ledgerPath), manifestName);
  if (!existsSync(path)) return new Set();
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, "utf8"));
    const files: unknown = Reflect.get(Object(parsed), "files");
    return new Set(
      Array.isArray(files) ? files.map((file) => String(Reflect.get(Object(file), "file"))) : [],
    );
  } catch {
    return null;
  }
}

function strangeFiles(ledgerPath: string): StoreError {
  return new StoreError(`${eventFolder(ledgerPath)} holds events of another ledger`, {
    status: 409,
    exitCode: exitLedger,
    whatToDo:
      "Move the folder away, or bring back the ledger that it belongs to. Nothing was changed.",
  });
}
