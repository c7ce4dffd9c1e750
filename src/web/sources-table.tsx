import {useState} from "react";
import type {SourceKnown, SourcesBody} from "../api/index.ts";
import {reliabilityWords} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {SafeLink} from "./safe-link.tsx";
import {amount, counted} from "./shape/number-words.ts";
import {
  firstSources,
  type Grouping,
  groupings,
  groupSources,
  type Health,
  healthOf,
  healthSentences,
  healthWords,
  lastSuccessWords,
} from "./shape/source-rows.ts";
import {changeView, useView} from "./use-view.ts";

/** Sources that stand there before the reader asks, and how many more a press brings. */
const first = 12;
const step = 40;

/** Every source, by country or kind, as far as the reader looks for it. */
export function SourcesTable({body}: {readonly body: SourcesBody}) {
  const {nameOf} = usePage();
  const {find, health, by} = useView();
  const [asked, setAsked] = useState(0);
  const groups = groupSources(body, {find, health, by}, nameOf);
  const found = groups.reduce((sum, {sources}) => sum + sources.length, 0);
  const shown = firstSources(groups, first + asked);
  const left = Math.max(0, found - first - asked);
  return (
    <>
      <Search found={found} total={body.sources.length} />
      {found > 0 && (
        <table className="sentences sources">
          <caption className="unseen">Sources</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Grade</th>
              <th scope="col">How it does</th>
              <th scope="col">Items, articles, copies</th>
            </tr>
          </thead>
          {shown.map(({name, sources}) => (
            <tbody key={name}>
              <tr className="group">
                <th scope="rowgroup" colSpan={4}>
                  {name}
                </th>
              </tr>
              {sources.map((one) => (
                <SourceRow key={one.source.id} one={one} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {left > 0 && (
        <button type="button" className="more" onClick={() => setAsked(asked + step)}>
          {left > step
            ? `show ${step} more of ${counted(left, "source")}`
            : `show ${counted(left, "more source")}`}
        </button>
      )}
    </>
  );
}

function Search({found, total}: {readonly found: number; readonly total: number}) {
  const {find, health, by} = useView();
  return (
    <search>
      <form
        className="looking"
        aria-label="Look for sources"
        onSubmit={(event) => event.preventDefault()}
      >
        <span className="choice">
          <label htmlFor="find-source">Find</label>
          <input
            id="find-source"
            type="search"
            value={find ?? ""}
            maxLength={100}
            onChange={(event) => changeView({find: event.currentTarget.value || null}, "replace")}
          />
        </span>
        <span className="choice">
          <label htmlFor="source-health">that are</label>
          <select
            id="source-health"
            value={health ?? ""}
            onChange={(event) =>
              changeView({health: (event.currentTarget.value || null) as Health | null})
            }
          >
            <option value="">there, however they do</option>
            {Object.entries(healthWords).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        </span>
        <span className="choice">
          <label htmlFor="source-groups">by</label>
          <select
            id="source-groups"
            value={by}
            onChange={(event) => changeView({by: event.currentTarget.value as Grouping})}
          >
            {groupings.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </span>
        <output htmlFor="find-source source-health">
          {found === total ? counted(total, "source") : `${found} of ${counted(total, "source")}`}
        </output>
      </form>
    </search>
  );
}

function SourceRow({one}: {readonly one: SourceKnown}) {
  const {source, isOwn, health, articles, copyShare} = one;
  const {letter, onOwnPosition, reason} = source.reliability;
  const does = healthOf(one);
  const since = lastSuccessWords(one);
  return (
    <tr>
      <th scope="row">
        <span className="sentence">{source.title}</span>
        <span className="because">
          {source.owner}
          {source.stateControlled && ", state-controlled"}
          {isOwn && "; in your own file"}
        </span>
        <span className="because address">
          <SafeLink address={source.at} />
        </span>
        <span className="because">{source.licence}</span>
      </th>
      <td data-label="Grade">
        <abbr title={reliabilityWords(letter)}>{letter}</abbr>
        {onOwnPosition !== letter && (
          <>
            ; on its own position{" "}
            <abbr title={reliabilityWords(onOwnPosition)}>{onOwnPosition}</abbr>
          </>
        )}
        <span className="because">{reason}</span>
      </td>
      <td data-label="How it does">
        {does !== null && <strong className={`health ${does}`}>{healthWords[does]}</strong>}
        {since !== null && <span className="because">Last answered {since}.</span>}
        {healthSentences(one).map((words) => (
          <span className="because" key={words}>
            {words}
          </span>
        ))}
      </td>
      <td data-label="Items, articles, copies" className="counts">
        {"kind" in health ? (
          <span className="missing">items not known</span>
        ) : (
          counted(health.items, "item")
        )}
        <br />
        {counted(articles, "article")}
        <br />
        {copyShare === null ? (
          <span className="missing">no article to compare</span>
        ) : (
          `${amount(copyShare, "share")} copies`
        )}
      </td>
    </tr>
  );
}
