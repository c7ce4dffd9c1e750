import {createHash} from "node:crypto";
import type {Capture, Day} from "../world/index.ts";
import {charsetOf, isWide} from "./formats/decode-bytes.ts";
import {documentType, isDocumentType} from "./formats/document-kind.ts";
import {InputError} from "./input-error.ts";

/** Largest text that is taken in, in bytes: far above any article, well below what would fill memory. */
export const maxBytes = 20_000_000;

const convertIt =
  "save it as text, Markdown, HTML, PDF or DOCX and give that file, or paste its text through stdin (-)";

/** First bytes of files that are no text, with what they are. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ["a ZIP archive (or an XLSX, PPTX or ODT file)", [0x50, 0x4b, 0x03, 0x04]],
  ["an empty ZIP archive", [0x50, 0x4b, 0x05, 0x06]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["gzip-compressed", [0x1f, 0x8b]],
  ["a Parquet file", [0x50, 0x41, 0x52, 0x31]],
  ["an old Office file", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
];

function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, start] of signatures)
    if (start.every((byte, i) => bytes[i] === byte)) return kind;
  return bytes.includes(0) && !isWide(bytes) ? "no text (it has zero bytes)" : null;
}

function mediaTypeOf(bytes: Uint8Array, origin: string, declared: string | null): string {
  const document = documentType(bytes, origin, declared);
  if (document !== null) return document;
  const charset = charsetOf(declared);
  const kind = textTypeOf(bytes, origin, declared);
  return charset === null || charset === "utf-8" ? kind : `${kind};charset=${charset}`;
}

function textTypeOf(bytes: Uint8Array, origin: string, declared: string | null): string {
  const said = declared?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (said !== "" && said !== "application/octet-stream" && said !== "text/plain") return said;
  const path = origin.replace(/[?#].*$/, "").toLowerCase();
  if (/\.(html?|xhtml)$/.test(path)) return "text/html";
  if (/\.(md|markdown)$/.test(path)) return "text/markdown";
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  return /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html|head|body)\b/.test(start)
    ? "text/html"
    : "text/plain";
}

/**
 * Bytes with where they came from and when we came to know them. The bytes are kept as they are; a charset is reading's to tell, and
 * broken text its to note. A PDF, DOCX or e-mail is taken too: `openDocument` opens it for reading.
 *
 * @param declared the media type that a server stated, if one did.
 * @throws InputError when there is nothing in it, too much, or no text.
 */
export function captureOf(
  bytes: Uint8Array,
  origin: string,
  recordedOn: Day,
  specimen: boolean,
  declared: string | null = null,
): Capture {
  const name = origin === "-" ? "stdin" : origin;
  refuseTooLarge(bytes.length, name);
  if (bytes.length === 0 || new TextDecoder().decode(bytes.subarray(0, 65_536)).trim() === "") {
    if (bytes.length <= 65_536)
      throw new InputError(
        `${name} is empty`,
        "give a file, an address or a text with words in it",
      );
  }
  const mediaType = mediaTypeOf(bytes, origin, declared);
  const kind = isDocumentType(mediaType) ? null : binaryKind(bytes);
  if (kind !== null) throw new InputError(`${name} is ${kind}`, convertIt, {status: 415});
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    origin,
    mediaType,
    bytes,
    recordedOn,
    specimen,
  };
}

/** @throws InputError when so many bytes are more than we take. */
export function refuseTooLarge(length: number, name: string): void {
  if (length <= maxBytes) return;
  throw new InputError(
    `${name} is ${(length / 1e6).toFixed(1)} MB; at most ${maxBytes / 1e6} MB are read`,
    "give the article alone, or split the file",
    {status: 413},
  );
}
