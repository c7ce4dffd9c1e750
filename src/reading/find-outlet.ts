import {type Gap, gap} from "../world/index.ts";
import type {Dateline} from "./dateline.ts";
import {knownOutlet, outletOfAddress} from "./known-outlets.ts";

/** Who publishes it: the site's name for itself, else the agency credited in the dateline, else whose the address is. */
export function findOutlet(
  stated: string | null,
  dateline: Dateline | null,
  origin: string,
): string | Gap {
  const credit = dateline?.credit ?? null;
  return (
    stated ??
    (credit === null ? null : knownOutlet(credit.name)) ??
    outletOfAddress(origin) ??
    gap(
      "outlet",
      "neither metadata, credit nor address name one",
      "the page as its outlet published it",
    )
  );
}
