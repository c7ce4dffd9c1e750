import {readdir, readFile, stat} from "node:fs/promises";
import {join, resolve} from "node:path";
import {refuseTooLarge} from "../capture-of.ts";
import {fileFault} from "../file-fault.ts";
import {InputError} from "../input-error.ts";

/** A file of a folder that is collected. */
export interface FolderFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** The disk, as far as collecting may touch it. */
export interface CollectDisk {
  /**
   * The file itself, or the files under a folder, in the order of their paths; links and hidden files are left out.
   * @throws InputError when there is none.
   */
  readonly filesAt: (path: string) => Promise<readonly FolderFile[]>;
  /** @throws InputError when it cannot be read or is larger than any text. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

const deepest = 20;
const mostFiles = 200_000;

/** The real one. */
export const collectDisk: CollectDisk = {
  filesAt: async (path) => {
    const at = resolve(path);
    try {
      const about = await stat(at);
      const paths = about.isDirectory() ? await pathsUnder(at) : [at];
      const files: FolderFile[] = [];
      for (const one of paths) {
        const {size, mtimeMs} = await stat(one);
        files.push({path: one, sizeBytes: size, modifiedAt: mtimeMs});
      }
      return files;
    } catch (cause) {
      throw fileFault(path, cause);
    }
  },
  readFile: async (path) => {
    try {
      refuseTooLarge((await stat(path)).size, path);
      return await readFile(path);
    } catch (cause) {
      throw fileFault(path, cause);
    }
  },
};

async function pathsUnder(top: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [{at: top, depth: 0}];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const {at, depth} = next;
    for (const entry of await readdir(at, {withFileTypes: true})) {
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory() && depth < deepest)
        folders.push({at: join(at, entry.name), depth: depth + 1});
      if (entry.isFile()) found.push(join(at, entry.name));
    }
    if (found.length > mostFiles)
      throw new InputError(
        `${top} holds more than ${mostFiles} files`,
        "name a smaller folder, or several",
      );
  }
  return found.sort();
}
