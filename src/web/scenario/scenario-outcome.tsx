import {useId, useState} from "react";
import type {PartyId, ScenarioBody, ToldBloc, ToldChange, ToldFigure} from "../../api/index.ts";
import {ChangeBars} from "../charts/change-bars.tsx";
import {ChangeMap} from "../charts/change-map.tsx";
import {DataTable} from "../data-table.tsx";
import {usePage} from "../page-context.ts";
import {EvidenceItem} from "../pane/evidence-item.tsx";
import {saveText} from "../save-text.ts";
import {amount, counted, short, twoFigures} from "../shape/number-words.ts";
import {partnerRows} from "../shape/partner-rows.ts";
import type {Desk} from "../shape/scenario-address.ts";

export interface ScenarioOutcomeProps {
  /** By scenario; null where nothing is known yet. */
  readonly bodies: readonly (ScenarioBody | null)[];
  readonly letters: readonly string[];
  readonly figure: string;
  readonly base: Desk["base"];
  /** Whom bars tell of first. */
  readonly about: readonly PartyId[];
  readonly onFigure: (figure: string) => void;
}

const unitWords: Readonly<Record<ToldFigure["unit"], string>> = {
  percent: "change in per cent",
  points: "change in points",
  index: "change of the index",
};

/** Outcomes side by side: bars with intervals and a map of one figure, then every state, every partner, and what it rests on. */
export function ScenarioOutcome({
  bodies,
  letters,
  figure: wanted,
  base,
  about,
  onFigure,
}: ScenarioOutcomeProps) {
  const {answer, nameOf} = usePage();
  const id = useId();
  const known = bodies.find((body) => body !== null);
  if (known === undefined || known === null) return null;
  const {figures} = known.told;
  const figure = figures.find((one) => one.id === wanted) ?? figures[0];
  if (figure === undefined) return null;
  const blocs = known.told.blocs.map(({state}) => state);
  const columns = bodies.map((body) => changesOf(body, figure.id));
  const titles = bodies.map((body, at) => `${letters[at]}: ${body?.name ?? "not worked out"}`);
  const largest = Math.max(
    1e-9,
    ...columns.flatMap((column) => [...column.values()].map((one) => Math.abs(one?.value ?? 0))),
  );
  const caption = `${sentence(figure.label)}, ${unitWords[figure.unit]}`;
  return (
    <div className="outcome">
      <p className="note">
        <strong>{known.heading}.</strong> {baseWords(known)}
      </p>
      <p className="adds">
        <label htmlFor={id}>Figure</label>
        <select id={id} value={figure.id} onChange={(event) => onFigure(event.currentTarget.value)}>
          {figures.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
      </p>
      <ChangeBars
        caption={`${caption} (in brackets 90 % of the draws)`}
        columns={letters.map((letter) => `Scenario ${letter}`)}
        rows={[...about, ...blocs].map((state) => ({
          state,
          name: blocs.includes(state) ? `${nameOf(state)}, as one` : nameOf(state),
          changes: columns.map((column) =>
            column.size === 0 ? undefined : column.has(state) ? column.get(state) : "unknown",
          ),
        }))}
      />
      {known.told.blocs.map((bloc) => (
        <p key={bloc.state} className="note">
          {spreadWords(bloc, figures.indexOf(figure), nameOf)}
        </p>
      ))}
      <div className="change-maps">
        {columns.map((column, at) =>
          column.size === 0 ? null : (
            <figure key={letters[at]}>
              <ChangeMap
                changes={valuesOf(withoutBlocs(column, blocs))}
                largest={largest}
                middle={answer.watch.states}
                title={`${titles[at]}: ${caption}. ${extremes(withoutBlocs(column, blocs), nameOf)}`}
              />
              <figcaption className="note">
                {titles[at]}. {extremes(withoutBlocs(column, blocs), nameOf)} Blue is more, red is
                less, the darker the further; dotted states are not in the base.
              </figcaption>
            </figure>
          ),
        )}
      </div>
      <DataTable
        caption={`${caption}: every state`}
        columns={["country", ...letters.flatMap((letter) => [letter, `${letter}, 90 %`])]}
        rows={() =>
          [...known.told.rows, ...known.told.blocs].map(({state}) => [
            blocs.includes(state) ? `${nameOf(state)}, as one` : nameOf(state),
            ...columns.flatMap((column) =>
              column.size > 0 && !column.has(state)
                ? ["not known", ""]
                : tellCells(column.get(state)),
            ),
          ])
        }
      />
      {bodies.map(
        (body, at) =>
          body !== null && (
            <WhatItRestsOn
              key={letters[at]}
              body={body}
              letter={letters[at] ?? ""}
              inDollars={base === "ledger"}
            />
          ),
      )}
    </div>
  );
}

type Changes = ReadonlyMap<PartyId, ToldChange | null>;

function changesOf(body: ScenarioBody | null, figure: string): Changes {
  const at = body?.told.figures.findIndex(({id}) => id === figure) ?? -1;
  const rows = body === null ? [] : [...body.told.rows, ...body.told.blocs];
  return new Map(rows.map(({state, changes}) => [state, changes[at] ?? null]));
}

function withoutBlocs(changes: Changes, blocs: readonly PartyId[]): Changes {
  return new Map([...changes].filter(([state]) => !blocs.includes(state)));
}

/** "European Union: 26 of 27 members, from −0.19 (Ireland) to 0.018 (Cyprus) in scenario A." */
function spreadWords(
  {state, members, absent, spread}: ToldBloc,
  at: number,
  nameOf: (party: PartyId) => string,
): string {
  const all = members.length + absent.length;
  const count = absent.length === 0 ? `${all} members` : `${members.length} of ${all} members`;
  const [lowest, highest] = spread[at] ?? [];
  const apart =
    lowest === undefined || highest === undefined
      ? "none has this figure"
      : `from ${twoFigures(lowest.value)} (${nameOf(lowest.state)}) to ${twoFigures(highest.value)} (${nameOf(highest.state)})`;
  return `${nameOf(state)}: ${count}, ${apart} in the first scenario worked out.`;
}

function valuesOf(changes: Changes): Map<PartyId, number> {
  return new Map(
    [...changes].flatMap(([state, change]) => (change === null ? [] : [[state, change.value]])),
  );
}

/** "Most: Mexico +0.12, …. Least: …." */
function extremes(changes: Changes, nameOf: (party: PartyId) => string): string {
  const sorted = [...valuesOf(changes)].sort(([, a], [, b]) => b - a);
  const tell = (some: readonly (readonly [PartyId, number])[]) =>
    some.map(([state, value]) => `${nameOf(state)} ${twoFigures(value)}`).join(", ");
  return `Most: ${tell(sorted.slice(0, 3))}. Least: ${tell(sorted.slice(-3).reverse())}.`;
}

function tellCells(change: ToldChange | null | undefined): [string, string] {
  if (change == null) return ["none before", ""];
  const {value, interval} = change;
  return [
    twoFigures(value),
    interval === null ? "" : `${twoFigures(interval.low)} to ${twoFigures(interval.high)}`,
  ];
}

function baseWords({base, assumptions}: ScenarioBody): string {
  const coverage = assumptions.find((line) => /^\d+ states with /.test(line));
  return `Base: ${base.matrix}${base.year === null ? "" : ` of ${base.year}`}, ${coverage ?? counted(base.states, "state")}; ${base.sectors === 1 ? "one sector" : counted(base.sectors, "sector")}. Two significant figures.`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const fromWords = {
  chosen: "chosen: it is the question asked",
  asked: "given without a source",
  cited: "",
} as const;

function WhatItRestsOn({
  body,
  letter,
  inDollars,
}: {
  readonly body: ScenarioBody;
  readonly letter: string;
  readonly inDollars: boolean;
}) {
  const {convergence, written, gaps} = body;
  const name = `scenario-${letter.toLowerCase()}`;
  return (
    <section aria-label={`Scenario ${letter}: what it rests on`}>
      <h3>{`${letter}: ${body.name ?? ""}`}</h3>
      {written !== null && (
        <p className="note">
          Save it:{" "}
          <button
            type="button"
            className="quiet"
            onClick={() => saveText(`${name}.csv`, "text/csv", written.csv)}
          >
            CSV<span className="unseen"> of scenario {letter}</span>
          </button>{" "}
          <button
            type="button"
            className="quiet"
            onClick={() => saveText(`${name}.md`, "text/markdown", written.md)}
          >
            section of a brief (Markdown)<span className="unseen"> on scenario {letter}</span>
          </button>
        </p>
      )}
      <Partners body={body} letter={letter} inDollars={inDollars} />
      {body.beside.length > 0 && (
        <details className="behind">
          <summary>
            What is known beside it<span className="unseen"> in scenario {letter}</span>
          </summary>
          <ul className="assumptions">
            {body.beside.map(({text, evidence, gap}, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an outcome's cells never change their order.
              <li key={index} className={gap === null ? undefined : "missing"}>
                {text}
                {evidence.map((one, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an outcome's evidence never changes its order.
                  <EvidenceItem key={at} evidence={one} startsOpen={false} />
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="behind">
        <summary>
          Its parameters<span className="unseen"> in scenario {letter}</span>
        </summary>
        <ul className="assumptions">
          {body.parameters.map(({of, what, value, from, source}) => (
            <li key={`${of} ${what}`}>
              {of}: {what}: {value} ({source ?? fromWords[from]})
            </li>
          ))}
        </ul>
      </details>
      <details className="behind">
        <summary>
          What the model assumes<span className="unseen"> in scenario {letter}</span>
        </summary>
        <ul className="assumptions">
          {body.assumptions.map((one) => (
            <li key={one}>{one}</li>
          ))}
          <li>
            Solved in {convergence.iterations} iterations to a residual of{" "}
            {convergence.residual.toExponential(1)}.
          </li>
          {gaps.map(({what, why}) => (
            <li key={what} className="missing">
              Not known: {what}: {why}.
            </li>
          ))}
        </ul>
      </details>
      <details className="behind">
        <summary>
          The rows behind it<span className="unseen">: scenario {letter}</span>
        </summary>
        {body.evidence.length === 0 && (
          <p className="missing">The matrix is not the ledger’s: its own file is the source.</p>
        )}
        {body.evidence.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an outcome's evidence never changes its order.
          <EvidenceItem key={index} evidence={one} startsOpen={false} />
        ))}
      </details>
    </section>
  );
}

/** A state's trade by partner and sector, at the centre of the parameters. */
function Partners({
  body,
  letter,
  inDollars,
}: {
  readonly body: ScenarioBody;
  readonly letter: string;
  readonly inDollars: boolean;
}) {
  const {nameOf} = usePage();
  const id = useId();
  const [chosen, setChosen] = useState<PartyId | null>(null);
  const held = body.about.filter((state) => body.told.rows.some((row) => row.state === state));
  const state = chosen !== null && held.includes(chosen) ? chosen : held[0];
  if (state === undefined) return null;
  const tell = (value: number) => (inDollars ? amount(value, "usd") : short(value));
  const change = ([before, after]: readonly [number, number]) =>
    before > 0 ? twoFigures(100 * (after / before - 1)) : "none before";
  const withSectors = body.base.sectors > 1;
  return (
    <div className="partners">
      <p className="adds">
        <label htmlFor={id}>Exports and imports by partner of</label>
        <select id={id} value={state} onChange={(event) => setChosen(event.currentTarget.value)}>
          {held.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </p>
      <DataTable
        key={state}
        caption={`${letter}: ${nameOf(state)} by partner${withSectors ? " and sector" : ""}; at central parameters, no intervals`}
        columns={[
          "partner",
          ...(withSectors ? ["sector"] : []),
          "sold before",
          "sold, change in %",
          "bought before",
          "bought, change in %",
        ]}
        rows={() =>
          partnerRows(body.flows, state).map(({partner, sector, sold, bought}) => [
            nameOf(partner),
            ...(withSectors ? [sector ?? ""] : []),
            tell(sold[0]),
            change(sold),
            tell(bought[0]),
            change(bought),
          ])
        }
      />
    </div>
  );
}
