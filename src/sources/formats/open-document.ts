import type {Capture} from "../../world/index.ts";
import {InputError} from "../input-error.ts";
import {documentTypes, isDocumentType} from "./document-kind.ts";
import type {OpenedDocument} from "./opened-document.ts";

/**
 * Opens a PDF, a DOCX file or an e-mail for reading; null for a capture that is text already. The parser of each kind is loaded with
 * the first of its kind. Nothing in a document is executed, fetched or written to disk.
 *
 * @throws InputError when it is broken, locked, holds no text, or unfolds to more than any document.
 */
export async function openDocument(capture: Capture): Promise<OpenedDocument | null> {
  if (!isDocumentType(capture.mediaType)) return null;
  const name = capture.origin === "-" ? "stdin" : capture.origin;
  const opened = await open(capture, name);
  if (opened.text.trim() === "")
    throw new InputError(
      `${name} holds no text`,
      "if its pages are pictures, have them read by a program for that (OCR) and give its text",
      {status: 422},
    );
  return opened;
}

async function open({bytes, mediaType}: Capture, name: string): Promise<OpenedDocument> {
  try {
    if (mediaType === documentTypes.pdf)
      return await (await import("./pdf-document.ts")).pdfDocument(bytes, name);
    if (mediaType === documentTypes.docx)
      return await (await import("./docx-document.ts")).docxDocument(bytes, name);
    return await (await import("./email-document.ts")).emailDocument(bytes);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    // The parsers throw whatever they stumble over: it is the file's fault, and the cause is kept.
    const why = cause instanceof Error ? cause.message.slice(0, 200) : String(cause).slice(0, 200);
    throw new InputError(
      `${name} is broken: ${why}`,
      "open it, save it again as text and give that file",
      {
        cause,
        status: 422,
      },
    );
  }
}
