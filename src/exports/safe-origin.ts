import {percentEncoded} from "./percent-encoded.ts";

/**
 * Where a text came from, as a URI that tells nothing of the machine on which it was read: an address without its user
 * and password, a local file by its name alone, stdin by the hash of what came.
 */
export function safeOrigin(origin: string, sha256: string): string {
  if (origin === "-") return `urn:demarche:stdin:${sha256}`;
  const address = addressOf(origin);
  if (address !== null) return address;
  const named = /^([a-z][a-z0-9+.-]+):(.*)$/is.exec(origin);
  if (named?.[1] === "specimen") return `urn:demarche:specimen:${percentEncoded(named[2] ?? "")}`;
  const name = origin.split(/[/\\]/).at(-1) ?? "";
  return `file:///${percentEncoded(name)}`;
}

/** The address of a page, without user and password; null for what nobody else can open. */
export function addressOf(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null;
  const url = new URL(origin);
  url.username = "";
  url.password = "";
  return url.href;
}
