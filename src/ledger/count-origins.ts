import type {Article} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {hostOf} from "./article-source.ts";
import {isCopy, type Shingles, shinglesOf} from "./is-copy.ts";
import type {OwnerOf} from "./owner-of.ts";
import type {Report} from "./report.ts";

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Who speaks in an article: its outlet, else the host it came from. `null`: nobody can tell. */
function outletOf(article: Article): string | null {
  if (!isGap(article.outlet)) return plain(article.outlet);
  return hostOf(article);
}

/**
 * Whether a report only passes on what an outlet said that was not read: the whole of a secondary article does, of
 * another the sentence that names the outlet. An official's statement is no such outlet: there a report begins.
 */
function passesOn({article, event}: Report): boolean {
  const {start, end} = event.evidence;
  return article.flags.some(
    (flag) =>
      flag.kind === "secondary" ||
      (flag.kind === "source-not-seen" && flag.start < end && start < flag.end),
  );
}

/** Articles of one origin as far as met: their outlets and owners, and their texts and passages in a form that shows copies. */
interface Origin {
  readonly sources: ReadonlySet<string>;
  readonly texts: readonly Shingles[];
  readonly passages: readonly Shingles[];
}

function isOneOrigin(a: Origin, b: Origin): boolean {
  const copied = (some: readonly Shingles[], others: readonly Shingles[]) =>
    some.some((one) => others.some((other) => isCopy(one, other)));
  return (
    [...a.sources].some((source) => b.sources.has(source)) ||
    copied(a.passages, b.passages) ||
    copied(a.texts, b.texts)
  );
}

/** The outlet and who owns it, told apart, for an agency may bear its owner's name. */
function sourcesOf(article: Article, ownerOf: OwnerOf): Set<string> {
  const owner = ownerOf(article);
  const outlet = `outlet ${outletOf(article) ?? "(unknown)"}`;
  return new Set(owner === null ? [outlet] : [outlet, `owner ${owner}`]);
}

/**
 * Independent origins among the reports of one happening. An article that passes on an outlet's report adds none: if
 * that outlet's own article is here it counts for itself, and if not, nobody here has seen it. Articles of which one
 * copies the other count once, whoever printed it; so do outlets of one owner; articles whose outlet is unknown count
 * once together.
 */
export function countOrigins(reports: readonly Report[], ownerOf: OwnerOf): number {
  const read = new Map<string, Shingles>();
  let origins: Origin[] = [];
  for (const report of reports) {
    const {article, event} = report;
    if (article.specimen || passesOn(report)) continue;
    const text = read.get(article.id) ?? shinglesOf(article.text);
    read.set(article.id, text);
    const own: Origin = {
      sources: sourcesOf(article, ownerOf),
      texts: [text],
      passages: [shinglesOf(event.evidence.quote)],
    };
    const met = origins.filter((one) => isOneOrigin(one, own));
    const joined: Origin = {
      sources: new Set([own, ...met].flatMap((one) => [...one.sources])),
      texts: [...new Set([own, ...met].flatMap((one) => one.texts))],
      passages: [own, ...met].flatMap((one) => one.passages),
    };
    origins = [...origins.filter((one) => !met.includes(one)), joined];
  }
  return origins.length;
}
