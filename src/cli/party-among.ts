import {InputError} from "../sources/index.ts";
import {isState, type PartyId, type Reference} from "../world/index.ts";

/** The state, or the state or bloc, that was written behind an option. @throws InputError where there is none such. */
export function partyAmong(
  option: string,
  written: string,
  reference: Reference,
  kind: "state" | "state or bloc",
): PartyId {
  const code = written.toUpperCase();
  const known =
    isState(reference, code) ||
    (kind === "state or bloc" && reference.blocs.some(({id}) => id === code));
  if (!known)
    throw new InputError(
      `${option} "${written}" is no ${kind}`,
      `write an ISO 3166-1 code such as IDN${kind === "state" ? "" : ", or a bloc such as EU"}`,
    );
  return code;
}
