import {createHash} from "node:crypto";
import {plainWords} from "./feed-words.ts";

/** What tells an item of a feed from its others: the publisher's own id, else its address, else a hash of what it says. */
export function feedId(
  stated: string | null,
  url: string | null,
  ...said: readonly (string | null)[]
): string {
  return (
    plainWords(stated ?? "", 2000) ??
    url ??
    `sha256:${createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 32)}`
  );
}
