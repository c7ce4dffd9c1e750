import {createHash} from "node:crypto";
import {nothingKnown, readCapture, type SourcePrior} from "../../src/reading/index.ts";
import {type Article, day} from "../../src/world/index.ts";

export type Kind = "text/plain" | "text/markdown" | "text/html";

/** Reads text or bytes as if they had come from `origin` on 15 January 2026. */
export function readText(
  text: string | Uint8Array,
  mediaType: Kind = "text/plain",
  origin = "note.txt",
  prior: SourcePrior = nothingKnown,
): Article {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readCapture(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      origin,
      mediaType,
      bytes,
      recordedOn: day("2026-01-15"),
      specimen: false,
    },
    null,
    prior,
  );
}
