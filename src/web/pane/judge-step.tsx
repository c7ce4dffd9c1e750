import type {JudgementKeptBody, JudgementRead, PledgeRule, PledgeStep} from "../../api/index.ts";
import {usePage} from "../page-context.ts";
import {judgementsAbout} from "../shape/judgement-words.ts";
import {stepDecisions, stepRequest, stepValueAsked} from "../shape/step-judgement.ts";
import {whenWords} from "../shape/when-words.ts";
import {JudgementForm} from "./judgement-form.tsx";
import {SaidList} from "./said-list.tsx";

/** What people say of a step of a pledge, and a form to say something of it too. */
export function JudgeStep({
  step,
  rule,
  judgements,
  onKept,
}: {
  readonly step: PledgeStep;
  readonly rule: PledgeRule | undefined;
  readonly judgements: readonly JudgementRead[];
  readonly onKept: (body: JudgementKeptBody) => void;
}) {
  const {answer} = usePage();
  return (
    <div className="judging-step">
      <SaidList said={judgementsAbout(judgements, new Set([step.id]))} here={step.id} />
      <details className="behind">
        <summary>
          Judge this step
          {typeof step.when === "string" && (
            <span className="unseen"> of {whenWords({...step, when: step.when})}</span>
          )}
        </summary>
        <JudgementForm
          what="step"
          id={step.id}
          decisions={stepDecisions}
          valueAsked={(decision) => stepValueAsked(decision, step, rule, answer.asOf)}
          requestOf={(decision, value, who) => stepRequest(step, decision, value, who)}
          onKept={onKept}
        />
      </details>
    </div>
  );
}
