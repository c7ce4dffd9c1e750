import type {CodedEvent, LinkedReport, MaybeSame, Reference} from "../world/index.ts";
import {featuresOf, type Profile, profileOf} from "./link-features.ts";
import {moveId} from "./move-id.ts";
import type {Report} from "./report.ts";
import {type OwnWords, readWords} from "./report-words.ts";
import {blockOf, explain, mayBeSame, mostDaysApart, scoreOf, thresholds} from "./same-happening.ts";
import type {Decision, Decisions} from "./settle-judgements.ts";
import {type WordRarity, wordsMet} from "./word-rarity.ts";

/** Reports of one happening, in the order in which they came to be known. */
export interface Happening {
  readonly id: string;
  readonly reports: readonly Report[];
  readonly links: readonly LinkedReport[];
  readonly maybeSameAs: readonly MaybeSame[];
  /** What people decided about which reports belong together. */
  readonly settled: readonly Decision<unknown>[];
}

interface Growing {
  readonly order: number;
  readonly profiles: Profile[];
  readonly links: LinkedReport[];
  readonly maybe: {readonly other: Growing; readonly score: number; readonly because: string[]}[];
  readonly settled: Decision<unknown>[];
}

/** Reports of a happening that a new one is compared with: its first and its newest, so that no chain grows long. */
const compared = 6;

/** Days of a bucket in which happenings of one block are kept, so that a report meets only those that are near. */
const bucketDays = 8;

/** Id of the move that a report begins: what it was made of. */
export function idOf({id, evidence}: CodedEvent): string {
  return moveId("article", evidence.articleId, id);
}

/** Links reports, given one after another in the order in which they came to be known. */
export interface ReportLinker {
  /** A report to be linked. */
  take(report: Report): void;
  end(): Happening[];
}

/** How rare words were when a report came to be known. */
export type RarityAt = (event: CodedEvent, words: OwnWords) => WordRarity;

/** For reports that are all linked together: each is met as it comes. */
export function rarityInTurn(): RarityAt {
  const met = wordsMet();
  return (_, words) => met.before(met.meet(words));
}

/**
 * Links reports into happenings: each joins the likeliest happening from the upper threshold on, else it begins one and
 * says which it may belong to. What people said comes first: reports that are not the same are never compared, and
 * happenings said to be one are joined at the end. Blocks that no judgement joins may be linked apart from one another.
 */
export function reportLinker(
  reference: Reference,
  decisions: Decisions,
  rarityAt: RarityAt,
): ReportLinker {
  const words = readWords(reference);
  const apart = keptApart(decisions);
  const index = new Map<string, Growing[]>();
  const happenings: Growing[] = [];
  const take = (report: Report) => {
    const profile = profileOf(report, words.of(report));
    const rarity = rarityAt(report.event, profile.words);
    const banned = new Set(
      apart.size === 0 ? [] : namesOf(report.event).flatMap((name) => [...(apart.get(name) ?? [])]),
    );
    const near = candidates(index, profile).filter(
      ({profiles}) =>
        banned.size === 0 ||
        !profiles.some((one) => namesOf(one.report.event).some((name) => banned.has(name))),
    );
    const best = likeliest(near, profile, rarity);
    if (best !== undefined && best.score >= thresholds.same) {
      best.happening.profiles.push(profile);
      best.happening.links.push({
        ...linkOf(report),
        score: round(best.score),
        because: best.because(),
      });
    } else {
      const begun: Growing = {
        order: happenings.length,
        profiles: [profile],
        links: [{...linkOf(report), score: null, because: ["first report"]}],
        maybe: [],
        settled: [],
      };
      if (best !== undefined && best.score >= thresholds.unsure) {
        const because = best.because();
        begun.maybe.push({other: best.happening, score: best.score, because});
        best.happening.maybe.push({other: begun, score: best.score, because});
      }
      happenings.push(begun);
      for (const key of keysOf(profile)) {
        const there = index.get(key);
        if (there === undefined) index.set(key, [begun]);
        else there.push(begun);
      }
    }
  };
  return {take, end: () => finish(happenings, decisions)};
}

