import {getDocumentProxy} from "unpdf";
import {InputError} from "../input-error.ts";
import {guardPdf} from "./guard-pdf.ts";
import {hearingOut} from "./hearing-out.ts";
import type {OpenedDocument} from "./opened-document.ts";
import {pageLines, type TextRun} from "./page-lines.ts";
import {paragraphsOf} from "./page-paragraphs.ts";
import {readingOrder} from "./reading-order.ts";

/** Pages that are read; an article has one to fifty, a report some hundreds. */
const maxPages = 1000;
const maxCharacters = 10_000_000;

/**
 * A PDF's text in reading order, a line for each paragraph and a blank one between: columns one after another, words that a line's
 * end broke joined, page numbers and running heads left out.
 */
export async function pdfDocument(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  guardPdf(bytes, name);
  return hearingOut(isOfParser, () => readPdf(bytes, name));
}

/** pdf.js fetches all pages of a tree at once and leaves the others to themselves when the first is broken. */
function isOfParser(reason: unknown): boolean {
  return reason instanceof Error && parserFaults.has(reason.name);
}

const parserFaults = new Set([
  "XRefEntryException",
  "XRefParseException",
  "ParserEOFException",
  "FormatError",
  "InvalidPDFException",
  "UnknownErrorException",
  "MissingDataException",
  "AbortException",
]);

async function readPdf(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  // The parser takes over the memory that it is given.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    stopAtErrors: false,
  }).catch((cause) => {
    if (cause instanceof Error && cause.name === "PasswordException")
      throw new InputError(
        `${name} is locked with a password`,
        "save it without one and give that file",
        {
          cause,
          status: 422,
        },
      );
    throw cause;
  });
  try {
    if (pdf.numPages > maxPages)
      throw new InputError(
        `${name} has ${pdf.numPages} pages; at most ${maxPages} are read`,
        "give the pages that matter",
        {
          status: 413,
        },
      );
    const pages = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const {items} = await page.getTextContent();
      const runs = items.flatMap((item) => ("str" in item ? runOf(item) : []));
      characters += runs.reduce((sum, {text}) => sum + text.length, 0);
      if (characters > maxCharacters)
        throw new InputError(
          `${name} has more than ${maxCharacters / 1e6} million characters`,
          "split the file",
          {status: 413},
        );
      pages.push(readingOrder(pageLines(runs)));
      page.cleanup();
    }
    const {info} = await pdf.getMetadata();
    return {
      mediaType: "text/plain",
      text: `${paragraphsOf(pages).join("\n\n")}\n`,
      title: statedTitle(Reflect.get(info, "Title")),
      author: null,
      published: null,
    };
  } finally {
    await pdf.destroy();
  }
}

/** Text that runs level; what is turned is a stamp or a margin's note. */
function runOf({
  str,
  transform,
  width,
}: {
  str: string;
  transform: unknown[];
  width: number;
}): TextRun[] {
  const [a, b, c, d, x, y] = transform.map(Number);
  if ([a, b, c, d, x, y].some((value) => value === undefined || !Number.isFinite(value))) return [];
  const size = Math.hypot(c ?? 0, d ?? 0);
  const isLevel = (a ?? 0) > 0 && Math.abs(b ?? 0) < 0.1 * (a ?? 0);
  return isLevel && size > 0 && str !== "" ? [{text: str, x: x ?? 0, y: y ?? 0, width, size}] : [];
}

/** Programs put the file's name where the title should be. */
function statedTitle(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 300) return null;
  const title = value.trim();
  return /\s/.test(title) && !/\.\w{2,4}$|^microsoft word|^untitled/i.test(title) ? title : null;
}
