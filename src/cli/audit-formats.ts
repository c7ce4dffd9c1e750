/** How an audit can be written. */
export const auditFormats = ["md", "html", "json", "claimreview", "annotated"] as const;