function linkOf({event, article}: Report) {
  return {eventId: event.id, articleId: article.id};
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function bucketOf(day: number | null): number | null {
  return day === null ? null : Math.floor(day / bucketDays);
}

/** Under which a happening is found: its bucket, and the article that began it, which an undated passage may share. */
function keysOf({report, day}: Profile): string[] {
  const block = blockOf(report.event);
  return [`${bucketOf(day) ?? "undated"} ${block}`, `of ${report.article.id} ${block}`];
}

/** Happenings of the report's block whose first report is near enough in time, or in its article. */
function candidates(index: ReadonlyMap<string, readonly Growing[]>, profile: Profile): Growing[] {
  const block = blockOf(profile.report.event);
  const at = bucketOf(profile.day);
  const reach = Math.ceil(mostDaysApart / bucketDays);
  const near =
    at === null
      ? [`of ${profile.report.article.id} ${block}`]
      : Array.from({length: 2 * reach + 1}, (_, step) => `${at - reach + step} ${block}`);
  const found = new Set([...near, `undated ${block}`].flatMap((key) => index.get(key) ?? []));
  return [...found].filter(
    ({profiles: [first]}) => first !== undefined && mayBeSame(first, profile),
  );
}

interface Likeliest {
  readonly happening: Growing;
  readonly score: number;
  readonly because: () => string[];
}

/** The happening that a report is likeliest to tell of; of equals the one begun first. */
function likeliest(
  happenings: readonly Growing[],
  profile: Profile,
  rarity: WordRarity,
): Likeliest | undefined {
  let best: Likeliest | undefined;
  for (const happening of happenings) {
    const told = comparedOf(happening);
    const features = featuresOf(told, profile, rarity);
    const score = scoreOf(features);
    if (
      best === undefined ||
      score > best.score ||
      (score === best.score && happening.order < best.happening.order)
    )
      best = {happening, score, because: () => explain(told, profile, features)};
  }
  return best;
}

function comparedOf({profiles}: Growing): Profile[] {
  return profiles.length <= compared
    ? profiles
    : [...profiles.slice(0, 1), ...profiles.slice(1 - compared)];
}

/** Ids under which people may speak of an event: its own, and that of the move that it would begin. */
export function namesOf(event: CodedEvent): readonly [string, string] {
  return [event.id, idOf(event)];
}

/** Names that people keep apart from a name. */
function keptApart(decisions: Decisions): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>();
  for (const {ids, decision} of decisions.pairs) {
    if (decision.value !== "not-same") continue;
    const [one, other] = ids;
    apart.set(one, new Set([...(apart.get(one) ?? []), other]));
    apart.set(other, new Set([...(apart.get(other) ?? []), one]));
  }
  return apart;
}

/** Joins what people say is one, unless it holds reports that they say are not, and names who disputes what stands. */
function finish(happenings: readonly Growing[], decisions: Decisions): Happening[] {
  const joined = new Map(happenings.map((one) => [one, [one]]));
  if (decisions.pairs.length > 0) joinDecided(happenings, joined, decisions);
  const groups = new Set(joined.values());
  const firstOf = (one: Growing): Growing => joined.get(one)?.[0] ?? one;
  return [...groups].map((group) => {
    const [first] = group;
    const begun = first?.profiles[0];
    if (first === undefined || begun === undefined) throw new Error("a happening has no report");
    const maybe = new Map<Growing, MaybeSame>();
    for (const {other, score, because} of group.flatMap((one) => one.maybe)) {
      const to = firstOf(other);
      const head = to.profiles[0];
      if (to === first || head === undefined) continue;
      if ((maybe.get(to)?.score ?? 0) < score)
        maybe.set(to, {moveId: idOf(head.report.event), score: round(score), because});
    }
    return {
      id: idOf(begun.report.event),
      reports: group.flatMap(({profiles}) => profiles.map(({report}) => report)),
      links: group.flatMap(({links}, at) =>
        at === 0 ? links : links.map((link) => (link.score === null ? byPeople(link) : link)),
      ),
      maybeSameAs: [...maybe.values()].sort(
        (a, b) => b.score - a.score || (a.moveId < b.moveId ? -1 : 1),
      ),
      settled: [...new Set(group.flatMap(({settled}) => settled))],
    };
  });
}

/** A report that began a happening of its own, until people said that it is another's. */
function byPeople(link: LinkedReport): LinkedReport {
  return {...link, because: ["people say that it is the same"]};
}

function joinDecided(
  happenings: readonly Growing[],
  joined: Map<Growing, Growing[]>,
  decisions: Decisions,
): void {
  const holder = new Map<string, Growing>();
  for (const one of happenings)
    for (const {report} of one.profiles)
      for (const name of namesOf(report.event)) holder.set(name, one);
  const held = (id: string) => holder.get(id);
  const groupOf = (id: string) => {
    const one = held(id);
    return one === undefined ? undefined : joined.get(one);
  };
  const apart = decisions.pairs.filter(({decision}) => decision.value === "not-same");
  for (const {ids, decision} of decisions.pairs) {
    const [one, other] = [groupOf(ids[0]), groupOf(ids[1])];
    if (one === undefined || other === undefined) continue;
    for (const id of ids) held(id)?.settled.push(decision);
    if (decision.value !== "same-move" || one === other) continue;
    const whole = [...one, ...other].sort((a, b) => a.order - b.order);
    if (apart.some(({ids: [a, b]}) => within(whole, held(a)) && within(whole, held(b)))) continue;
    for (const each of whole) joined.set(each, whole);
  }
}

function within(group: readonly Growing[], one: Growing | undefined): boolean {
  return one !== undefined && group.includes(one);
}
