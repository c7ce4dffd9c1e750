import {createHash} from "node:crypto";
import type {Answer, Article, DatasetId, Evidence} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {cellsOf} from "./cells-of.ts";
import {type DatasetSource, datasetSource} from "./dataset-source.ts";
import type {Matter} from "./matter.ts";

/** A source that something cites: an article that was read, a dataset, or the document behind an entry of `reference/`. */
export type CitedSource =
  | {
      readonly kind: "article";
      readonly id: string;
      readonly article: Article;
      readonly licence: string | null;
    }
  | {
      readonly kind: "dataset";
      readonly id: string;
      readonly dataset: DatasetSource;
    }
  | {readonly kind: "document"; readonly id: string; readonly words: string};

/** The terms under which it may be used; null where nobody has said. */
export function licenceOf(source: CitedSource): string | null {
  switch (source.kind) {
    case "article":
      return source.licence;
    case "dataset":
      return source.dataset.licence;
    case "document":
      return null;
  }
}

/** Finds what evidence cites, each source once and in order of its id. */
export function sourceFinder({
  articles,
  readings,
  reference,
  imports,
}: Pick<Matter, "articles" | "readings" | "reference" | "imports">) {
  const licences = new Map(readings.map(({articleId, licence}) => [articleId, licence]));
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const met = new Map<DatasetId, DatasetSource>();
  const datasetOf = (id: DatasetId): DatasetSource => {
    const known = met.get(id) ?? datasetSource(id, reference, imports);
    met.set(id, known);
    return known;
  };
  const found = (one: Evidence): CitedSource | null => {
    switch (one.kind) {
      case "passage": {
        const article = articleOf.get(one.articleId);
        return article === undefined
          ? null
          : {
              kind: "article",
              id: `article-${article.id}`,
              article,
              licence: licences.get(article.id) ?? null,
            };
      }
      case "rows":
        return {
          kind: "dataset",
          id: `dataset-${one.dataset}`,
          dataset: datasetOf(one.dataset),
        };
      case "reference":
        return {kind: "document", id: documentId(one.source), words: one.source};
      // A judgement is a person's word, a search that found nothing cites nothing.
      case "judgement":
      case "searched":
        return null;
    }
  };
  return (evidence: Iterable<Evidence>): readonly CitedSource[] => {
    const sources = new Map<string, CitedSource>();
    for (const one of evidence) {
      const source = found(one);
      if (source !== null) sources.set(source.id, source);
    }
    return [...sources.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  };
}

function documentId(words: string): string {
  return `document-${createHash("sha256").update(words).digest("hex").slice(0, 16)}`;
}

/** Every source that anything in the answer cites. */
export function citedSources(matter: Matter): readonly CitedSource[] {
  return sourceFinder(matter)(evidenceOf(matter.answer));
}

/** Datasets among the sources cited. */
export function citedDatasets(matter: Matter): readonly DatasetSource[] {
  return citedSources(matter).flatMap((source) =>
    source.kind === "dataset" ? [source.dataset] : [],
  );
}

function* evidenceOf(answer: Answer): Iterable<Evidence> {
  for (const cell of cellsOf(answer)) {
    yield* cell.evidence;
    if (cell.figure !== null) yield* cell.figure.evidence;
  }
  for (const move of answer.ledgerMoves) yield* move.evidence;
  for (const {points} of answer.series)
    for (const {figure} of points) if (!isGap(figure)) yield* figure.evidence;
  for (const posture of answer.postures)
    for (const figure of [posture.engagementA, posture.engagementB, posture.tilt])
      if (!isGap(figure)) yield* figure.evidence;
  for (const {verdicts} of answer.verdicts)
    for (const verdict of verdicts) {
      yield verdict.claim.evidence;
      yield* verdict.for;
      yield* verdict.against;
      yield* verdict.past ?? [];
    }
}
