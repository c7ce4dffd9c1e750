import type {SourceKnown, SourcesBody} from "../../api/index.ts";
import {dayWords} from "./number-words.ts";

/** How a source does, and the words for it. */
export const healthWords = {
  answers: "answering",
  fails: "failing",
  quiet: "quiet",
  unchecked: "not checked from this machine",
} as const;
export type Health = keyof typeof healthWords;

export const groupings = ["country", "kind"] as const;
export type Grouping = (typeof groupings)[number];

/** What a reader looks for among the sources. */
export interface SourceSearch {
  readonly find: string | null;
  readonly health: Health | null;
  readonly by: Grouping;
}

export interface SourceGroup {
  readonly name: string;
  readonly sources: readonly SourceKnown[];
}

/** How it does; null on a past day, of which that is not kept, unless it had gone quiet. */
export function healthOf({health, silence}: SourceKnown): Health | null {
  if (!("kind" in health) && health.state === "fails") return "fails";
  if (silence !== null) return "quiet";
  return "kind" in health ? null : health.state;
}

/** What is known of how it does, as sentences. */
export function healthSentences(one: SourceKnown): readonly string[] {
  const {health, silence} = one;
  const quiet =
    silence === null
      ? []
      : [
          `Quiet since ${dayWords(silence.since)}; before, its longest pause was ${silence.longestPause} days.`,
        ];
  if ("kind" in health) return quiet.length === 0 ? [`Not known: ${health.why}.`] : quiet;
  const failing =
    health.failures === 0 ? [] : [`Failed ${health.failures} times in a row: ${health.error}.`];
  const checked = health.checkedOn === null ? [] : [`Checked on ${dayWords(health.checkedOn)}.`];
  const waiting = health.waiting === 0 ? [] : [`${health.waiting} of its items wait to be read.`];
  return [...failing, ...quiet, ...checked, ...waiting];
}

/** "30 November 2026, 12:00 UTC"; null where it never answered, or nobody knows. */
export function lastSuccessWords({health}: SourceKnown): string | null {
  if ("kind" in health || health.lastSuccess === null) return null;
  return `${dayWords(health.lastSuccess.slice(0, 10))}, ${health.lastSuccess.slice(11, 16)} UTC`;
}

/** The sources that a reader looks for, by country or by kind; groups and sources stand in the order of their names. */
export function groupSources(
  {sources}: Pick<SourcesBody, "sources">,
  {find, health, by}: SourceSearch,
  nameOf: (code: string) => string,
): readonly SourceGroup[] {
  const words = (find ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, SourceKnown[]>();
  for (const one of sources) {
    if (health !== null && healthOf(one) !== health) continue;
    const {source} = one;
    const country = source.country === null ? "organisations of states" : nameOf(source.country);
    const text = [source.id, source.title, source.owner, country, source.kind, source.at]
      .join(" ")
      .toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const name = by === "country" ? country : source.kind;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, "en"))
    .map(([name, own]) => ({
      name,
      sources: own.sort((a, b) => a.source.title.localeCompare(b.source.title, "en")),
    }));
}

/** The first so many sources of the groups; groups of which none is left stand no more. */
export function firstSources(
  groups: readonly SourceGroup[],
  count: number,
): readonly SourceGroup[] {
  let left = count;
  return groups.flatMap(({name, sources}) => {
    const some = sources.slice(0, left);
    left -= some.length;
    return some.length === 0 ? [] : [{name, sources: some}];
  });
}
