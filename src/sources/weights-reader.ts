import {brotliDecompressSync} from "node:zlib";
import type {TrainedModel} from "../world/index.ts";
import type {TextDisk} from "./read-table.ts";

/** What the whole of `reference/` is read through: its tables are text, the weights of its models are bytes. */
export interface ReferenceDisk extends TextDisk {
  /** Bytes of a file. @throws Error with `code` "ENOENT" when there is none. */
  readonly readBytes: (path: string) => Uint8Array;
}

/** Where the weights of a model stand: packed by Brotli, as half of what a model holds is small numbers. */
export const weightsPath = (model: TrainedModel) => `reference/weights/${model}.bin.br`;

/** Reads the weights of a model each time that they are asked for: who unpacks them keeps what it has unpacked. */
export function weightsReader(
  disk: ReferenceDisk,
  root: string,
): (model: TrainedModel) => Uint8Array {
  return (model) => unpacked(disk, `${root}/${weightsPath(model)}`);
}

/** The bytes of a file that is packed by Brotli. */
export function unpacked(disk: ReferenceDisk, path: string): Buffer {
  return brotliDecompressSync(disk.readBytes(path));
}
