import type {ActorRole, PartyId, Stretch} from "../world/index.ts";
import type {GazetteerName} from "./gazetteer.ts";

/** A name of a party in a text. */
export interface Mention extends Stretch {
  readonly party: PartyId;
  readonly words: string;
  readonly bloc: boolean;
  readonly kind: GazetteerName["kind"];
  /** What of its state the name stands for, where the name or the word beside it says so. */
  readonly role: ActorRole | null;
  /** A person's full name. */
  readonly person: string | null;
  /** The person's office on the day of the text, or the kind of body. */
  readonly office: string | null;
}
