import {copiesAmong} from "../ledger/index.ts";
import {type Article, isGap, type Verdict} from "../world/index.ts";
import {claimLikeness, likeEnough} from "./claim-likeness.ts";
import {disagreement} from "./disagreement.ts";

/** An article with its claims. */
export interface Compared {
  readonly article: Article;
  readonly verdicts: readonly Verdict[];
}

/** A claim that both articles make, or on which they differ. */
export interface ClaimPair {
  readonly first: Verdict;
  readonly second: Verdict;
  /** Why they are taken for one claim, or what they differ in. */
  readonly because: string;
}

/** Two articles on one subject, claim by claim. */
export interface ArticleComparison {
  readonly shared: readonly ClaimPair[];
  readonly contradicted: readonly ClaimPair[];
  /** Claims of the second alone, and of the first alone. */
  readonly added: readonly Verdict[];
  readonly dropped: readonly Verdict[];
  /** Who copied whom; null where neither text was made from the other. */
  readonly copied: {
    readonly copy: "first" | "second";
    /** Share of the copy that stands in the other, 0..1. */
    readonly share: number;
    readonly because: string;
  } | null;
}

/** Holds two articles against one another; the pairs that are most alike are taken first, each claim once. */
export function compareArticles(first: Compared, second: Compared): ArticleComparison {
  const [a, b] = [claimsOf(first), claimsOf(second)];
  const alike = a
    .flatMap((one, at) => b.map((other, to) => ({at, to, likeness: claimLikeness(one, other)})))
    .filter(({likeness}) => likeness >= likeEnough)
    .sort((x, y) => y.likeness - x.likeness || x.at - y.at || x.to - y.to);
  const [taken, met] = [new Set<number>(), new Set<number>()];
  const pairs: {at: number; pair: ClaimPair; differ: boolean}[] = [];
  for (const {at, to, likeness} of alike) {
    const [one, other] = [a[at], b[to]];
    if (one === undefined || other === undefined || taken.has(at) || met.has(to)) continue;
    taken.add(at);
    met.add(to);
    const differs = disagreement(one, other);
    const because = differs ?? `alike to ${Math.round(100 * likeness)} in a hundred`;
    pairs.push({at, pair: {first: one, second: other, because}, differ: differs !== null});
  }
  const inOrder = pairs.sort((x, y) => x.at - y.at);
  return {
    shared: inOrder.filter(({differ}) => !differ).map(({pair}) => pair),
    contradicted: inOrder.filter(({differ}) => differ).map(({pair}) => pair),
    added: b.filter((_, to) => !met.has(to)),
    dropped: a.filter((_, at) => !taken.has(at)),
    copied: whoCopied(first.article, second.article),
  };
}

/** Of a sentence whose parts were tested, the parts stand for it. */
function claimsOf({verdicts}: Compared): Verdict[] {
  const said = verdicts.filter(({kind}) => kind !== "residue");
  return said.filter(
    ({claim: {text}}) =>
      !said.some(({claim: part}) => part.text.length < text.length && text.includes(part.text)),
  );
}

function whoCopied(first: Article, second: Article): ArticleComparison["copied"] {
  if (first.id === second.id)
    return {copy: "second", share: 1, because: "word for word the text of the other"};
  const both = [first, second].map((one) => ({...one, specimen: false}));
  const edge = copiesAmong(both).clusters[0]?.edges[0];
  if (edge === undefined) return null;
  const copy = edge.copy === first.id ? "first" : "second";
  const dated = !isGap(first.published) && !isGap(second.published);
  const order =
    edge.credited !== null
      ? `it credits ${edge.credited}`
      : dated && edge.hours !== 0
        ? "it was published later"
        : "which came first is not known; it was read later";
  return {
    copy,
    share: edge.ofCopy,
    because: `${Math.round(100 * edge.ofCopy)} in a hundred of its words stand in the other, and ${order}`,
  };
}
