import type {ActorRole} from "./actor-role.ts";
import type {Stretch} from "./article.ts";
import type {PartyId} from "./party.ts";

/** One party of an event as the words have it. Offsets are those of the text in which the event was read. */
export interface EventActor extends Stretch {
  readonly party: PartyId;
  /** `null` where the state is named as such ("Russia") and no words say who in it. */
  readonly role: ActorRole | null;
  /** A person named in full, though the text may have the surname alone. */
  readonly person: string | null;
  /** The office held on the day of the text, or the kind of body; `null` where not known. */
  readonly office: string | null;
}
