import {type GivenJudgement, InputError} from "../sources/index.ts";
import type {Ledger} from "../store/index.ts";
import type {Day, PledgeKind} from "../world/index.ts";
import {addOnce, type KeptJudgement} from "./keep-judgement.ts";
import type {PledgesKnown} from "./pledges-known.ts";

/** A step that can be judged, and what it is a step of. */
interface JudgeableStep {
  readonly id: string;
  readonly kind: PledgeKind;
}

/**
 * Keeps a person's judgement of steps of pledges, with the ids that it names written out.
 * @param pledges what was known of them on the day.
 * @throws InputError when an id names no step, or none that can be judged so; StoreError when it cannot be kept.
 */
export async function keepStepJudgement({
  ledger,
  pledges,
  given,
  on,
}: {
  readonly ledger: Pick<Ledger, "judgements" | "addJudgement">;
  readonly pledges: PledgesKnown;
  readonly given: GivenJudgement;
  readonly on: Day;
}): Promise<KeptJudgement> {
  if (given.kind !== "accept" && given.kind !== "reject" && given.kind !== "recode")
    throw new InputError(
      "a step of a pledge is accepted, rejected, re-dated or re-staged",
      "write accept, reject, or recode with --field when=… or stage=…",
    );
  const steps = given.about.map((name) => stepNamed(name, pledges));
  checkChange(given, steps, pledges, on);
  const about = [...new Set(steps.map(({id}) => id))];
  return addOnce(ledger, {...given, about}, await ledger.judgements(on), on);
}

/** The step of an id, of which pledge and step may each be shortened: "1a2b3c4d:9f3e". */
function stepNamed(name: string, {pledges, rejected}: PledgesKnown): JudgeableStep {
  const [pledge = "", step = "", more] = name.split(":");
  const found = [...pledges, ...rejected]
    .filter(({id}) => pledge.length >= shortest && id.startsWith(pledge))
    .flatMap(({kind, steps, setAside}) => [...steps, ...setAside].map(({id}) => ({id, kind})))
    .filter(({id}) => more === undefined && step !== "" && id.split(":")[1]?.startsWith(step));
  const ids = [...new Set(found.map(({id}) => id))];
  const [only] = found;
  if (only === undefined || ids.length > 1)
    throw new InputError(
      only === undefined
        ? `no step "${name}" of a pledge of this watch is known`
        : `"${name}" begins ${ids.length} ids of steps`,
      only === undefined
        ? "take an id from `demarche pledges --history <pledge>`; steps have a colon in it, and other things do not"
        : "write more of it",
    );
  return only;
}

/** Fewest characters by which a pledge may be named. */
const shortest = 4;

function checkChange(
  given: GivenJudgement,
  steps: readonly JudgeableStep[],
  {rules}: PledgesKnown,
  on: Day,
): void {
  if (given.kind !== "recode") return;
  const {change} = given;
  if (change.field === "when" && change.value > on)
    throw new InputError(
      `${change.value} is not yet: a step has happened`,
      `name a day up to ${on}`,
    );
  if (change.field === "when") return;
  if (change.field !== "stage")
    throw new InputError(
      `${change.field} is no field of a step of a pledge`,
      "a step has when and stage",
    );
  for (const {kind} of steps) {
    const rule = rules.find((one) => one.kind === kind);
    const stages = [...(rule?.path ?? []), ...(rule?.ends ?? [])].map(({stage}) => stage);
    if (change.value !== "told" && !stages.includes(change.value))
      throw new InputError(
        `${kind} has no stage "${change.value}"`,
        `write one of ${stages.join(", ")}, or told`,
      );
  }
}
