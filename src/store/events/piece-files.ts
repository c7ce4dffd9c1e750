import {once} from "node:events";
import {createWriteStream} from "node:fs";
import type {Piece, UnfitLine} from "./cut-pieces.ts";

/** Whole lines of a file, written where DuckDB can read them. */
export interface PieceFile {
  readonly path: string;
  /** Its place among the pieces of the file, from 0. */
  readonly nth: number;
  /** The first lines, enough to see the file's layout. */
  readonly start: Buffer;
  /** Number of the first line in the file, from 1. */
  readonly firstLine: number;
  readonly lines: number;
  readonly replaced: ReadonlyMap<number, UnfitLine>;
}

/** Bytes of a piece's file: some 60,000 rows of GDELT, so that few statements are planned and few are held at once. */
const fileBytes = 24e6;

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
    if (open.bytes < fileBytes) continue;
    yield await open.close(nth);
    nth += 1;
    open = null;
  }
  if (open !== null) yield await open.close(nth);
}

class OpenFile {
  bytes = 0;
  #lines = 0;
  readonly #path: string;
  readonly #first: Piece;
  readonly #replaced = new Map<number, UnfitLine>();
  readonly #stream;

  constructor(path: string, first: Piece) {
    this.#path = path;
    this.#first = first;
    this.#stream = createWriteStream(path);
  }

  async add({bytes, lines, replaced}: Piece): Promise<void> {
    this.bytes += bytes.length;
    this.#lines += lines;
    for (const [line, why] of replaced) this.#replaced.set(line, why);
    if (!this.#stream.write(bytes)) await once(this.#stream, "drain");
  }

  async close(nth: number): Promise<PieceFile> {
    this.#stream.end();
    await once(this.#stream, "close");
    const {bytes: start, firstLine} = this.#first;
    return {path: this.#path, nth, start, firstLine, lines: this.#lines, replaced: this.#replaced};
  }
}
