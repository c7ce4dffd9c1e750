import type {Article, CodedEvent} from "../../api/index.ts";
import {amountWords, partWords, periodWords} from "../shape/event-words.ts";

/** Why a passage was coded as it was: each part in the words of the text, then the words and rules that moved it. */
export function WhyNote({event, article}: {readonly event: CodedEvent; readonly article: Article}) {
  const {type, mode, subMode, period, where, saidBy, amounts, because, confidence, coder} = event;
  return (
    <details className="behind why">
      <summary>
        Why: {type} {mode}
        {typeof subMode === "string" && `, ${subMode}`}
      </summary>
      <dl className="facts">
        {event.parts.map(({part, start, end}) => (
          <div key={`${part} ${start}`}>
            <dt>
              <span className={`told-part ${part}`}>{partWords[part]}</span>
            </dt>
            <dd>
              “{article.text.slice(start, end)}”{" "}
              <code>
                {start}–{end}
              </code>
            </dd>
          </div>
        ))}
        {"from" in period && (
          <>
            <dt>That is</dt>
            <dd>{periodWords(period)}</dd>
          </>
        )}
        {"name" in where && where.party !== null && (
          <>
            <dt>In</dt>
            <dd>{where.party}</dd>
          </>
        )}
        {amounts.map((amount) => (
          <div key={amount.start}>
            <dt>Read as</dt>
            <dd>{amountWords(amount)}</dd>
          </div>
        ))}
        <dt>Said by</dt>
        <dd>
          {"voice" in saidBy
            ? `${saidBy.speaker ?? "nobody named"} (${saidBy.voice})`
            : "the article itself"}
        </dd>
        <dt>Sure</dt>
        <dd>
          {confidence === null ? "not stated" : confidence.toFixed(2)} ({coder.id} v{coder.version})
        </dd>
      </dl>
      <ul className="plain because">
        {because.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}
