/** Text with the charset by which it was decoded, and what told so. */
export interface DecodedBytes {
  readonly text: string;
  /** Name in the WHATWG Encoding Standard, lower case. */
  readonly charset: string;
  readonly because: "mark" | "bytes" | "header" | "declaration" | "guess" | "default";
}

/** What others say of the bytes: the label of the Content-Type header, and the one that stands in the text itself. */
export interface StatedCharsets {
  readonly header: string | null;
  readonly declaration: (start: string) => string | null;
}

/** Bytes that are looked at for a declaration (HTML: 1024) and for a guess. */
const declarationBytes = 4096;
const guessBytes = 65_536;

/** Byte order marks (Unicode 15, 2.13); `TextDecoder` takes them off. */
const marks: readonly (readonly [charset: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Bytes as text. A byte order mark is believed first; then bytes that are good UTF-8 and more than ASCII, whatever a label says of
 * them, for no other charset makes such by chance; then the header, the declaration, and a guess from the bytes. A
 * label that the Encoding Standard does not know, or that names a charset made for attacks (UTF-7, HZ), is as good as none.
 *
 * @param guess names a charset by looking at bytes that are no UTF-8; null where it cannot tell.
 */
export function decodeBytes(
  bytes: Uint8Array,
  stated: StatedCharsets,
  guess: (bytes: Uint8Array) => string | null,
): DecodedBytes {
  const marked = markedCharset(bytes);
  if (marked !== null) return decoded(bytes, marked, "mark");
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return decoded(bytes, wide, "bytes");

  const start = latinStart(bytes);
  const labels = [
    ["header", knownCharset(stated.header)],
    ["declaration", knownCharset(stated.declaration(start))],
  ] as const;
  // ISO-2022-JP is written in ASCII bytes: it can only be told by its label and its escapes.
  const escaped = labels.find(([, charset]) => charset === "iso-2022-jp");
  if (escaped !== undefined && bytes.includes(0x1b))
    return decoded(bytes, "iso-2022-jp", escaped[0]);
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return {text: utf8, charset: "utf-8", because: "bytes"};
  if (isMostlyUtf8(bytes)) return decoded(bytes, "utf-8", "bytes");
  for (const [because, charset] of labels)
    if (charset !== null && !charset.startsWith("utf-")) return decoded(bytes, charset, because);
  const guessed = knownCharset(guess(bytes.subarray(0, guessBytes)));
  if (guessed !== null && !guessed.startsWith("utf-")) return decoded(bytes, guessed, "guess");
  return decoded(bytes, "utf-8", "default");
}

/** Whether bytes are UTF-16, by their mark or by their zeros. */
export function isWide(bytes: Uint8Array): boolean {
  return (markedCharset(bytes) ?? wideWithoutMark(bytes))?.startsWith("utf-16") ?? false;
}

/** The label of a Content-Type header's `charset`, if it has one that we know. */
export function charsetOf(contentType: string | null): string | null {
  return knownCharset(
    /;\s*charset\s*=\s*["']?([\w:.+-]{1,40})/i.exec(contentType?.slice(0, 500) ?? "")?.[1] ?? null,
  );
}

/** The Standard's name for a label; null for one that it does not know or maps to nothing ("replacement"). */
function knownCharset(label: string | null): string | null {
  if (label === null || label.length > 40) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decoded(
  bytes: Uint8Array,
  charset: string,
  because: DecodedBytes["because"],
): DecodedBytes {
  const text = new TextDecoder(charset).decode(bytes);
  return {text: charset === "windows-1252" ? withSigns(text) : text, charset, because};
}

/** Windows-1252 from 0x80 (Encoding Standard, index windows-1252); the five that it leaves empty stay controls. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's decoder takes windows-1252 for Latin-1 (github.com/nodejs/node/issues/56542), and so its dashes and quotes for controls; here they are signs again. */
export function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}

function markedCharset(bytes: Uint8Array): string | null {
  return marks.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return null;
  }
}

function latinStart(bytes: Uint8Array): string {
  return Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, declarationBytes),
  ).toString("latin1");
}

/** UTF-16 without its mark: markup or words that begin with ASCII, every second byte zero. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0 && b !== 0 && c === 0 && d !== 0 && b !== undefined) return "utf-16be";
  if (a !== 0 && b === 0 && c !== 0 && d === 0 && a !== undefined) return "utf-16le";
  return null;
}

/**
 * UTF-8 with a few broken places: at least nine in ten of the bytes above ASCII stand in good sequences of two and more.
 * In a one-byte charset a capital letter is seldom followed by signs alone, so that hardly any such sequence arises.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let high = 0;
  for (let i = 0; i < Math.min(bytes.length, guessBytes); i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let tail = 0;
    while (tail < length - 1 && ((bytes[i + 1 + tail] ?? 0) & 0xc0) === 0x80) tail++;
    if (length > 1 && tail === length - 1) {
      good += length;
      high += length;
      i += tail;
    } else high += 1;
  }
  return good >= 0.9 * high;
}
