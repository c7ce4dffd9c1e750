import {once} from "node:events";
import {createWriteStream} from "node:fs";
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

/** Writes pieces one after another into files of some 24 MB, named by `prefix`. Whoever takes one removes it. */
export async function* pieceFiles(
  pieces: AsyncIterable<Piece>,
  prefix: string,
): AsyncGenerator<PieceFile> {
  let nth = 0;
  let open: OpenFile | null = null;
  for await (const piece of pieces) {
    open ??= new OpenFile(`${prefix}-${nth}.tsv`, piece);
    await open.add(piece);
    if (!open.isFull) continue;
    yield await open.close(nth);
    nth += 1;
    open = null;
  }
  if (open !== null) yield await open.close(nth);
}

class OpenFile {
  #bytes = 0;
  #lines = 0;
  #rejected = 0;
  #start: Buffer = Buffer.alloc(0);
  readonly #path: string;
  readonly #firstLine: number;
  readonly #numbers: number[] = [];
  readonly #rejects: LostLine[] = [];
  readonly #stream;

  constructor(path: string, {firstLine}: Piece) {
    this.#path = path;
    this.#firstLine = firstLine;
    this.#stream = createWriteStream(path);
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
    if (bytes.length > 0 && !this.#stream.write(bytes)) await once(this.#stream, "drain");
  }

  async close(nth: number): Promise<PieceFile> {
    this.#stream.end();
    await once(this.#stream, "close");
    const lost = {numbers: this.#numbers, rejected: this.#rejected, rejects: this.#rejects};
    const [path, start, firstLine, lines] = [this.#path, this.#start, this.#firstLine, this.#lines];
    return {path, nth, start, firstLine, lines, lost};
  }
}
