import type {ComparisonBody, Verdict} from "../api/index.ts";
import {LongList} from "./long-list.tsx";
import {articleName, comparisonParts, copiedWords} from "./shape/comparison-parts.ts";
import {counted} from "./shape/number-words.ts";
import {VerdictMark} from "./verdict-mark.tsx";

/** Lines of a part that stand there before the reader asks for more. */
const firstLines = 8;

/** Two articles side by side: who copied whom, then each claim of the one beside that of the other. */
export function ComparisonRead({body}: {readonly body: ComparisonBody}) {
  const {first, second, comparison} = body;
  const names = [articleName(first), articleName(second)] as const;
  return (
    <div className="claims comparison">
      <p className="note">{copiedWords(comparison)}</p>
      <div className="side-by-side heads" aria-hidden="true">
        <span>First: {names[0]}</span>
        <span>Second: {names[1]}</span>
      </div>
      {comparisonParts(comparison).map(({head, word, lines}) => (
        <section key={head} aria-label={`${head}: ${counted(lines.length, word)}`}>
          <h3>
            {head}: {lines.length}
          </h3>
          <LongList
            items={lines.map((line, index) => ({...line, index}))}
            first={firstLines}
            word={word}
            keyOf={({index}) => String(index)}
            className="plain sentences-list"
          >
            {({first: one, second: other, because}) => (
              <>
                <div className="side-by-side">
                  <Side which="First" verdict={one} />
                  <Side which="Second" verdict={other} />
                </div>
                {because !== null && <span className="because">{because}</span>}
              </>
            )}
          </LongList>
        </section>
      ))}
    </div>
  );
}

/** A claim of one of them; of a claim that it lacks, that it does. */
function Side({which, verdict}: {readonly which: string; readonly verdict: Verdict | null}) {
  return (
    <div className="side">
      <span className="lead">
        <span className="which">{which}</span>{" "}
        {verdict === null ? (
          <span className="missing">does not say it</span>
        ) : (
          <VerdictMark verdict={verdict} />
        )}
      </span>
      {verdict !== null && <q className="sentence">{verdict.claim.text}</q>}
    </div>
  );
}
