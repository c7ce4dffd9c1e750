/** What a document says, as text or markup that reading takes further, and what it states of itself. */
export interface OpenedDocument {
  readonly mediaType: "text/plain" | "text/html";
  readonly text: string;
  readonly title: string | null;
  readonly author: string | null;
  /** The day of publication in the document's own words. */
  readonly published: string | null;
}
