import type {CodedEvent, PartyId, Reference} from "../world/index.ts";
import type {Report} from "./report.ts";
import {readRoles, withoutOffices} from "./report-roles.ts";
import {stemOf} from "./stem-of.ts";

/** Words without a subject of their own, left out when two passages are compared. */
const emptyWords = new Set(
  `about after again against also among and any are been before being between both but can could did does during each
  for from had has have her his into its more most new not now off onto other our out over said says she should some
  such than that the their them then there these they this those through under until upon very was were what when
  where which while who will with within would year years
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  hold holds held holding take takes took taken make makes made give gives gave given begin begins began begun
  start starts started end ends ended told tell`.split(/\s+/),
);

/** What a passage is about, in forms that can be compared. */
export interface Words {
  readonly subject: ReadonlySet<string>;
  /** Words of its type that it uses. */
  readonly act: ReadonlySet<string>;
  /** Subject words of the rest of the article's text around the passage. */
  readonly around: ReadonlySet<string>;
  /** Offices that it names or whose holder it names, by state where that is known: "prime-minister", "foreign". */
  readonly roles: ReadonlySet<string>;
  /** Parties in whose capital it says that the thing was. */
  readonly places: ReadonlySet<PartyId>;
}

/** Words of the passage itself, without what stands around it. */
export type OwnWords = Pick<Words, "subject" | "act">;

export interface ReadWords {
  readonly of: (report: Report) => Words;
  readonly own: (event: CodedEvent) => OwnWords;
}

/** A day's number says when, not what: "on 18 June", "June 18", "2025". */
const dates =
  /\b\d{1,2}(?:st|nd|rd|th)? (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?<=\b(?:january|february|march|april|may|june|july|august|september|october|november|december) )\d{1,2}\b|\b(?:19|20)\d\d\b/gi;

/** Characters of the article on either side of a passage that are read for what it is about. */
const aroundPassage = 240;

const split = (text: string) => text.match(/\p{L}{1,9}-?\p{N}{1,9}|\p{L}{3,}|\p{N}{2,9}/gu) ?? [];

/**
 * Words that say what a passage is about: not the parties' names, not the words for its type, which stand apart, not
 * empty ones. A name with a number ("Su-35") is one word. Verbs that only carry a noun ("held talks") are empty.
 */
export function readWords(reference: Reference): ReadWords {
  const stems = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => split(text.toLowerCase())).map(stemOf));
  const namesOf = new Map<PartyId, ReadonlySet<string>>();
  const capitals = new Map<string, PartyId>();
  for (const one of reference.states) {
    namesOf.set(one.code, stems([one.name, ...one.demonyms, ...one.aliases, one.capital ?? ""]));
    if (one.capital !== null) capitals.set(one.capital, one.code);
  }
  for (const one of reference.blocs) namesOf.set(one.id, stems([one.name, ...one.aliases]));
  const typeWords = new Map(
    reference.codebook.map((entry) => [entry.type, stems([...entry.verbs, ...entry.nouns])]),
  );
  const rolesIn = readRoles(reference);
  const partiesOf = ({sources, targets}: CodedEvent) => [...new Set([...sources, ...targets])];
  const stemsIn = (text: string, parties: readonly PartyId[]) =>
    split(withoutOffices(text.replace(dates, " ")))
      .filter((word) => !emptyWords.has(word.toLowerCase()))
      .map((word) => stemOf(word.toLowerCase()))
      .filter((stem) => !parties.some((party) => namesOf.get(party)?.has(stem)));
  const own = (event: CodedEvent): OwnWords => {
    const ofType = typeWords.get(event.type);
    const told = stemsIn(event.evidence.quote, partiesOf(event));
    return {
      subject: new Set(told.filter((stem) => !ofType?.has(stem))),
      act: new Set(told.filter((stem) => ofType?.has(stem))),
    };
  };
  const of = (report: Report): Words => {
    const {event, article} = report;
    const {quote, start, end} = event.evidence;
    const parties = partiesOf(event);
    const ofType = typeWords.get(event.type);
    const context =
      article.text.slice(Math.max(0, start - aroundPassage), start) +
      article.text.slice(end, end + aroundPassage);
    return {
      ...own(event),
      around: new Set(stemsIn(context, parties).filter((stem) => !ofType?.has(stem))),
      roles: rolesIn(report),
      places: placesIn(quote, parties, capitals),
    };
  };
  return {of, own};
}

/** "in Moscow" is a place; "Moscow said" is a government. */
function placesIn(
  quote: string,
  parties: readonly PartyId[],
  capitals: ReadonlyMap<string, PartyId>,
): Set<PartyId> {
  const found = new Set<PartyId>();
  for (const [, city = ""] of quote.matchAll(
    /\b(?:in|at|visited|visits|reached|outside|near|arrived in) (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/gu,
  )) {
    const party = capitals.get(city) ?? capitals.get(city.split(" ")[0] ?? "");
    if (party !== undefined && parties.includes(party)) found.add(party);
  }
  return found;
}
