import type {EventType, Mode} from "../world/index.ts";
import type {ModeFound} from "./judge-mode.ts";
import type {Match} from "./match-cues.ts";

/** What the mode makes of the type, and why; PLOVER's sheets fold these modes into types of their own. */
export interface Turned {
  readonly type: EventType;
  readonly mode: Mode;
  readonly why: string | null;
}

const givenBySigning =
  /^(sign|ink|ratify|conclude|finali[sz]e|seal|reach|strike|join|pact|.*(agreement|deal|treaty|accord|memorandum|mou))\b/;
const refusable: ReadonlySet<EventType> = new Set([
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "AGREE",
  "SANCTION",
  "MOBILIZE",
]);

/**
 * In order: what is refused ("will not send") is REJECT, done; help that is still to come is AGREE
 * (PLOVER: a future offer of aid); a treaty still to be signed is AGREE (PLOVER: a promise to sign).
 */
export function turnType({cue}: Match, found: ModeFound): Turned {
  const {type} = cue;
  const {mode, future} = found;
  if (mode === "denied" && future && refusable.has(type))
    return {type: "REJECT", mode: "done", why: `refused (“${found.by}”): REJECT`};
  const promised = future && (mode === "planned" || mode === "announced");
  if (type === "AID" && promised) return {type: "AGREE", mode, why: "help still to come: AGREE"};
  if (type === "SUPPORT" && promised && givenBySigning.test(cue.words))
    return {type: "AGREE", mode, why: "still to be signed: AGREE"};
  return {type, mode, why: null};
}
