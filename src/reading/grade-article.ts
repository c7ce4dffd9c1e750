import type {Flag, Grade} from "../world/index.ts";
import {noRecord, uncompared} from "../world/index.ts";
import {officialHost} from "./official-host.ts";

/**
 * The Admiralty grade that reading alone can give. Reliability belongs to a source, and we keep no record of sources: F, except
 * for an authority's own site, which is first-hand on its own position and a party on facts (C). Credibility belongs to an item
 * beside others: nothing is compared here, so 6. What speaks against relying on the text is told as reasons.
 */
export function gradeArticle(flags: readonly Flag[], origin: string): Grade {
  const kinds = new Set(flags.map(({kind}) => kind));
  const faults = [
    ["machine-residue", "machine-written: a chatbot's leftover stands in it"],
    ["secondary", "secondary: it passes on another outlet's report"],
    ["source-not-seen", "source not seen: the report that it cites was not read"],
    ["copied-claims", "copied: most of what it reports is another outlet's"],
    [
      "no-primary-source",
      "no primary source: nobody who was there is quoted or named as saying it",
    ],
    ["no-person", "no person is named in it"],
    ["no-date", "undated"],
    ["no-author", "no author named"],
    ["template-tables", "its tables hold no figure and no date"],
  ] as const;
  const reasons = faults.filter(([kind]) => kinds.has(kind)).map(([, reason]) => reason);
  const whose = officialHost(origin);
  const sound = !kinds.has("machine-residue") && !kinds.has("secondary");
  if (whose !== null && sound)
    return {
      reliability: "C",
      credibility: 6,
      reasons: [
        ...reasons,
        `it stands on ${whose} own site: first-hand on its own position, a party on facts`,
        uncompared,
      ],
    };
  return {
    reliability: "F",
    credibility: 6,
    reasons: [...reasons, noRecord, uncompared],
  };
}
