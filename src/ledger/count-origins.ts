import type {Article} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import type {Report} from "./same-happening.ts";

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Who speaks in an article: its outlet, else the host it came from. `null`: nobody can tell. */
function outletOf(article: Article): string | null {
  if (!isGap(article.outlet)) return plain(article.outlet);
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(article.origin)?.[1];
  return host === undefined ? null : host.toLowerCase();
}

/** A text that only passes on what another said. */
function passesOn(article: Article): boolean {
  return (
    article.cites.length > 0 ||
    article.flags.some((flag) => flag.kind === "secondary" || flag.kind === "source-not-seen")
  );
}

/**
 * Independent origins among the reports of one happening. An article that passes on an outlet's report adds none: if
 * that outlet's own article is here it counts for itself, and if not, nobody here has seen it. Articles that share a
 * sentence count once, whoever printed it; articles whose outlet is unknown count once together.
 */
export function countOrigins(reports: readonly Report[]): number {
  const groups: {outlets: Set<string>; sentences: Set<string>}[] = [];
  for (const {article, event} of reports) {
    if (article.specimen || passesOn(article)) continue;
    const outlet = outletOf(article) ?? "(unknown)";
    const sentence = plain(event.evidence.quote);
    const met = groups.filter(
      (group) => group.outlets.has(outlet) || (sentence !== "" && group.sentences.has(sentence)),
    );
    const joined = {
      outlets: new Set([outlet, ...met.flatMap((group) => [...group.outlets])]),
      sentences: new Set([sentence, ...met.flatMap((group) => [...group.sentences])]),
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), joined);
  }
  return groups.length;
}
