import {describe, expect, it} from "vitest";
import {standardDraws} from "../../../src/math/index.ts";
import {quietSources} from "../../../src/sources/health/quiet-sources.ts";
import {silenceOf} from "../../../src/sources/health/silence.ts";
import {type Day, day, dayNumber} from "../../../src/world/index.ts";

const first = dayNumber(day("2024-01-01"));
const dayAt = (number: number): Day =>
  new Date((first + number) * 86_400_000).toISOString().slice(0, 10) as Day;

type Draws = ReturnType<typeof standardDraws>;
const some = (mean: number) => 1 - Math.exp(-mean);
const isWeekend = (day: number) => day % 7 >= 5;

/** Whether a source has something on a day, by kind of source. */
const rhythms: Readonly<Record<string, (draws: Draws) => (day: number) => number>> = {
  "an hourly wire": () => () => some(20),
  "two a day": () => () => some(2),
  "an office on weekdays": () => (day) => (isWeekend(day) ? 0.02 : 0.9),
  "a slow office": () => (day) => (isWeekend(day) ? 0 : 0.45),
  "one in five days": () => () => some(0.2),
  "one in twenty days": () => () => some(0.05),
  "a weekly": () => (day) => (day % 7 === 3 ? 0.93 : 0.03),
  "a monthly": () => (day) => (day % 30 === 0 ? 0.9 : 0.01),
  "an office with two holidays a year": () => (day) => {
    const ofYear = day % 365;
    const isHoliday = (ofYear >= 100 && ofYear < 109) || (ofYear >= 355 && ofYear < 365);
    return isWeekend(day) ? 0.02 : isHoliday ? 0.03 : 0.9;
  },
  "busy and idle spells": (draws) => {
    let level = 0;
    return () => {
      level = 0.93 * level + 0.37 * draws.normal();
      return some(0.5 * Math.exp(level - 0.5));
    };
  },
};

/** Two years of a source; the second is watched day by day. */
function isEverToldQuiet(kind: string, seed: number): boolean {
  const draws = standardDraws(seed);
  const chance = (rhythms[kind] as (draws: Draws) => (day: number) => number)(draws);
  const days: Day[] = [];
  for (let day = 0; day < 730; day++) {
    if (draws.uniform() < chance(day)) days.push(dayAt(day));
    else if (day >= 365 && silenceOf(days.slice(-91), dayAt(day)) !== null) return true;
  }
  return false;
}

describe("a silence that is none", () => {
  it.each(Object.keys(rhythms))("is told in at most 5 %% of years of %s", (kind) => {
    const years = 100;
    const told = Array.from({length: years}, (_, seed) => isEverToldQuiet(kind, seed + 1));
    expect(told.filter(Boolean).length / years).toBeLessThanOrEqual(0.05);
  });
});

describe("a source that stops", () => {
  const daily = Array.from({length: 30}, (_, i) => dayAt(i));

  it("is told of once it is silent for three times its longest pause", () => {
    expect(silenceOf(daily, dayAt(32))).toBeNull();
    expect(silenceOf(daily, dayAt(33))).toEqual({since: dayAt(29), days: 4, longestPause: 1});
    const weekdays = Array.from({length: 60}, (_, i) => i).filter((i) => !isWeekend(i));
    const until = (days: number) => silenceOf(weekdays.map(dayAt), dayAt(59 + days));
    expect([until(9), until(10)]).toEqual([null, expect.objectContaining({longestPause: 3})]);
  });

  it("of which too little is known is not judged", () => {
    expect(silenceOf([], dayAt(100))).toBeNull();
    expect(silenceOf(daily.slice(0, 10), dayAt(100))).toBeNull();
    expect(silenceOf(daily.slice(0, 11), dayAt(100))).not.toBeNull();
  });

  it("is a gap of every answer that has its articles, from what the ledger held that day", () => {
    const about = (source: string, recordedOn: Day) => ({
      sha256: `${source} ${recordedOn}`,
      origin: source,
      recordedOn,
      collected: {
        source,
        title: `The ${source}`,
        language: "en",
        country: null,
        reliability: {letter: "C", onOwnPosition: "C", reason: "test"},
        published: null,
        updated: null,
      } as const,
    });
    const article = (source: string, recordedOn: Day) => ({
      captureSha256: `${source} ${recordedOn}`,
      origin: source,
      published: recordedOn,
      recordedOn,
    });
    const both = [
      ...daily.map((on) => ["quiet", on] as const),
      ...[...daily, ...daily.map((_, i) => dayAt(30 + i))].map((on) => ["lively", on] as const),
    ];
    const gaps = quietSources(
      both.map(([source, on]) => about(source, on)),
      both.map(([source, on]) => article(source, on)),
    );
    expect(gaps).toEqual([
      {
        kind: "gap",
        what: "news from The quiet",
        why: "it has been quiet since 2024-01-30, for 30 days; before, its longest pause was 1",
        wouldFill: "what it published since, or why it stopped",
      },
    ]);
    // Nobody looked: that is no silence of the source.
    expect(
      quietSources(
        daily.map((on) => about("quiet", on)),
        daily.map((on) => article("quiet", on)),
      ),
    ).toEqual([]);
  });
});
