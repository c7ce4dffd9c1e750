import {isUtf8} from "node:buffer";

/** Whole lines of a file. */
export interface Piece {
  /** The lines, each with its "\n"; a blank or overlong one is replaced by `unfit`. */
  readonly bytes: Buffer;
  /** Number of the first line in the file, from 1. */
  readonly firstLine: number;
  readonly lines: number;
  /** Lines in this piece, by their number in the file, that are replaced, and why. */
  readonly replaced: ReadonlyMap<number, UnfitLine>;
}

export type UnfitLine = "blank" | "too long" | "NUL";

/** Bytes of a piece: what an archive is unfolded into at once. */
const pieceBytes = 1e6;
/** GDELT's longest lines are of some 3,000 bytes. */
export const maxLineBytes = 65_536;
/** A line that has the columns of no layout. */
const unfit = Buffer.from("\u0001");
const nothing = Buffer.alloc(0);
const lineEnd = Buffer.from("\n");
const nul = 0;
const newline = 10;
const carriageReturn = 13;
const blank = 32;

/**
 * Cuts a file into pieces at line ends. Memory stays flat: a piece, and a line that may be as long as it likes but is
 * kept only up to `maxLineBytes`. Bytes that are no UTF-8 become U+FFFD.
 */
export async function* cutPieces(
  bytes: AsyncIterable<Uint8Array>,
  size = pieceBytes,
): AsyncGenerator<Piece> {
  let rest: Buffer = nothing;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let nextLine = 1;
  let isSkipping = false;

  const cut = (whole: Buffer): Piece => {
    const piece = wholePiece(whole, nextLine);
    nextLine += piece.lines;
    return piece;
  };

  for await (const chunk of bytes) {
    let part = chunk;
    if (isSkipping) {
      const end = part.indexOf(newline);
      if (end < 0) continue;
      part = part.subarray(end);
      isSkipping = false;
    }
    held.push(part);
    heldBytes += part.length;
    if (heldBytes < size) continue;
    const all = joined(held);
    held = [];
    heldBytes = 0;
    const begun = all.indexOf(newline) + 1;
    const end = all.lastIndexOf(newline) + 1;
    // Only the line that two chunks share is copied: what a file of gigabytes leaves behind costs its collection.
    if (rest.length > 0 && begun > 0) yield cut(joined([rest, all.subarray(0, begun)]));
    const start = rest.length > 0 ? begun : 0;
    if (end > start) yield cut(all.subarray(start, end));
    rest = begun > 0 ? all.subarray(end) : joined([rest, all]);
    if (rest.length > maxLineBytes) {
      // Enough of it to be known as too long; the rest of the line is not kept.
      rest = Buffer.from(rest.subarray(0, maxLineBytes + 1));
      isSkipping = true;
    }
  }
  const last = joined([rest, ...held]);
  if (last.length > 0) yield cut(last.at(-1) === newline ? last : joined([last, lineEnd]));
}

/** The parts as one, without a copy where there is only one. */
function joined(parts: readonly Uint8Array[]): Buffer {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return Buffer.from(only.buffer, only.byteOffset, only.byteLength);
  return Buffer.concat(parts);
}

function wholePiece(found: Buffer, firstLine: number): Piece {
  const whole = withPlainLineEnds(
    isUtf8(found) ? found : Buffer.from(found.toString("utf8"), "utf8"),
  );
  const hasNul = whole.includes(nul);
  const replaced = new Map<number, UnfitLine>();
  const parts: Buffer[] = [];
  let copied = 0;
  let lines = 0;
  let start = 0;
  for (let end = whole.indexOf(newline); end >= 0; end = whole.indexOf(newline, start)) {
    const why = unfitLine(whole, start, end, hasNul);
    if (why !== null) {
      replaced.set(firstLine + lines, why);
      parts.push(whole.subarray(copied, start), unfit);
      copied = end;
    }
    lines += 1;
    start = end + 1;
  }
  parts.push(whole.subarray(copied));
  return {
    bytes: parts.length === 1 ? whole : Buffer.concat(parts),
    firstLine,
    lines,
    replaced,
  };
}

function unfitLine(whole: Buffer, start: number, end: number, hasNul: boolean): UnfitLine | null {
  if (end === start) return "blank";
  if (end - start > maxLineBytes) return "too long";
  return hasNul && whole.subarray(start, end).includes(nul) ? "NUL" : null;
}

/** "\r\n" becomes "\n"; a carriage return anywhere else, which a reader of CSV takes for a line's end, becomes a blank. */
function withPlainLineEnds(text: Buffer): Buffer {
  let at = text.indexOf(carriageReturn);
  if (at < 0) return text;
  const plain = Buffer.alloc(text.length);
  let length = 0;
  let copied = 0;
  for (; at >= 0; at = text.indexOf(carriageReturn, at + 1)) {
    length += text.copy(plain, length, copied, at);
    copied = at + 1;
    if (text[copied] === newline) continue;
    plain[length] = blank;
    length += 1;
  }
  length += text.copy(plain, length, copied);
  return plain.subarray(0, length);
}
