import {
  type Article,
  codedLanguages,
  type Gap,
  type Grade,
  gap,
  isGap,
  type PassageEvidence,
  type Stretch,
  type Verdict,
} from "../world/index.ts";
import type {ArticleAudit, AuditMark, LoadedWord, SourceLink} from "./article-audit.ts";
import {isRead} from "./find-claims.ts";
import {loadedWords} from "./loaded-words.ts";

/** Marks that say how the text was made; what it lacks is told as missing. */
const made = ["machine-residue", "template-tables", "secondary", "copied-claims", "bad-encoding"];

/**
 * The article as a whole, from its claims: who is its source for what, how many claims have an independent origin, what
 * marks it bears, which of its words are loaded, what was repaired and what is missing.
 *
 * @param isSeen whether an article of the outlet of that name is in the ledger.
 */
export function tellArticle(
  article: Article,
  verdicts: readonly Verdict[],
  grade: Grade,
  isSeen: (outlet: string) => boolean,
): ArticleAudit {
  const {id, title, origin, language, published, outlet, author, genre, specimen} = article;
  const counts: Record<string, number> = {};
  for (const {verdict, kind} of verdicts)
    counts[verdict ?? kind] = (counts[verdict ?? kind] ?? 0) + 1;
  const assertions = verdicts.filter(({kind}) => kind === "assertion");
  return {
    article: {id, title, origin, language, published, outlet, author, genre, specimen},
    text: article.text,
    grade,
    nothing: nothingIn(article, verdicts),
    verdicts,
    counts,
    assertions: assertions.length,
    independent: assertions.filter((one) => one.for.length + one.against.length > 0).length,
    chain: chainOf(article, verdicts, isSeen),
    marks: marksOf(article),
    loaded: loadedIn(article),
    repairs: article.tables.flatMap(({repairs}) => repairs),
    missing: missingIn(article, verdicts),
  };
}

function nothingIn({text, language}: Article, verdicts: readonly Verdict[]): string | null {
  if (verdicts.length > 0) return null;
  if (text.trim() === "") return "There is no text in it to read back.";
  if (!isRead(language))
    return `It is in a language that is not read back (${language}); English and ${codedLanguages.join(", ")} are.`;
  return "Nothing in it says what states do with one another, so there is no claim to read back.";
}

function passageOf({id, text, specimen}: Article, {start, end}: Stretch): PassageEvidence {
  const quote = text.slice(start, end);
  return {kind: "passage", articleId: id, start, end, quote, reaches: [], specimen};
}

/** Outlets that the article cites, then speakers, then its own voice, each with the claims that rest on it. */
function chainOf(
  article: Article,
  verdicts: readonly Verdict[],
  isSeen: (outlet: string) => boolean,
): SourceLink[] {
  const outlets = new Map<string, Stretch[]>();
  for (const {name, start, end} of article.cites)
    outlets.set(name, [...(outlets.get(name) ?? []), {start, end}]);
  const attributed = new Map<string | null, Verdict[]>();
  for (const verdict of verdicts.filter(({kind}) => kind !== "residue")) {
    const who = verdict.claim.attribution;
    attributed.set(who, [...(attributed.get(who) ?? []), verdict]);
  }
  const claims = (who: string | null) => attributed.get(who)?.length ?? 0;
  const passages = (who: string | null) =>
    (attributed.get(who) ?? []).flatMap(({claim: {evidence}}) =>
      evidence.kind === "passage" ? [evidence] : [],
    );
  const links: SourceLink[] = [...outlets].map(([who, at]) => ({
    who,
    kind: "outlet",
    claims: claims(who),
    seen: isSeen(who),
    evidence: at.map((one) => passageOf(article, one)),
  }));
  for (const who of attributed.keys())
    if (who !== null && !outlets.has(who))
      links.push({who, kind: "speaker", claims: claims(who), seen: null, evidence: passages(who)});
  if (claims(null) > 0)
    links.push({
      who: "its own voice",
      kind: "own voice",
      claims: claims(null),
      seen: null,
      evidence: passages(null),
    });
  return links;
}

function marksOf(article: Article): AuditMark[] {
  return article.flags
    .filter(({kind}) => made.includes(kind))
    .map(({kind, note, start, end}) => ({kind, note, quote: article.text.slice(start, end)}));
}

function loadedIn(article: Article): LoadedWord[] {
  const found = new Map<string, LoadedWord>();
  for (const {words, start, end} of loadedWords(article.text)) {
    const key = words.toLowerCase();
    const known = found.get(key);
    if (known !== undefined) found.set(key, {...known, times: known.times + 1});
    else found.set(key, {words, times: 1, evidence: passageOf(article, {start, end})});
  }
  return [...found.values()];
}

/** What a reader would need to hold the article against anything: dates, names and figures. */
function missingIn(article: Article, verdicts: readonly Verdict[]): Gap[] {
  const has = (kind: string) => article.flags.some((flag) => flag.kind === kind);
  const assertions = verdicts.filter(({kind}) => kind === "assertion");
  const undated = assertions.filter(({claim: {period}}) => period?.by !== "claim");
  const unmeasured = assertions.filter(({claim: {quantity}}) => quantity === null);
  const missing: Gap[] = [];
  if (isGap(article.published)) missing.push({...article.published, what: "day of publication"});
  if (isGap(article.author)) missing.push({...article.author, what: "author"});
  if (has("no-person"))
    missing.push(gap("names", "no person is named in it", "who said or did it"));
  if (has("no-primary-source"))
    missing.push(
      gap("a first-hand source", "nobody who was there is quoted", "a statement or document"),
    );
  if (assertions.length > 0 && undated.length === assertions.length)
    missing.push(gap("dates", "not one of its claims says when", "the day of each act"));
  if (assertions.length > 0 && unmeasured.length === assertions.length)
    missing.push(
      gap("figures", "not one of its claims has a figure", "amounts, with their source"),
    );
  return missing;
}
