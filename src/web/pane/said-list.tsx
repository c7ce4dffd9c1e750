import type {JudgementRead} from "../../api/index.ts";
import {effectWords, saidWords} from "../shape/judgement-words.ts";

/** What people say of a thing, each with name, day and reason. */
export function SaidList({
  said,
  here,
}: {
  readonly said: readonly JudgementRead[];
  /** Id of the thing that they stand at. */
  readonly here: string;
}) {
  if (said.length === 0) return null;
  return (
    <ul className="plain">
      {said.map((one) => {
        const {id, author, recordedOn, reason} = one.judgement;
        const effect = effectWords[one.effect];
        return (
          <li key={id}>
            <strong>{author}</strong> {saidWords(one, here)}: “{reason}” ({recordedOn}
            {effect !== null && `; ${effect}`})
          </li>
        );
      })}
    </ul>
  );
}
