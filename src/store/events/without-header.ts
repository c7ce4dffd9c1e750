import type {Piece} from "./sift-lines.ts";

/**
 * The pieces of a file whose first line that can be a row is a header: it is left out of them, as blank lines are. A reader
 * of CSV that is told to pass over it passes over more where a quote in it is not closed, and a sieve of rows takes it for
 * a bad one.
 */
export async function* withoutHeader(pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let isFound = false;
  for await (const piece of pieces) {
    const holdsIt = !isFound && piece.bytes.length > 0;
    if (holdsIt) isFound = true;
    yield holdsIt ? withoutFirst(piece) : piece;
  }
}

function withoutFirst({bytes, firstLine, lines, lost}: Piece): Piece {
  const found = lost.numbers.findIndex((line, nth) => line !== firstLine + nth);
  const before = found < 0 ? lost.numbers.length : found;
  const numbers = lost.numbers.toSpliced(before, 0, firstLine + before);
  const rows = bytes.subarray(bytes.indexOf("\n") + 1);
  return {bytes: rows, firstLine, lines, lost: {...lost, numbers}};
}
