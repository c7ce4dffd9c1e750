import type {Method} from "../../world/index.ts";

/** One article made from another. */
export interface CopyEdge {
  /** Ids of the articles. */
  readonly copy: string;
  readonly of: string;
  /** `copy`: another source printed it; `update`: the same source again; `translation`: in another language, as it says. */
  readonly kind: "copy" | "update" | "translation";
  /** Share of the shorter text's shingles that stand in the other, 0..1; of a translation, of its figures and names. */
  readonly shared: number;
  /** Share of the copy that stands in what it copies, 0..1. */
  readonly ofCopy: number;
  /** The agency or outlet that the copy credits, if it does. */
  readonly credited: string | null;
  /** From one's publication to the other's; days are all that is known, so it is a multiple of 24. `null`: undated. */
  readonly hours: number | null;
}

/** Articles that are one text: however many print it, it is one origin. */
export interface CopyCluster {
  /** Of the earliest: published first, then credited by the others, then known first. It is the cluster's name. */
  readonly earliest: string;
  /** Ids in that order, the earliest among them. */
  readonly articles: readonly string[];
  readonly edges: readonly CopyEdge[];
  /** 1, or 0 where the earliest itself passes on a report that is not here. */
  readonly independentOrigins: 0 | 1;
  /** Outlets on whose reports, not here, the text rests: cited in its lead or credited. */
  readonly restsOn: readonly string[];
}

/** Several stories under one roof: it holds texts that share nothing with one another, so it makes none of them one. */
export interface Roundup {
  readonly article: string;
  readonly holds: readonly string[];
}

/** Who copies whom among some articles. Articles that nobody copied and that copy nobody stand in no cluster. */
export interface Copies {
  readonly recipe: Method;
  /** Articles that were compared. */
  readonly compared: number;
  readonly clusters: readonly CopyCluster[];
  readonly roundups: readonly Roundup[];
}
