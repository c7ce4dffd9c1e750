import type {EventPlace, Gap, Stretch} from "../world/index.ts";
import {gap, touches} from "../world/index.ts";
import type {Mention} from "./find-mentions.ts";

/** "in Tianjin", "at the Union Buildings", "near Khan Younis": a small word of place, then a name. */
const located =
  /(?<![\p{L}\d])(?:in|at|near|outside|inside|off|around)(?: (?:the|central|northern|southern|eastern|western|nearby))* (\p{Lu}[\p{L}'’.-]*(?: (?:(?:of|de|del|da|al|el|the) )?\p{Lu}[\p{L}'’-]*){0,4})/gu;

/** Names behind those small words that are no places: times, languages, bodies that one is "in". */
const noPlace =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|winter|ramadan|easter|christmas|english|french|russian|arabic|chinese|parliament|congress|president|prime|minister|mr|mrs|dr|general)\b/i;

const missing = gap("place of the event", "the sentence names none", "a report that says where");

/**
 * The place of an event: the first one that its sentence names behind the words of the event, else before them. Who acts
 * or is acted on is no place, though it may stand behind the same small words.
 */
export function findPlace(
  text: string,
  event: Stretch,
  sides: readonly Stretch[],
  mentions: readonly Mention[],
): EventPlace | Gap {
  const places = [...text.matchAll(located)].flatMap((match) => {
    const name = (match[1] ?? "").replace(/['’]s$|[.]$/, "");
    const start = match.index + match[0].indexOf(name);
    const place = {name, start, end: start + name.length};
    const isSide = sides.some((side) => touches(side, place));
    return noPlace.test(name) || isSide ? [] : [place];
  });
  const place = places.find(({start}) => start >= event.start) ?? places[0];
  if (place === undefined) return missing;
  const named = mentions.find((one) => touches(one, place));
  return {...place, party: named?.party ?? null};
}
