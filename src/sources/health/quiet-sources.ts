import {type Article, type Capture, type Day, type Gap, gap, isGap} from "../../world/index.ts";
import {silenceOf} from "./silence.ts";

/**
 * A gap for each source whose articles are known and that went quiet. All of it is told from what the ledger held on
 * the day: a source is looked at as long as any source is collected.
 */
export function quietSources(
  captures: readonly Pick<Capture, "sha256" | "recordedOn" | "collected">[],
  articles: readonly Pick<Article, "captureSha256" | "published" | "recordedOn">[],
): Gap[] {
  const sourceOf = new Map(
    captures.flatMap(({sha256, collected}) =>
      collected === undefined ? [] : [[sha256, collected] as const],
    ),
  );
  const lookedUntil = captures
    .filter(({collected}) => collected !== undefined)
    .reduce<Day | null>((last, {recordedOn}) => laterOf(last, recordedOn), null);
  if (lookedUntil === null) return [];
  const found = new Map<string, {title: string; days: Day[]}>();
  for (const {captureSha256, published, recordedOn} of articles) {
    const collected = sourceOf.get(captureSha256);
    if (collected === undefined) continue;
    const of = found.get(collected.source) ?? {title: collected.title, days: []};
    // A day that lies ahead of the reading is no day of which it had something.
    of.days.push(isGap(published) || published > recordedOn ? recordedOn : published);
    found.set(collected.source, of);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, {title, days}]) => {
      const silence = silenceOf(days, lookedUntil);
      if (silence === null) return [];
      return gap(
        `news from ${title}`,
        `it has been quiet since ${silence.since}, for ${silence.days} days; before, its longest pause was ${silence.longestPause}`,
        "what it published since, or why it stopped",
      );
    });
}

function laterOf(a: Day | null, b: Day): Day {
  return a === null || b > a ? b : a;
}
