import type {
  Article,
  CodedEvent,
  Day,
  EventType,
  Mode,
  PartyId,
  Reference,
} from "../world/index.ts";
import {isGap} from "../world/index.ts";

/** A passage with the article in which it stands. */
export interface Report {
  readonly event: CodedEvent;
  readonly article: Article;
}

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

/**
 * Days between two reports of one happening: a visit and its communiqué lie within a week, and a text that gives no day
 * of the event is placed by its publication, which may follow by a month. Both are our choice, not measured yet.
 */
const daysApart = {dated: 7, published: 31} as const;

/** Words without a subject of their own, left out when two passages are compared. */
const emptyWords = new Set(
  `about after again against also among and any are been before being between both but can could did does during each
  for from had has have her his into its more most new not now off onto other our out over said says she should some
  such than that the their them then there these they this those through under until upon very was were what when
  where which while who will with within would year years`.split(/\s+/),
);

/** Parties, type family, mode family and whether it is a specimen: what must agree before anything else is compared. */
export function happeningKey({event, article}: Report): string {
  const sides = event.symmetric
    ? [...event.sources, ...event.targets].sort()
    : [[...event.sources].sort(), [...event.targets].sort()];
  return JSON.stringify([
    article.specimen || event.evidence.specimen,
    sides,
    familyOf[event.type] ?? event.type,
    modeFamily[event.mode],
  ]);
}

/** When the happening was, as near as the report can tell, and how many days it may be off. */
function placeInTime({event, article}: Report): {at: number; within: number} | null {
  const day = (text: Day) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  if (!isGap(event.when)) return {at: day(event.when), within: daysApart.dated};
  if (!isGap(article.published)) return {at: day(article.published), within: daysApart.published};
  return null;
}

/** Whether two reports with the same key tell of one happening: sectors, time and subject agree. */
export function sameHappening(a: Report, b: Report, words: SubjectWords): boolean {
  const sectors = a.event.sectors.filter((sector) => sector !== "other");
  const others = b.event.sectors.filter((sector) => sector !== "other");
  if (sectors.length > 0 && others.length > 0 && !sectors.some((one) => others.includes(one)))
    return false;
  const left = placeInTime(a);
  const right = placeInTime(b);
  // A report without any day is joined to one of the same article, or to another without a day: never to a dated one.
  if (a.article.id !== b.article.id && (left === null) !== (right === null)) return false;
  if (left !== null && right !== null) {
    if (Math.abs(left.at - right.at) > Math.max(left.within, right.within)) return false;
  }
  const mine = words(a);
  const theirs = words(b);
  if (mine.size === 0 || theirs.size === 0) return true;
  return [...mine].some((word) => theirs.has(word));
}

export type SubjectWords = (report: Report) => ReadonlySet<string>;

/**
 * Words that say what a passage is about: not the parties' names, not the words for its type, not empty ones. Cut to
 * six letters, so that "agreement" meets "agreements" and "nuclear" stays itself.
 */
export function subjectWords(reference: Reference): SubjectWords {
  const cut = (word: string) => word.slice(0, 6);
  const split = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const namesOf = new Map<PartyId, ReadonlySet<string>>();
  for (const one of reference.states) {
    const words = [one.name, ...one.demonyms, ...one.aliases, one.capital ?? ""].flatMap(split);
    namesOf.set(one.code, new Set(words.map(cut)));
  }
  for (const one of reference.blocs)
    namesOf.set(one.id, new Set([one.name, ...one.aliases].flatMap(split).map(cut)));
  const typeWords = new Map(
    reference.codebook.map((entry) => [
      entry.type,
      new Set([...entry.verbs, ...entry.nouns].flatMap(split).map(cut)),
    ]),
  );
  const known = new Map<string, ReadonlySet<string>>();
  return ({event}) => {
    const found = known.get(event.id);
    if (found !== undefined) return found;
    const parties = [...event.sources, ...event.targets];
    const words = split(event.evidence.quote)
      .filter((word) => !emptyWords.has(word))
      .map(cut)
      .filter(
        (word) =>
          !typeWords.get(event.type)?.has(word) &&
          !parties.some((party) => namesOf.get(party)?.has(word)),
      );
    const set = new Set(words);
    known.set(event.id, set);
    return set;
  };
}
