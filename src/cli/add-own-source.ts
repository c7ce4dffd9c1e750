import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";
import {withSource} from "../sources/index.ts";
import type {Source} from "../world/index.ts";
import {ownSourcesFile} from "./read-sources.ts";

/**
 * Writes a source at the end of the user's own file, which is replaced as a whole.
 * @returns the file in which it stands.
 * @throws InputError when its id stands there already.
 */
export function addOwnSource(path: string | undefined, source: Source): string {
  const file = path ?? ownSourcesFile;
  const text = withSource(existsSync(file) ? readFileSync(file, "utf8") : "", file, source);
  mkdirSync(dirname(file), {recursive: true});
  const beside = `${file}.writing-${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, file);
  return file;
}
