import {createHash} from "node:crypto";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import {z} from "zod";

/** Draws of a model that took long, kept in a file beside a ledger until what it was made from changes. */
export interface KeptDraws {
  /** Hash of everything that the draws follow from. */
  readonly key: string;
  readonly chains: readonly Float32Array[];
}

const header = z.strictObject({
  key: z.string(),
  lengths: z.array(z.number().int().positive()).min(1),
  sha256: z.string(),
});
/** The header is one line of so many characters, so that the numbers begin on a whole one. */
const headerBytes = 1024;

export function drawsFile(ledgerPath: string, model: string): string {
  return `${ledgerPath}.${model}`;
}

/** Keeps draws in the place of the last ones, whole or not at all. @throws Error what the disk says. */
export function keepDraws(file: string, {key, chains}: KeptDraws): void {
  const line = JSON.stringify({
    key,
    lengths: chains.map(({length}) => length),
    sha256: hashOf(chains.map(bytesOf)),
  });
  const writing = `${file}.writing-${process.pid}`;
  try {
    const opened = openSync(writing, "w");
    try {
      writeSync(opened, line.padEnd(headerBytes - 1).concat("\n"));
      for (const chain of chains) writeSync(opened, bytesOf(chain));
    } finally {
      closeSync(opened);
    }
    renameSync(writing, file);
  } catch (error) {
    rmSync(writing, {force: true});
    throw error;
  }
}

/** The draws kept under a key; `null` where there are none, or where the file is not whole. */
export function readDraws(file: string, key: string): readonly Float32Array[] | null {
  if (!existsSync(file)) return null;
  try {
    const bytes = readFileSync(file);
    const told = header.parse(JSON.parse(bytes.subarray(0, headerBytes).toString("utf8")));
    if (told.key !== key || hashOf([bytes.subarray(headerBytes)]) !== told.sha256) return null;
    let from = headerBytes;
    return told.lengths.map((length) => {
      const chain = new Float32Array(length);
      bytesOf(chain).set(bytes.subarray(from, from + chain.byteLength));
      from += chain.byteLength;
      return chain;
    });
  } catch {
    // Half written, or by somebody else: no draws of ours.
    return null;
  }
}

function bytesOf(chain: Float32Array): Uint8Array {
  return new Uint8Array(chain.buffer, chain.byteOffset, chain.byteLength);
}

function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}
