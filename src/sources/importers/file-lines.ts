import {isUtf8} from "node:buffer";

/** A line that could not be read, and is therefore no text to anyone. */
export interface LineFault {
  readonly why: string;
  readonly raw: string;
}

/** Lines that follow one another, without their ends; `first` is the number of the first one, from 1. */
export interface LineBatch {
  readonly first: number;
  readonly lines: readonly (string | LineFault)[];
}

export interface LineOptions {
  /** Longer lines become a fault, in characters. */
  readonly maxLength?: number;
  /** How a line that is no UTF-8 is read; without it such a line is a fault. */
  readonly legacy?: "windows-1252";
}

/** The longest line in our raw data has 1,661 characters. */
const defaultMaxLength = 1_000_000;

/** Anything beside printable ASCII, which needs a closer look. */
const odd = /[^\t\n\r -~]/;

/** Windows-1252's signs from 0x80 to 0x9f (WHATWG Encoding, index windows-1252); all others stand where latin-1 has them. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's TextDecoder reads "windows-1252" as latin-1, so we do it. */
const readWindows1252 = (latin1: string) =>
  latin1.replace(/[\x80-\x9f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

/** A text that is to be kept: a copy, as a piece of a line holds on to all of the chunk that it was cut from. */
export function copyText(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

/** What is kept of a raw line in a reject. */
export function clipRaw(raw: string): string {
  return copyText(raw.slice(0, 500));
}

/**
 * Splits a file into lines, as a stream: memory stays flat whatever the file. UTF-8 (with or without a mark), or UTF-16
 * with its mark. A line with a NUL byte, broken UTF-8 or too many characters is a fault, and the next one is read on.
 */
export async function* fileLines(
  bytes: AsyncIterable<Uint8Array>,
  options: LineOptions = {},
): AsyncGenerator<LineBatch> {
  const {maxLength = defaultMaxLength, legacy} = options;
  let decode: ((chunk: Uint8Array) => string) | null = null;
  let wide = false;
  let begun: Uint8Array = new Uint8Array();
  /** The beginning of a line whose end has not come yet; null once it is longer than a line may be. */
  let carry: string | null = "";
  let carryIsOdd = false;
  let clipped = "";
  let next = 1;

  const lineOf = (whole: string, isOdd: boolean): string | LineFault => {
    if (whole.length > maxLength) return tooLong(whole);
    const line = whole.endsWith("\r") ? whole.slice(0, -1) : whole;
    if (!isOdd || !odd.test(line)) return line;
    if (line.includes("\0")) return {why: "a NUL byte in the line", raw: clipRaw(line)};
    if (wide) return line;
    const raw = Buffer.from(line, "latin1");
    if (isUtf8(raw)) return raw.toString("utf8");
    if (legacy !== undefined) return readWindows1252(line);
    return {why: "broken UTF-8 in the line", raw: clipRaw(raw.toString("utf8"))};
  };
  const tooLong = (start: string): LineFault => ({
    why: `a line of more than ${maxLength} characters`,
    raw: clipRaw(start),
  });

  const split = (text: string): (string | LineFault)[] => {
    const isOdd = odd.test(text);
    carryIsOdd ||= isOdd;
    const lines: (string | LineFault)[] = [];
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      const piece = text.slice(from, end);
      lines.push(carry === null ? tooLong(clipped) : lineOf(carry + piece, carryIsOdd));
      carry = "";
      carryIsOdd = isOdd;
      from = end + 1;
    }
    if (carry !== null) {
      carry += text.slice(from);
      if (carry.length > maxLength) {
        clipped = carry.slice(0, 500);
        carry = null;
      }
    }
    return lines;
  };

  for await (const chunk of bytes) {
    let text: string;
    if (decode === null) {
      begun = begun.length === 0 ? chunk : Buffer.concat([begun, chunk]);
      if (begun.length < 3) continue;
      const mark = byteOrderMark(begun);
      wide = mark.wide !== null;
      decode = decoderOf(mark.wide);
      text = decode(begun.subarray(mark.bytes));
    } else {
      text = decode(chunk);
    }
    const lines = split(text);
    if (lines.length > 0) yield {first: next, lines};
    next += lines.length;
  }
  const rest = decode === null ? split(Buffer.from(begun).toString("latin1")) : [];
  if (carry === null) rest.push(tooLong(clipped));
  else if (carry !== "") rest.push(lineOf(carry, true));
  if (rest.length > 0) yield {first: next, lines: rest};
}

function byteOrderMark(start: Uint8Array): {bytes: number; wide: "utf-16le" | "utf-16be" | null} {
  const [first, second, third] = start;
  if (first === 0xff && second === 0xfe) return {bytes: 2, wide: "utf-16le"};
  if (first === 0xfe && second === 0xff) return {bytes: 2, wide: "utf-16be"};
  if (first === 0xef && second === 0xbb && third === 0xbf) return {bytes: 3, wide: null};
  return {bytes: 0, wide: null};
}

/** One character a byte, which is quickest; lines that are more than ASCII are read again as UTF-8. */
function decoderOf(wide: "utf-16le" | "utf-16be" | null): (chunk: Uint8Array) => string {
  if (wide === null)
    return (chunk) =>
      Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
  const decoder = new TextDecoder(wide);
  return (chunk) => decoder.decode(chunk, {stream: true});
}
