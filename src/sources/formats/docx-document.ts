import mammoth from "mammoth";
import type {ImportDisk} from "../importers/import-disk.ts";
import {unzip, zipEntries} from "../importers/zip-entry.ts";
import {InputError} from "../input-error.ts";
import type {OpenedDocument} from "./opened-document.ts";

/** What a DOCX file may unfold to, in bytes; its text is a small part of that. */
const maxUnfolded = 100_000_000;

/** A DOCX file's text as markup, with headings, lists and tables. Pictures are left out; links to files are not followed. */
export async function docxDocument(bytes: Uint8Array, name: string): Promise<OpenedDocument> {
  await refuseBomb(bytes, name);
  const {value} = await mammoth.convertToHtml(
    {buffer: Buffer.from(bytes)},
    {convertImage: mammoth.images.imgElement(async () => ({src: ""})), externalFileAccess: false},
  );
  return {mediaType: "text/html", text: value, title: null, author: null, published: null};
}

/** Unfolds every entry once without keeping it: the sizes that an archive states may be lies. */
async function refuseBomb(bytes: Uint8Array, name: string): Promise<void> {
  const disk: ImportDisk = {
    sizeOf: async () => bytes.length,
    read: async function* (_, start, end) {
      yield bytes.subarray(start, end);
    },
  };
  let unfolded = 0;
  for (const entry of await zipEntries(name, name, bytes.length, disk)) {
    if (!entry.canDecodeFileData())
      throw new InputError(
        `${name} is locked with a password`,
        "save it without one and give that file",
        {status: 422},
      );
    for await (const chunk of unzip(name, name, bytes.length, disk, entry)) {
      unfolded += chunk.length;
      if (unfolded > maxUnfolded)
        throw new InputError(
          `${name} unfolds to more than ${maxUnfolded / 1e6} MB`,
          "save its text alone and give that file",
          {status: 413},
        );
    }
  }
}
