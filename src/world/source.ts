import type {Grade} from "./grade.ts";
import type {StateCode} from "./party.ts";

/** `feed`: RSS, Atom, RDF or JSON Feed; `gdelt`: a list of newest files; `folder` and `warc` lie on this machine. */
export const sourceKinds = ["feed", "sitemap", "page", "gdelt", "folder", "warc"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How far a source is to be trusted (Admiralty, A-F): on facts, and on what its owner's own position is. */
export interface Reliability {
  readonly letter: Grade["reliability"];
  readonly onOwnPosition: Grade["reliability"];
  readonly reason: string;
}

/** Somewhere that is read again and again: an address, or a place on this machine. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly kind: SourceKind;
  /** An http(s) address; for a folder or an archive a path. */
  readonly at: string;
  /** ISO 639-1; null where it writes in several. */
  readonly language: string | null;
  /** Null for an organisation of states. */
  readonly country: StateCode | null;
  readonly owner: string;
  readonly stateControlled: boolean;
  readonly reliability: Reliability;
  /** What its publisher's terms allow. */
  readonly licence: string;
  /** How often it is looked at, in minutes. */
  readonly everyMinutes: number;
  /** Where its address was seen written. */
  readonly seenAt: string;
}

/** Whether it is asked over the network. */
export function isOnTheWeb({kind}: Pick<Source, "kind">): boolean {
  return kind !== "folder" && kind !== "warc";
}
