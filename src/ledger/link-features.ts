import type {PartyId, Sector} from "../world/index.ts";
import {dayNumber, isGap} from "../world/index.ts";
import {sourceNames} from "./article-source.ts";
import type {Report} from "./report.ts";
import type {Words} from "./report-words.ts";
import {plainName} from "./settle-judgements.ts";
import {actMetBefore, type WordRarity} from "./word-rarity.ts";

/** What speaks for or against two reports telling of one happening: numbers from 0 to 1. */
const pairFeatures = [
  /** Share of the shorter passage's subject words, weighted by rarity, that the other has. */
  "subject-shared",
  /** Neither passage shares a subject word with the other. */
  "subject-apart",
  /** A subject word of one passage stands in the text around the other. */
  "subject-around",
  /** Rarity of the rarest subject word shared, squared: two who both name "Scorpene" mean one thing. */
  "rare-shared",
  /** The same word for the act. */
  "act-shared",
  /** Share of offices alike where both name some, and the rest. */
  "offices-alike",
  "offices-apart",
  /** Each was in another party's capital. */
  "places-apart",
  /** Days between them: 0 on one day, 1/2 after three, near 1 after a month. */
  "days-apart",
  /** Both give the day of the event, and it is another day. */
  "day-other",
  /** No sector in common, where both have one. */
  "sectors-apart",
  /** One article, or one outlet: it seldom tells a thing twice. */
  "outlet-alike",
] as const;
type PairFeature = (typeof pairFeatures)[number];

/** What speaks for or against a report telling of a happening, of which some reports are known: numbers from 0 to 1. */
export const linkFeatures = [
  ...pairFeatures,
  /** It shares a subject word with none of them, where there are several: 1/2 of two, 2/3 of three. */
  "apart-from-all",
] as const;
export type LinkFeature = (typeof linkFeatures)[number];

/**
 * A report against those of a happening: the mean over them, so that one report that is like it is not enough to draw
 * it to many that are not; and whether it shares a subject with none of them.
 */
export function featuresOf(
  happening: readonly Profile[],
  profile: Profile,
  rarity: WordRarity,
): Record<LinkFeature, number> {
  const pairs = happening.map((one) => pairFeaturesOf(one, profile, rarity));
  const many = pairs.length;
  const features = Object.fromEntries(
    pairFeatures.map((name) => [name, pairs.reduce((sum, one) => sum + one[name], 0) / many]),
  ) as Record<PairFeature, number>;
  const fromAll = pairs.every((one) => one["subject-apart"] > 0);
  return {...features, "apart-from-all": fromAll ? 1 - 1 / many : 0};
}

/** A report with all that is compared. */
export interface Profile {
  readonly report: Report;
  readonly words: Words;
  readonly sectors: readonly Sector[];
  readonly sources: string;
  readonly outlets: ReadonlySet<string>;
  readonly day: number | null;
  readonly dated: boolean;
}

export function profileOf(report: Report, words: Words): Profile {
  const {event, article} = report;
  const placed = isGap(event.when) ? article.published : event.when;
  return {
    report,
    words,
    sectors: event.sectors.filter((sector) => sector !== "other"),
    sources: [...event.sources].sort().join(),
    outlets: new Set(sourceNames(article).map(plainName)),
    day: isGap(placed) ? null : dayNumber(placed),
    dated: !isGap(event.when),
  };
}

/** Days that two reports count as apart where neither has a day. */
const daysUnknown = 7;

const yes = (truth: boolean) => (truth ? 1 : 0);

function meets<One>(some: ReadonlySet<One>, others: ReadonlySet<One>): boolean {
  const [few, many] = some.size <= others.size ? [some, others] : [others, some];
  for (const one of few) if (many.has(one)) return true;
  return false;
}

function pairFeaturesOf(a: Profile, b: Profile, rarity: WordRarity): Record<PairFeature, number> {
  const {words: one} = a;
  const {words: other} = b;
  const oneArticle = a.report.article.id === b.report.article.id;
  const [short, long] = one.subject.size <= other.subject.size ? [one, other] : [other, one];
  let shared = 0;
  let all = 0;
  let rarest = 0;
  for (const word of short.subject) {
    const weight = rarity.of(word);
    all += weight;
    if (!long.subject.has(word)) continue;
    shared += weight;
    rarest = Math.max(rarest, weight);
  }
  let act = 0;
  for (const word of one.act)
    if (other.act.has(word)) act = Math.max(act, rarity.of(word, actMetBefore));
  const offices = alike(one.roles, other.roles);
  const places = alike<PartyId>(one.places, other.places);
  const days = a.day === null || b.day === null ? null : Math.abs(a.day - b.day);
  // Two texts without a day may be of one happening, but nothing says that they are near one another.
  const apart = days ?? (oneArticle ? 0 : daysUnknown);
  const bothDated = a.dated && b.dated && days !== null;
  return {
    "subject-shared": all === 0 ? 0 : shared / all,
    "subject-apart": shared > 0 ? 0 : short.subject.size / (short.subject.size + 2),
    // In one article each passage stands around the other, which says nothing.
    "subject-around": yes(
      !oneArticle && (meets(one.subject, other.around) || meets(other.subject, one.around)),
    ),
    "rare-shared": rarest ** 2,
    "act-shared": act,
    "offices-alike": offices ?? 0,
    "offices-apart": offices === null ? 0 : 1 - offices,
    "places-apart": places === null ? 0 : 1 - places,
    "days-apart": apart / (apart + 3),
    "day-other": yes(bothDated && days !== 0),
    "sectors-apart": yes(
      a.sectors.length > 0 &&
        b.sectors.length > 0 &&
        !a.sectors.some((sector) => b.sectors.includes(sector)),
    ),
    "outlet-alike": yes(oneArticle || meets(a.outlets, b.outlets)),
  };
}

/** Share of the smaller set that both have; null where one says nothing. */
function alike<One>(a: ReadonlySet<One>, b: ReadonlySet<One>): number | null {
  if (a.size === 0 || b.size === 0) return null;
  return [...a].filter((one) => b.has(one)).length / Math.min(a.size, b.size);
}
