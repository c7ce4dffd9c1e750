/** What a feed tells of its publisher's pages, whatever its format. All of it is text from outside. */
export interface FeedRead {
  /** A sitemap without news in it is a "news-sitemap" whose items have no title. */
  readonly kind: "rss" | "atom" | "rdf" | "json-feed" | "news-sitemap" | "sitemap-index";
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** Entries that tell nothing of a page, with the reason. */
  readonly skipped: readonly {readonly why: string}[];
}

export interface FeedItem {
  /** The publisher's own name for it; else its address; else made of its words. */
  readonly id: string;
  /** Absolute http(s) address; null where none is stated. */
  readonly url: string | null;
  readonly title: string | null;
  /** Words without markup, at most some 2,000 characters. */
  readonly summary: string | null;
  /** The text itself as markup, where the feed carries it. Not safe to show. */
  readonly contentHtml: string | null;
  /** An instant in UTC, or the day alone where the feed states no more, or no zone. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly author: string | null;
  readonly language: string | null;
}

/** Where a feed came from and what its server called it. */
export interface FeedOrigin {
  readonly url: string;
  readonly contentType: string | null;
}
