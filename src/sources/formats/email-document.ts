import PostalMime from "postal-mime";
import {withSigns} from "./decode-bytes.ts";
import type {OpenedDocument} from "./opened-document.ts";

/** An e-mail's subject, sender, date and words: its text part, else its HTML part. Attachments are not opened. */
export async function emailDocument(bytes: Uint8Array): Promise<OpenedDocument> {
  // The parser takes over the memory that it is given.
  const mail = await new PostalMime({maxNestingDepth: 20, rfc822Attachments: true}).parse(
    new Uint8Array(bytes),
  );
  // The parser decodes by the same decoder as we do.
  const plain = withSigns(mail.text?.trim() ?? "");
  return {
    mediaType: plain === "" ? "text/html" : "text/plain",
    text: plain === "" ? withSigns(mail.html ?? "") : `${plain}\n`,
    title: mail.subject ?? null,
    author: mail.from?.name || null,
    published: mail.date ?? null,
  };
}
