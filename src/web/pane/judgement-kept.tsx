import type {JudgementKeptBody} from "../../api/index.ts";
import {usePage} from "../page-context.ts";
import {changeWords} from "../shape/judgement-words.ts";
import {counted} from "../shape/number-words.ts";

/** Changes that are shown; the rest are counted. */
const shown = 12;

/** What a judgement moved: told at once, above what the margin shows. */
export function JudgementKept({body}: {readonly body: JudgementKeptBody}) {
  const {nameOf} = usePage();
  const {kept, changes} = body;
  return (
    <div className="kept" role="status">
      <p>
        {kept
          ? `Kept. It moved ${changes.length === 0 ? "nothing" : counted(changes.length, "part")} of this page.`
          : "You had said that already: nothing was added."}
      </p>
      <ul className="plain">
        {changes.slice(0, shown).map((change) => {
          const {what, before, after} = changeWords(change, nameOf);
          return (
            <li key={`${change.kind} ${change.what}`}>
              {what}: <del>{before}</del> <ins>{after}</ins>
            </li>
          );
        })}
      </ul>
      {changes.length > shown && <p className="fine">And {changes.length - shown} more.</p>}
    </div>
  );
}
