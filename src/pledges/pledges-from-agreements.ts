import type {DatedAgreement, Day, DayPrecision, Evidence, ToldStep} from "../world/index.ts";
import {listWords, sentence} from "../world/index.ts";
import type {Thread} from "./thread.ts";

/** Trade agreements from signature to entry into force. One agreement is one pledge, however many states are in it. */
export function pledgesFromAgreements(
  agreements: readonly DatedAgreement[],
  asOf: Day,
  nameOf: (party: string) => string,
): Thread[] {
  const ends = collectionEnds(agreements, asOf);
  return agreements
    .filter(({members}) => members.length > 0)
    .map((one) => threadOf(one, asOf, ends.get(one.collection) ?? asOf, nameOf));
}

/** The newest day that each collection tells of: a step after it would not be in it. */
function collectionEnds(agreements: readonly DatedAgreement[], asOf: Day): Map<string, Day> {
  const ends = new Map<string, Day>();
  for (const {collection, signed, inForce} of agreements)
    for (const on of [signed, inForce])
      if (on !== null && on <= asOf && on > (ends.get(collection) ?? "")) ends.set(collection, on);
  return ends;
}

function threadOf(
  agreement: DatedAgreement,
  asOf: Day,
  collectionEnd: Day,
  nameOf: (party: string) => string,
): Thread {
  const {id, title, members, signed, inForce, ended, collection} = agreement;
  const parties = listWords(members.map(nameOf));
  const text = sentence(`${parties} ${members.length > 1 ? "agree" : "agrees"} on “${title}”.`);
  const step = (
    stage: ToldStep["stage"],
    when: Day,
    precision: DayPrecision,
    part: number | null,
    told: string,
  ): ToldStep => ({
    stage,
    when,
    precision,
    part,
    text: told,
    because: [],
    evidence: evidenceOf(agreement, told),
    knownOn: agreement.recordedOn,
  });
  const wasInForce = inForce !== null && inForce <= asOf;
  const steps = [
    ...(signed === null || signed > asOf
      ? []
      : [step("contract", signed, agreement.signedPrecision, null, `“${title}” was signed.`)]),
    ...(wasInForce
      ? [step("ratified", inForce, agreement.inForcePrecision, 1, `“${title}” entered into force.`)]
      : []),
    ...(ended === null || ended > asOf
      ? []
      : [step(wasInForce ? null : "lapsed", ended, "day", null, `“${title}” ended.`)]),
  ];
  // DESTA alone leaves the year of entry into force empty both where there was none and where it did not look.
  const silent = collection === "DESTA" && !wasInForce;
  return {
    key: JSON.stringify(["agreements", id]),
    kind: "agreement",
    text,
    by: members,
    to: [],
    sectors: ["trade"],
    steps,
    knownUntil: silent && signed !== null ? signed : collectionEnd,
    specimen: false,
  };
}

function evidenceOf(
  {id, members, inForce, signed, recordedOn}: DatedAgreement,
  quote: string,
): Evidence[] {
  const vintage = inForce ?? signed ?? recordedOn;
  return [
    {
      kind: "rows",
      dataset: "agreements",
      where: [{column: "id", in: [id]}],
      count: 1,
      quote,
      reaches: members.map((party) => ({
        party,
        how: "dataset",
        by: `member of ${id} in agreement-members`,
      })),
      vintage,
    },
  ];
}
