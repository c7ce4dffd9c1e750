import type {Grade} from "../../api/index.ts";
import {gradeWords} from "../evidence-mark.tsx";

/** A grade in words, with the working of the recipe behind it. */
export function GradeFact({grade}: {readonly grade: Grade}) {
  const {reasons, recipe, parts = []} = grade;
  return (
    <>
      <dt>Grade</dt>
      <dd>
        {gradeWords(grade)}
        {reasons.length > 0 && ` (${reasons.join("; ")})`}
        {recipe && (
          <details className="behind">
            <summary>
              How the figure came about ({recipe.id}@{recipe.version})
            </summary>
            <ul className="plain">
              {parts.map(({name, effect, because}) => (
                <li key={name}>
                  {name}: {effect} ({because})
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </>
  );
}
