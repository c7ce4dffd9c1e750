import {InputError} from "../sources/index.ts";
import type {Reference, StateCode, Watch} from "../world/index.ts";
import {partyAmong} from "./party-among.ts";

/** The watched state that was written behind `--state`; null where none was. @throws InputError where the watch does not follow it. */
export function watchedState(
  written: string | undefined,
  {watch, reference}: {readonly watch: Watch; readonly reference: Reference},
): StateCode | null {
  if (written === undefined) return null;
  const code = partyAmong("--state", written, reference, "state");
  if (!watch.states.includes(code))
    throw new InputError(
      `the watch does not follow ${code}`,
      `its states are ${watch.states.join(", ")}; name another with --watch`,
    );
  return code;
}
