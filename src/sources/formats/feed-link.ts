const longestAddress = 4000;

/**
 * An absolute http(s) address from one that a feed states, resolved against the given bases from the outside in; null for any other
 * scheme (`javascript:`, `data:`, `file:`), for one with a user name, and for what is no address.
 */
export function feedLink(
  stated: string | null | undefined,
  ...bases: readonly (string | null)[]
): string | null {
  const text = stated?.replace(/[\t\n\r]/g, "").trim() ?? "";
  if (text === "" || text.length > longestAddress) return null;
  let base: string | undefined;
  for (const one of bases) {
    const next = one?.trim() ?? "";
    if (next !== "" && URL.canParse(next, base)) base = new URL(next, base).href;
  }
  if (!URL.canParse(text, base)) return null;
  const {protocol, username, password, href} = new URL(text, base);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? href : null;
}
