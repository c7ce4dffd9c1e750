/** Longest rest that a host is given at its word, in milliseconds: a day. */
const longestRestMs = 86_400_000;
/** The three forms of a date in HTTP (RFC 9110, 5.6.7), as far as their beginnings. */
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? [\w :,-]{10,40}$/;

/**
 * How long a host asks to be left alone, in milliseconds from now; null where it does not say, or not in a form that
 * RFC 9110 knows (10.2.3: seconds, or a date).
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? "";
  const wait = /^\d{1,12}$/.test(text)
    ? Number(text) * 1000
    : httpDate.test(text)
      ? Date.parse(/GMT$/.test(text) ? text : `${text} GMT`) - now
      : Number.NaN;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), longestRestMs);
}
