import type {Day, Gap} from "../world/index.ts";
import {isGap} from "../world/index.ts";
import {aboutOf} from "./about.ts";
import {type CitedSource, citedSources} from "./cited-sources.ts";
import type {Matter} from "./matter.ts";
import {addressOf, safeOrigin} from "./safe-origin.ts";

interface CslDate {
  readonly "date-parts": readonly [readonly number[]];
}

/** An item of CSL-JSON, with the few of its variables that we use (Citation Style Language 1.0.2, csl-data.json). */
export interface CslItem {
  readonly id: string;
  readonly type: "article-newspaper" | "webpage" | "dataset" | "document";
  readonly title?: string;
  readonly author?: readonly {readonly literal: string}[];
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  readonly source?: string;
  readonly note?: string;
}

/**
 * Every source that the answer cites, for Zotero, pandoc and whatever else formats citations. What a source does not
 * tell (its author, its day) is left out and never guessed.
 */
export function cslJson(matter: Matter): string {
  const {demarche, asOf} = aboutOf(matter);
  const items = citedSources(matter).map((source) => ({
    ...cslItem(source),
    source: `Demarche ${demarche}, as of ${asOf}`,
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

function cslItem(source: CitedSource): CslItem {
  switch (source.kind) {
    case "article": {
      const {title, author, outlet, published, recordedOn, origin, language, captureSha256} =
        source.article;
      const url = addressOf(origin);
      return {
        id: source.id,
        type: isGap(outlet) ? "webpage" : "article-newspaper",
        ...known("title", title),
        ...(isGap(author) ? {} : {author: [{literal: author}]}),
        ...known("container-title", outlet),
        ...(isGap(published) ? {} : {issued: cslDate(published)}),
        accessed: cslDate(recordedOn),
        ...(url === null ? {} : {URL: url}),
        language,
        note: [
          source.article.specimen ? "Specimen: written for the program, reports nothing." : [],
          url === null ? `Read from ${safeOrigin(origin, captureSha256)}.` : [],
          source.licence === null ? [] : `Licence: ${source.licence}.`,
          `SHA-256 of the text as it came: ${captureSha256}.`,
        ]
          .flat()
          .join(" "),
      };
    }
    case "dataset": {
      const {title, publisher, retrieved, citation, licence, card} = source.dataset;
      return {
        id: source.id,
        type: "dataset",
        title,
        ...(publisher === null ? {} : {publisher}),
        ...(retrieved === null ? {} : {accessed: cslDate(retrieved)}),
        note: [
          citation === null ? [] : `Cite as: ${citation}`,
          `Licence: ${licence ?? "not known"}.`,
          card === null ? [] : `Covers ${card.coverage.from} to ${card.coverage.to}.`,
        ]
          .flat()
          .join(" "),
      };
    }
    case "document":
      return {id: source.id, type: "document", title: source.words};
  }
}

function known<Name extends string>(name: Name, value: string | Gap): {[name in Name]?: string} {
  return isGap(value) ? {} : ({[name]: value} as {[name in Name]: string});
}

function cslDate(day: Day): CslDate {
  return {"date-parts": [day.split("-").map(Number)]};
}
