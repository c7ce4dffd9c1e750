import type {Article} from "../world/index.ts";
import {hostOf, isGap} from "../world/index.ts";
import {copyCredit} from "./copies/copy-credit.ts";
import {joinedPlaces} from "./copies/joined-places.ts";
import {minHash} from "./copies/min-hash.ts";
import {nearTexts} from "./copies/near-texts.ts";
import type {Shingles} from "./copies/shingles.ts";
import {groupBy} from "./group-by.ts";
import {isCopy, shinglesOf} from "./is-copy.ts";
import type {OwnerOf} from "./owner-of.ts";
import type {Report} from "./report.ts";
import type {TextOf} from "./texts-among.ts";

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Who speaks in an article: its outlet, else the host it came from. `null`: nobody can tell. */
function outletOf(article: Article): string | null {
  if (!isGap(article.outlet)) return plain(article.outlet);
  return hostOf(article.origin);
}

/**
 * Whether a report only passes on what an outlet said that was not read: the whole of a secondary article does, of
 * another the sentence that names the outlet. An official's statement is no such outlet: there a report begins.
 */
export function passesOn({article, event}: Report): boolean {
  const {start, end} = event.evidence;
  return article.flags.some(
    (flag) =>
      flag.kind === "secondary" ||
      (flag.kind === "source-not-seen" && flag.start < end && start < flag.end),
  );
}

/** What makes two reports one origin where both have it: outlet and owner, told apart, the agency credited, the text. */
function marksOf({article}: Report, ownerOf: OwnerOf, textOf: TextOf): string[] {
  const owner = ownerOf(article);
  const credit = copyCredit(article);
  return [
    `outlet ${outletOf(article) ?? "(unknown)"}`,
    `text ${textOf(article.id)}`,
    ...(owner === null ? [] : [`owner ${owner}`]),
    ...(credit === null ? [] : [`outlet ${plain(credit)}`]),
  ];
}

/**
 * Independent origins among the reports of one happening, each with its reports in the order given. An article that
 * passes on an outlet's report adds none: if that outlet's own article is here it counts for itself, and if not, nobody
 * here has seen it. Articles of which one copies the other count once, whoever printed it; so do outlets of one owner,
 * and those that credit one agency; articles whose outlet is unknown count once together.
 */
export function findOrigins(
  reports: readonly Report[],
  ownerOf: OwnerOf,
  textOf: TextOf,
): (readonly Report[])[] {
  const counted = reports.filter((one) => !one.article.specimen && !passesOn(one));
  const pairs: [number, number][] = [];
  const holder = new Map<string, number>();
  const near = nearTexts(counted.length);
  const passages = counted.map(({event}) => shinglesOf(event.evidence.quote));
  counted.forEach((report, at) => {
    for (const mark of marksOf(report, ownerOf, textOf)) {
      const other = holder.get(mark);
      if (other === undefined) holder.set(mark, at);
      else pairs.push([other, at]);
    }
    const own = passages[at] as Shingles;
    for (const other of near.meet(() => minHash([...own])))
      if (isCopy(passages[other] as Shingles, own)) pairs.push([other, at]);
  });
  const first = joinedPlaces(counted.length, pairs);
  const origins = groupBy(counted.keys(), first);
  return [...origins.values()].map((places) => places.map((at) => counted[at] as Report));
}
