import type {Mention} from "../coding/index.ts";
import type {
  Article,
  CodedEvent,
  Evidence,
  FactBook,
  ListedParty,
  Move,
  PartyId,
  PassageEvidence,
  Reference,
  Sector,
  Series,
  VerdictWord,
  Watch,
} from "../world/index.ts";
import type {Period} from "./read-period.ts";

/** One statement of the article that speaks of states, with what a matcher needs to test it. */
export interface Claim {
  readonly text: string;
  /** The whole sentence or cell that it stands in. */
  readonly sentence: string;
  /** UTF-16 offsets in the article's text. */
  readonly start: number;
  readonly end: number;
  /** Names in the claim itself; offsets count from the claim's own start. */
  readonly mentions: readonly Mention[];
  readonly about: readonly PartyId[];
  /** Words of its row's head, or of what stands before it in a list, or "". */
  readonly above: string;
  /** Most spoken of first; empty when no word decides. */
  readonly sectors: readonly Sector[];
  readonly period: Period | null;
  /** Every period that its words name, the most exact first. */
  readonly periods: readonly Period[];
  readonly evidence: PassageEvidence;
  /** The coder's event that lies nearest, and all of its sentence. */
  readonly event: CodedEvent | null;
  readonly events: readonly CodedEvent[];
  readonly where: Where;
}

/** Where in the article the claim stands. */
export interface Where {
  readonly kind: "sentence" | "table-cell";
  /** Words of the heading above, or "". */
  readonly heading: string;
  /** Words of the column's head, or "" outside tables. */
  readonly column: string;
  readonly listItem: boolean;
}

/** What the ledger knew when the article was read back. */
export interface Known {
  readonly article: Article;
  readonly moves: readonly Move[];
  /** Figures of states towards powers, of these parties at least. */
  readonly figuresAmong: (parties: readonly PartyId[]) => readonly Series[];
  readonly book: FactBook;
  /** Who is on the sanctions lists, where the article speaks of one. */
  readonly listed: readonly ListedParty[];
  readonly watch: Watch;
  readonly reference: Reference;
  /** Whether all that the ledger holds on a party was read: of an article that names many states, only on some. */
  readonly knows: (party: PartyId) => boolean;
  /** Whether an article can bear witness: not for itself, nor as a copy, nor by passing on what others reported. */
  readonly isWitness: (articleId: string) => boolean;
}

/** A matcher's answer for one stretch of the claim; offsets count from the claim's own start. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly verdict: VerdictWord;
  readonly because: string;
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
  readonly past: readonly Evidence[];
  readonly wouldSettle: string;
  /** Whether the words that say how far it goes ("first", "all", "half") were tested too. */
  readonly weighed?: boolean;
}

/** Tests one kind of claim. An empty answer means: this claim is not of my kind. */
export type Matcher = (claim: Claim, known: Known) => readonly Finding[];
