import type {JudgementRequest, PledgeRule, PledgeStage, PledgeStep} from "../../api/index.ts";
import type {ValueAsked} from "./judgement-request.ts";

/** What a reader can decide about a step of a pledge, in the words of the form: "I …". */
export const stepDecisions = {
  accept: "accept it as it stands",
  reject: "reject it: it did not happen so",
  when: "would date it otherwise",
  stage: "would place it at another stage",
} as const;
export type StepDecision = keyof typeof stepDecisions;

/** A step that is told without moving its pledge, as the form and the API name it. */
const beside = "told";

/** What a decision about a step asks for: stages are those of its kind's rule, without the one at which it stands. */
export function stepValueAsked(
  decision: StepDecision,
  {stage}: PledgeStep,
  rule: PledgeRule | undefined,
  asOf: string,
): ValueAsked {
  if (decision === "when") return {kind: "day", latest: asOf};
  if (decision !== "stage") return null;
  const stages = [...(rule?.path ?? []), ...(rule?.ends ?? [])].map((one) => one.stage);
  return {
    kind: "choice",
    values: [...stages, beside].filter((one) => one !== (stage ?? beside)),
  };
}

/** The decision as the API takes it. */
export function stepRequest(
  {id}: PledgeStep,
  decision: StepDecision,
  value: string,
  who: {readonly author: string; readonly reason: string},
): JudgementRequest {
  const about = [id];
  switch (decision) {
    case "accept":
    case "reject":
      return {kind: decision, about, ...who};
    case "when":
      return {
        kind: "recode",
        about,
        change: {field: "when", value: value as Extract<PledgeStep["when"], string>},
        ...who,
      };
    case "stage":
      return {
        kind: "recode",
        about,
        change: {field: "stage", value: value as PledgeStage | "told"},
        ...who,
      };
  }
}
