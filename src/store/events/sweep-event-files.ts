import {existsSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import type {Database} from "../database.ts";
import {eventFolder, filesThere, removeWork} from "./event-folder.ts";
import {manifestName, namedFiles} from "./event-manifest.ts";

/**
 * Takes away what a killed import left: its working folder, and files that it had put in their places without naming them.
 * A file that the manifest lists was named once; if the ledger does not know it, the ledger is another one, and the file
 * is left for a person to decide about.
 * @returns the files that were taken away.
 */
export async function sweepEventFiles(database: Database): Promise<readonly string[]> {
  removeWork(database.path);
  const there = filesThere(database.path);
  if (there.length === 0) return [];
  const named = new Set((await namedFiles(database)).map(({file}) => file));
  const listed = listedFiles(database.path);
  if (listed === null) return [];
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
