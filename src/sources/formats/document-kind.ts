/** Media types of the documents that are opened before they are read. */
export const documentTypes = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  email: "message/rfc822",
} as const;

export type DocumentType = (typeof documentTypes)[keyof typeof documentTypes];

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

/** Which document the bytes are, by what they begin with; a name or a server's word alone makes none but an e-mail. */
export function documentType(
  bytes: Uint8Array,
  origin: string,
  declared: string | null,
): DocumentType | null {
  const start = ascii(bytes, 0, 1024);
  // Readers take a PDF whose mark stands anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
  if (start.includes("%PDF-")) return documentTypes.pdf;
  if (start.startsWith("PK\x03\x04"))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("word/document.xml")
      ? documentTypes.docx
      : null;
  const isCalled =
    /\.eml$/i.test(origin.replace(/[?#].*$/, "")) || /^message\/rfc822\b/i.test(declared ?? "");
  return isCalled || isEmail(start) ? documentTypes.email : null;
}

export function isDocumentType(mediaType: string): mediaType is DocumentType {
  return Object.values<string>(documentTypes).includes(mediaType);
}

/** Header fields from the first line on, among them a sender and one that only a mail program writes (RFC 5322). */
function isEmail(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/, 1)[0] ?? "";
  return (
    /^[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]/.test(head) &&
    /^From:[ \t]/m.test(head) &&
    /^(?:MIME-Version|Message-ID|Received|DKIM-Signature):[ \t]/im.test(head)
  );
}
