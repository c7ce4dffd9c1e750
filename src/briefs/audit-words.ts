import {type ArticleAudit, evidenceOf} from "../audit/index.ts";
import {
  clipLine,
  type Evidence,
  gradeLabel,
  isGap,
  nameOf,
  type Reference,
  type Verdict,
} from "../world/index.ts";

/** A piece of evidence in a line: what it says, and where it can be looked up. */
function evidenceLine(evidence: Evidence, reference: Reference): string {
  switch (evidence.kind) {
    case "passage":
      return `“${clipLine(evidence.quote, 160)}” (article ${evidence.articleId}, characters ${evidence.start}-${evidence.end})`;
    case "rows": {
      const card = reference.datasets.find(({id}) => id === evidence.dataset);
      return `${clipLine(evidence.quote, 300)} ${card?.title ?? evidence.dataset}, to ${evidence.vintage}.`;
    }
    case "searched":
      return `searched ${evidence.datasets.join(", ")} and found nothing`;
    case "reference":
      return `${clipLine(evidence.quote, 200)} Source: ${evidence.source}`;
    case "judgement":
      return `judgement of ${evidence.author}, ${evidence.recordedOn}: ${clipLine(evidence.quote, 160)}`;
  }
}

/** How each dataset that an audit cites wants to be cited, once. */
export function citationsOf({verdicts}: ArticleAudit, {datasets}: Reference): string[] {
  const cited = new Set(
    verdicts.flatMap(evidenceOf).flatMap((one) => (one.kind === "rows" ? [one.dataset] : [])),
  );
  return datasets
    .filter(({id}) => cited.has(id))
    .map(({title, citation}) => `${title}: ${citation}`);
}

/** The evidence of a verdict, a line each, and what would settle it. */
export function linesOf(verdict: Verdict, reference: Reference): string[] {
  const cited = (word: string, evidence: Verdict["for"]) =>
    evidence.map((one) => `${word}: ${evidenceLine(one, reference)}`);
  return [
    ...cited("For", verdict.for),
    ...cited("Against", verdict.against),
    ...cited("Older or beside it", verdict.past ?? []),
    ...(verdict.wouldSettle === "" ? [] : [`Would settle it: ${verdict.wouldSettle}`]),
  ];
}

/** "supported", or the kind of what is not judged. */
export function wordOf({verdict, kind}: Verdict): string {
  return verdict ?? `${kind}, not judged`;
}

/** The parts of a claim that were read out of it: who, sector, when, how much, how far it had come, who says so. */
export function partsOf(
  {claim: {about, sector, period, quantity, event, attribution}}: Verdict,
  reference: Reference,
): string {
  return [
    about.map((party) => nameOf(reference, party)).join(", "),
    sector ?? "",
    period === null ? "undated" : period.words,
    quantity === null ? "" : quantity.words,
    event === null ? "" : event.mode,
    attribution === null ? "" : `says ${attribution}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** What stands at the head of every way in which an audit is printed. */
export function headOf({article, grade, counts, assertions, independent}: ArticleAudit): {
  readonly title: string;
  readonly facts: readonly string[];
} {
  const told = Object.entries(counts).map(([word, count]) => `${count} ${word}`);
  return {
    title: isGap(article.title) ? "(no title)" : article.title,
    facts: [
      isGap(article.outlet) ? "outlet not known" : article.outlet,
      isGap(article.published) ? "undated" : article.published,
      `grade ${gradeLabel(grade)}: ${grade.reasons.join("; ")}`,
      told.length === 0 ? "no claim" : told.join(", "),
      `${independent} of ${assertions} assertions have evidence of another origin`,
    ],
  };
}

/** What is said of the article as a whole, a heading and its lines; headings without lines are left out. */
export function wholeOf(
  audit: ArticleAudit,
): {readonly head: string; readonly lines: readonly string[]}[] {
  const {chain, marks, loaded, repairs, missing} = audit;
  return [
    {
      head: "Who is its source for what",
      lines: chain.map(
        ({who, claims, seen}) =>
          `${who}: ${claims} ${claims === 1 ? "claim" : "claims"}${seen === false ? ", its report not seen" : seen === true ? ", its article is in the ledger" : ""}`,
      ),
    },
    {
      head: "Marks of how it was made",
      lines: marks.map(({note, quote}) =>
        quote === "" ? note : `${note}: “${clipLine(quote, 120)}”`,
      ),
    },
    {
      head: "Loaded words, the author’s own",
      lines: loaded.map(({words, times}) =>
        times === 1 ? `“${words}”` : `“${words}”, ${times} times`,
      ),
    },
    {head: "Tables repaired", lines: repairs},
    {
      head: "What is missing",
      lines: missing.map(
        ({what, why, wouldFill}) => `${what}: ${why}; would fill it: ${wouldFill}`,
      ),
    },
  ].filter(({lines}) => lines.length > 0);
}
