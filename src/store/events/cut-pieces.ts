import {isUtf8} from "node:buffer";
import {maxLineBytes, type Piece, siftLines} from "./sift-lines.ts";

/** Bytes of a piece: what an archive is unfolded into at once. */
const pieceBytes = 1e6;
const nothing = Buffer.alloc(0);
const lineEnd = Buffer.from("\n");
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

  const cut = (found: Buffer): Piece => {
    const whole = withPlainLineEnds(
      isUtf8(found) ? found : Buffer.from(found.toString("utf8"), "utf8"),
    );
    const piece = siftLines(whole, nextLine, null);
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
