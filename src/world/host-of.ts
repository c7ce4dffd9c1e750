/** The host of an http(s) address without "www."; null where the origin is no such address. */
export function hostOf(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).hostname.replace(/^www\./, "");
}
