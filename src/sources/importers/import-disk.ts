import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {InputError} from "../input-error.ts";

/** What opening a file to import may touch. Parts are read, not whole files: a zip archive's directory stands at its end. */
export interface ImportDisk {
  /** Size in bytes of a plain file. @throws Error with a `code`, as node:fs gives it, where there is none. */
  readonly sizeOf: (path: string) => Promise<number>;
  /** The bytes from `start` up to, not including, `end`. Nothing is opened before they are asked for. */
  readonly read: (path: string, start: number, end: number) => AsyncIterable<Uint8Array>;
}

/** Bytes that are read from the disk at once. */
const chunkBytes = 256 * 1024;

export const realImportDisk: ImportDisk = {
  sizeOf: async (path) => {
    const found = await stat(path);
    if (found.isFile()) return found.size;
    if (found.isDirectory())
      throw Object.assign(new Error(`${path} is a folder`), {code: "EISDIR"});
    throw new InputError(`${path} is no plain file`, "save what it gives to a file and name that");
  },
  // A generator: a stream opens its file at once, and a fault before someone listens ends the process.
  read: async function* (path, start, end) {
    if (end > start)
      yield* createReadStream(path, {start, end: end - 1, highWaterMark: chunkBytes});
  },
};
