import {FlowMap} from "./charts/flow-map.tsx";
import {DataTable} from "./data-table.tsx";
import type {Page} from "./page-context.ts";
import {flowLines} from "./shape/flow-lines.ts";
import {amount, counted, dayWords, intervalWords} from "./shape/number-words.ts";
import {hueClass} from "./shape/power-hues.ts";
import {ThemeToggle} from "./theme-toggle.tsx";
import {changeView} from "./use-view.ts";
import {flowKinds} from "./view.ts";

const flowNames = {trade: "Trade", votes: "UN votes", arms: "Arms"} as const;

export interface MastheadProps {
  readonly page: Page | null;
  readonly asOf: string | null;
}

/** Title, as-of and what the page is; it stands before the answer has come. */
export function Masthead({page, asOf}: MastheadProps) {
  return (
    <header className="masthead">
      <div className="top-line">
        <p className="wordmark">Demarche</p>
        <ThemeToggle />
      </div>
      <div className="opening">
        <h1>{page ? page.answer.watch.name : "Reading the ledger …"}</h1>
        {page ? (
          <Standfirst page={page} />
        ) : (
          <p className="standfirst">A cited ledger of what states do with one another.</p>
        )}
        <AsOf known={page?.answer.asOf ?? null} asOf={asOf} />
      </div>
      {page && <Locator page={page} />}
    </header>
  );
}

function Standfirst({page: {answer, nameOf}}: {readonly page: Page}) {
  const {watch, ledgerMoves} = answer;
  const real = ledgerMoves.filter((move) => !move.specimen);
  return (
    <p className="standfirst">
      What {list(watch.states.map(nameOf))} did with {counted(watch.powers.length, "power")} (
      {watch.powers.map((power, index) => (
        <span key={power}>
          {index > 0 && (index === watch.powers.length - 1 ? " and " : ", ")}
          <span className={`party ${hueClass(watch, power)}`}>{nameOf(power)}</span>
        </span>
      ))}
      ), what is at stake, and what a policy would change: {counted(real.length, "move")} known on{" "}
      {dayWords(answer.asOf)}. Each sentence opens what it rests on; what is not known says so.
    </p>
  );
}

/** "Indonesia, Malaysia and Vietnam". */
function list(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function AsOf({known, asOf}: {readonly known: string | null; readonly asOf: string | null}) {
  return (
    <p className="as-of">
      <label htmlFor="as-of">As of</label>{" "}
      <input
        id="as-of"
        type="date"
        min="1946-01-01"
        max="2100-12-31"
        key={asOf ?? known}
        defaultValue={asOf ?? known ?? ""}
        onChange={(event) => {
          const day = event.currentTarget.value;
          // While a year is being typed a date field passes through 0002, 0020, 0201.
          if (day === "" || day >= "1946-01-01") changeView({asOf: day === "" ? null : day});
        }}
      />
      {asOf !== null && (
        <button type="button" className="quiet" onClick={() => changeView({asOf: null})}>
          back to today
        </button>
      )}
    </p>
  );
}

function Locator({page: {answer, view, nameOf}}: {readonly page: Page}) {
  const flows = flowLines(answer, view.flows, view.country, view.partner);
  return (
    <figure className="locator">
      <FlowMap flows={flows.lines} watch={answer.watch} nameOf={nameOf} title={flows.title} />
      <figcaption>
        <fieldset className="switch">
          <legend className="unseen">What the lines show</legend>
          {flowKinds.map((kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="flows"
                value={kind}
                checked={view.flows === kind}
                onChange={() => changeView({flows: kind})}
              />
              {flowNames[kind]}
            </label>
          ))}
        </fieldset>
        <p>{flows.title}</p>
        <DataTable
          caption={flows.title}
          columns={["state", "power", "period", "share", "interval"]}
          rows={() =>
            flows.lines.map(({state, power, period, figure}) => [
              nameOf(state),
              nameOf(power),
              period,
              amount(figure.value, figure.unit),
              intervalWords(figure) ?? figure.intervalNote,
            ])
          }
        />
        <p className="fine">
          Borders as Natural Earth draws them: who holds the ground, which settles no claim. Crimea
          and the nine-dash line are disputed and dashed; the latter is approximate, after the US
          State Department's Limits in the Seas 143.
        </p>
      </figcaption>
    </figure>
  );
}
