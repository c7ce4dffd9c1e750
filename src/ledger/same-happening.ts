import type {CodedEvent, EventType, Method, Mode} from "../world/index.ts";
import {type LinkFeature, linkFeatures, type Profile} from "./link-features.ts";
import {linkIntercept, linkWeights} from "./link-weights.ts";

/** The recipe that says whether two reports tell of one happening. Raised whenever the same reports would link otherwise. */
export const sameHappening: Method = {id: "same-happening", version: 3};

/** Types that reporters use for one another are one family; the rest stand alone. */
const familyOf: Partial<Readonly<Record<EventType, string>>> = {
  COOPERATE: "co-operation",
  AID: "co-operation",
  CONCEDE: "yielding",
  RETREAT: "yielding",
  COERCE: "force",
  ASSAULT: "force",
};

/** A denial is about the same thing as the claim that it denies, so it stands with both real and coming things. */
const modeFamily: Readonly<Record<Mode, string>> = {
  done: "said to be real",
  announced: "said to be real",
  denied: "said to be real",
  planned: "said to come",
  proposed: "said to come",
  hypothetical: "thought of",
};

/** Types in which both sides take part, so that reports name either first: a guest arrives, or a host receives. */
const mutualFamilies: ReadonlySet<string> = new Set(["AGREE", "CONSULT", "co-operation"]);

/** What must agree before anything else is compared: parties, type family, mode family, and whether it is a specimen. */
export function blockOf({evidence, sources, targets, type, mode}: CodedEvent): string {
  return JSON.stringify([
    evidence.specimen,
    [...new Set([...sources, ...targets])].sort(),
    familyOf[type] ?? type,
    modeFamily[mode],
  ]);
}

/**
 * Days between two reports of one happening: a visit and its communiqué lie within a week, and a text that gives no day
 * of the event is placed by its publication, which may follow by a month. Measured on the dev part of
 * `bench/data/happenings.json`: 14 for the first joins rounds of talks; for the second, 14 loses late reports and 45
 * finds no more.
 */
const daysApart = {dated: 7, published: 31} as const;
/** The most days that two reports of one happening may lie apart. */
export const mostDaysApart = daysApart.published;

/**
 * Whether two reports of one block can be of one happening at all: near enough in time, and not one acting on the
 * other against the other acting on the one. A report without any day is held only against those of its article, or
 * others without a day.
 */
export function mayBeSame(a: Profile, b: Profile): boolean {
  const {event: one, article} = a.report;
  const {event: other} = b.report;
  if (a.day === null || b.day === null) {
    if (a.day !== b.day && article.id !== b.report.article.id) return false;
  } else {
    const within = a.dated && b.dated ? daysApart.dated : daysApart.published;
    if (Math.abs(a.day - b.day) > within) return false;
  }
  const mutual = mutualFamilies.has(familyOf[one.type] ?? one.type);
  return mutual || isJoint(a) || isJoint(b) || a.sources === b.sources || one.id === other.id;
}

function isJoint({report: {event}}: Profile): boolean {
  return event.symmetric;
}

/** From this score on a report is of a happening; from the lower on nobody can tell, and a person is asked. */
export const thresholds = {same: 0.5, unsure: 0.3} as const;

/** How likely it is that a report tells of a happening, 0..1: a logistic score of its features. */
export function scoreOf(features: Readonly<Record<LinkFeature, number>>): number {
  const sum = linkFeatures.reduce(
    (before, name) => before + linkWeights[name] * features[name],
    linkIntercept,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Parts of a score smaller than this are not told. */
const leastTold = 0.4;

/** What spoke for and against, heaviest first: "for: subject-shared (tarif, palm)". */
export function explain(
  happening: readonly Profile[],
  profile: Profile,
  features: Readonly<Record<LinkFeature, number>>,
): string[] {
  const shared = (of: "subject" | "act") =>
    [...profile.words[of]].filter((word) => happening.some(({words}) => words[of].has(word)));
  const days = happening.flatMap(({day}) =>
    day === null || profile.day === null ? [] : [Math.abs(day - profile.day)],
  );
  const detail: Partial<Record<LinkFeature, string>> = {
    "subject-shared": ` (${shared("subject").join(", ")})`,
    "act-shared": ` (${shared("act").join(", ")})`,
    "days-apart": days.length === 0 ? "" : ` (${Math.min(...days)})`,
  };
  return linkFeatures
    .map((name) => ({name, part: linkWeights[name] * features[name]}))
    .filter(({part}) => Math.abs(part) >= leastTold)
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part))
    .map(({name, part}) => `${part > 0 ? "for" : "against"}: ${name}${detail[name] ?? ""}`);
}
