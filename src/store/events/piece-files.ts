import {type FileHandle, open} from "node:fs/promises";
import type {LostLine, LostLines, Piece} from "./sift-lines.ts";
import {mostRejectsKept} from "./staging.ts";

/** Whole lines of a file, written where DuckDB can read them: every one of them can be a row. */
export interface PieceFile {
  readonly path: string;
  /** Its place among the pieces of the file, from 0. */
  readonly nth: number;
  /** The first lines, enough to see of which month most are. */
  readonly start: Buffer;
  /** Number of the first line in the file, from 1. */
  readonly firstLine: number;
  /** Lines that it was made of, and those of them that were left out. */
  readonly lines: number;
  readonly lost: LostLines;
}

/** Bytes of a piece's file: some 60,000 rows of GDELT, so that few statements are planned and few are held at once. */
const fileBytes = 24e6;
/** Bytes of its first lines that are kept beside it: some 250 rows of GDELT. */
const startBytes = 100_000;
/** Lost lines after which a file is closed, so that a file of nothing else is not held whole. */
const fileLostLines = 65_536;

/**
 * Writes pieces one after another into files of some 24 MB, named by `prefix`. Whoever takes one removes it. Once the
 * pieces fail or nobody takes more, no file is open: their folder may go.
 */
export async function* pieceFiles(
  pieces: AsyncIterable<Piece>,
  prefix: string,
): AsyncGenerator<PieceFile> {
  let nth = 0;
  let growing: GrowingFile | null = null;
  try {
    for await (const piece of pieces) {
      growing ??= await beginFile(`${prefix}-${nth}.tsv`, nth, piece);
      await growing.add(piece);
      if (!growing.isFull) continue;
      yield await growing.end();
      growing = null;
      nth += 1;
    }
    if (growing !== null) yield await growing.end();
  } finally {
    await growing?.close();
  }
}

const beginFile = async (path: string, nth: number, {firstLine}: Piece) =>
  new GrowingFile(await open(path, "w"), path, nth, firstLine);

/** A piece's file that is written. It is no stream: every fault of the disk is told to whoever asked for what failed. */
class GrowingFile {
  #bytes = 0;
  #lines = 0;
  #rejected = 0;
  #start: Buffer = Buffer.alloc(0);
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #nth: number;
  readonly #firstLine: number;
  readonly #numbers: number[] = [];
  readonly #rejects: LostLine[] = [];

  constructor(file: FileHandle, path: string, nth: number, firstLine: number) {
    this.#file = file;
    this.#path = path;
    this.#nth = nth;
    this.#firstLine = firstLine;
  }

  get isFull(): boolean {
    return this.#bytes >= fileBytes || this.#numbers.length >= fileLostLines;
  }

  async add({bytes, lines, lost}: Piece): Promise<void> {
    // A copy: what it is cut from would be held until the piece is done, and its collection costs a tenth of an import.
    if (this.#start.length < Math.min(bytes.length, startBytes))
      this.#start = Buffer.from(bytes.subarray(0, startBytes));
    this.#bytes += bytes.length;
    this.#lines += lines;
    this.#rejected += lost.rejected;
    for (const line of lost.numbers) this.#numbers.push(line);
    const room = mostRejectsKept - this.#rejects.length;
    for (const reject of lost.rejects.slice(0, room)) this.#rejects.push(reject);
    // It goes on where the last one ended.
    await this.#file.writeFile(bytes);
  }

  async end(): Promise<PieceFile> {
    await this.close();
    const lost = {numbers: this.#numbers, rejected: this.#rejected, rejects: this.#rejects};
    const [path, nth, start] = [this.#path, this.#nth, this.#start];
    return {path, nth, start, firstLine: this.#firstLine, lines: this.#lines, lost};
  }

  /** Does nothing to a file that is closed. */
  close(): Promise<void> {
    return this.#file.close();
  }
}
