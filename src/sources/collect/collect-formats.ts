/** What a feed tells of its publisher's pages, whatever its format. All of it is text from outside. */
export interface FeedRead {
  readonly kind: "rss" | "atom" | "rdf" | "json-feed" | "news-sitemap" | "sitemap-index";
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** Entries that tell nothing of a page, with the reason. */
  readonly skipped: readonly {readonly why: string}[];
}

export interface FeedItem {
  readonly id: string;
  /** Absolute http(s) address; null where none is stated. */
  readonly url: string | null;
  readonly title: string | null;
  /** Words without markup. */
  readonly summary: string | null;
  /** The text itself as markup, where the feed carries it. Not safe to show. */
  readonly contentHtml: string | null;
  /** An instant in UTC, or the day alone. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

/** A page of a web archive. */
export interface ArchivedPage {
  readonly url: string;
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
}

/** How the kinds of sources are read. */
export interface CollectFormats {
  readonly readFeed: (
    bytes: Uint8Array,
    origin: {readonly url: string; readonly contentType: string | null},
  ) => FeedRead | Promise<FeedRead>;
  /** `tell` hears of what is broken and passed over. */
  readonly readArchive: (path: string, tell: (why: string) => void) => AsyncIterable<ArchivedPage>;
  readonly parseLastUpdate: (
    text: string,
  ) => readonly {readonly url: string; readonly sizeBytes: number; readonly md5: string}[];
}
