import {hostOf} from "../world/index.ts";

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

/** Whose official site an address is on ("a government's"), or `null`. */
export function officialHost(origin: string): string | null {
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
