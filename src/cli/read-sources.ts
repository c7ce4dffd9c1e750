import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {ListedSource} from "../pipeline/index.ts";
import {fileFault, InputError, nearestName, parseSources} from "../sources/index.ts";
import type {Reference} from "../world/index.ts";
import {packageRoot, progress} from "./house.ts";

/** Where a user's own sources stand unless another file is named. */
export const ownSourcesFile = ".demarche/sources.yaml";

const carriedFile = "reference/sources.yaml";

/**
 * The carried sources and the user's own; one of the user's takes the place of a carried one with the same id. An entry
 * that is wrong is told and kept aside.
 * @throws InputError when the file that a person named is not there, or no list of sources.
 */
export function readSources(path: string | undefined, reference: Reference): ListedSource[] {
  const carried = parseSources(
    readFileSync(join(packageRoot, carriedFile), "utf8"),
    carriedFile,
    reference,
  );
  const fault = carried.faults[0];
  if (fault !== undefined) throw new Error(fault.message);
  const listed = new Map(carried.sources.map((source) => [source.id, {source, isOwn: false}]));
  const own = path ?? ownSourcesFile;
  if (path !== undefined || existsSync(own)) {
    const {sources, faults} = parseSources(readOwn(own), own, reference);
    for (const {message, whatToDo} of faults) progress(`! left out: ${message}; ${whatToDo}`);
    for (const source of sources) listed.set(source.id, {source, isOwn: true});
  }
  return [...listed.values()];
}

function readOwn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw fileFault(path, cause);
  }
}

/** Those that were named, or all. @throws InputError for a name that is none. */
export function chosenSources(
  listed: readonly ListedSource[],
  ids: readonly string[],
): readonly ListedSource[] {
  if (ids.length === 0) return listed;
  const names = new Map(listed.map(({source}) => [source.id, source.id]));
  return ids.map((id) => {
    const found = listed.find(({source}) => source.id === id);
    if (found !== undefined) return found;
    const meant = nearestName(id, names);
    throw new InputError(
      `there is no source "${id}"${meant === null ? "" : `; did you mean ${meant}?`}`,
      "`demarche sources` lists them; `demarche sources add` adds one",
    );
  });
}
