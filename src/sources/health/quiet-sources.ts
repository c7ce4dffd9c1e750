import {type Article, type Capture, type Day, type Gap, gap, isGap} from "../../world/index.ts";
import {collectedFrom} from "./collected-from.ts";
import {type Silence, silenceOf} from "./silence.ts";

/** A source of which articles are known, and how long it has been quiet beyond its rhythm. */
export interface QuietSource {
  /** Its id. */
  readonly source: string;
  readonly title: string;
  readonly silence: Silence;
}

/**
 * The sources whose articles are known and that went quiet, by id. All of it is told from what the ledger held on the
 * day: a source is looked at as long as any source is collected.
 */
export function sourcesGoneQuiet(
  captures: readonly Pick<Capture, "sha256" | "origin" | "recordedOn" | "collected">[],
  articles: readonly Pick<Article, "captureSha256" | "origin" | "published" | "recordedOn">[],
): QuietSource[] {
  const collectedOf = collectedFrom(captures);
  const lookedUntil = captures
    .filter(({collected}) => collected !== undefined)
    .reduce<Day | null>((last, {recordedOn}) => laterOf(last, recordedOn), null);
  if (lookedUntil === null) return [];
  const found = new Map<string, {title: string; days: Day[]}>();
  for (const article of articles) {
    const {published, recordedOn} = article;
    const collected = collectedOf(article);
    if (collected === null) continue;
    const of = found.get(collected.source) ?? {title: collected.title, days: []};
    // A day that lies ahead of the reading is no day of which it had something.
    of.days.push(isGap(published) || published > recordedOn ? recordedOn : published);
    found.set(collected.source, of);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([source, {title, days}]) => {
      const silence = silenceOf(days, lookedUntil);
      return silence === null ? [] : [{source, title, silence}];
    });
}

/** A gap for each of them. */
export function quietSources(...known: Parameters<typeof sourcesGoneQuiet>): Gap[] {
  return sourcesGoneQuiet(...known).map(({title, silence}) =>
    gap(
      `news from ${title}`,
      `it has been quiet since ${silence.since}, for ${silence.days} days; before, its longest pause was ${silence.longestPause}`,
      "what it published since, or why it stopped",
    ),
  );
}

function laterOf(a: Day | null, b: Day): Day {
  return a === null || b > a ? b : a;
}
