import type {Flag, Grade} from "../world/index.ts";
import {noRecord, uncompared} from "../world/index.ts";
import {hostOf} from "./known-outlets.ts";

/** Hosts that only a government can register, or that are one: a suffix, and whose it is. */
const officialHosts: readonly (readonly [suffix: string, whose: string])[] = [
  ["gov", "a government's"],
  ["mil", "a government's"],
  ["gob", "a government's"],
  ["gouv", "a government's"],
  ["go", "a government's"],
  ["kremlin.ru", "the presidency's"],
  ["mid.ru", "the foreign ministry's"],
  ["government.ru", "the government's"],
  ["europa.eu", "the European Union's"],
  ["un.org", "the United Nations'"],
  ["asean.org", "ASEAN's"],
];

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

function officialHost(origin: string): string | null {
  const host = hostOf(origin);
  if (host === null) return null;
  const labels = host.split(".");
  for (const [suffix, whose] of officialHosts) {
    if (suffix.includes(".") && (host === suffix || host.endsWith(`.${suffix}`))) return whose;
    // "kemlu.go.id", "state.gov", "foreign.gov.my": the label stands last, or before a country's.
    const at = labels.indexOf(suffix);
    if (
      at > 0 &&
      (at === labels.length - 1 || (at === labels.length - 2 && labels.at(-1)?.length === 2))
    )
      return whose;
  }
  return null;
}
