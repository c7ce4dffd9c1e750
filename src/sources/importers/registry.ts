import {InputError} from "../input-error.ts";
import {nearestName} from "../nearest-name.ts";
import type {Importer} from "./importer.ts";

/** Every importer by its id. Each is loaded when it is asked for, so that a command that imports nothing loads none. */
const loaders: Readonly<Record<string, () => Promise<Importer>>> = {};

export const importerIds: readonly string[] = Object.keys(loaders);

/** @throws InputError when there is no importer of that id; it names the nearest one. */
export async function loadImporter(id: string): Promise<Importer> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (load !== undefined) return await load();
  const near = nearestName(id, new Map(importerIds.map((known) => [known, known])));
  throw new InputError(
    `no importer "${id}"`,
    near === null ? "list them with `demarche import --list`" : `did you mean ${near}?`,
  );
}
