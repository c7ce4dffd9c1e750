import type {HedgingBody, MembershipsBody, PartyId, ValidityBody} from "../../api/index.ts";
import type {PlaceOf} from "./cell-address.ts";
import {type Note, withRole} from "./note.ts";
import {stepDay} from "./when-words.ts";

type NameOf = (party: PartyId) => string;

const plain = {figure: null, gap: null, grade: null, because: null} as const;

/** One indicator of a judgement on hedging; null where this body has none there. */
export function signalNote(
  {hedging}: Pick<HedgingBody, "hedging">,
  {state, a, b, indicator, power}: PlaceOf<"hedging">,
  nameOf: NameOf,
): Note | null {
  const signal = hedging
    .find((one) => one.state === state && one.a === a && one.b === b)
    ?.signals.find((one) => one.indicator === indicator && one.power === power);
  if (signal === undefined) return null;
  const {says, text, evidence} = signal;
  const isKnown = typeof says === "string";
  return {
    ...plain,
    title: `${indicator}, ${nameOf(state)} and ${nameOf(power)}`,
    about: [state, power],
    evidence: withRole(evidence, null),
    gap: isKnown ? null : says,
    because: isKnown ? `${says === "tie" ? "A tie" : "No tie"}: ${text}` : null,
  };
}

/** One step of a state towards an organisation. */
export function pathNote(
  {paths}: Pick<MembershipsBody, "paths">,
  {state, organisation, step: at}: PlaceOf<"path">,
  nameOf: NameOf,
): Note | null {
  const step = paths.find((one) => one.state === state && one.organisation === organisation)?.steps[
    at
  ];
  if (step === undefined) return null;
  return {
    ...plain,
    title: `${nameOf(state)} and ${nameOf(organisation)}, ${stepDay(step)}`,
    about: [state, organisation],
    evidence: withRole([step.evidence], null),
    because: step.text,
  };
}

/** What our figures say of one claim of the founding text about a state. */
export function claimNote(
  {claims}: Pick<ValidityBody, "claims">,
  {state, index}: PlaceOf<"founding">,
  nameOf: NameOf,
): Note | null {
  const one = claims.filter((each) => each.state === state)[index];
  if (one === undefined) return null;
  return {
    ...plain,
    title: `${nameOf(state)}: ${one.claim}`,
    about: [state],
    evidence: withRole(one.evidence, null),
    because: `${one.verdict}. ${one.because}`,
  };
}
