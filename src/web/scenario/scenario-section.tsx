import {useQuery} from "@tanstack/react-query";
import {useId} from "react";
import type {PartyId, ScenarioBase, ScenarioRequest} from "../../api/index.ts";
import {askScenarioBases} from "../ask-api.ts";
import {usePage} from "../page-context.ts";
import {PageSection} from "../page-section.tsx";
import {counted} from "../shape/number-words.ts";
import {
  type Desk,
  drawChoices,
  mostScenarios,
  plainDesk,
  readDesk,
  writeDesk,
} from "../shape/scenario-address.ts";
import {missingIn, type ShockDraft, shockOf, tellDraft} from "../shape/scenario-kinds.ts";
import {usualTariff} from "../shape/usual-tariff.ts";
import {useNear} from "../use-near.ts";
import {changeView, useView} from "../use-view.ts";
import {ScenarioForm} from "./scenario-form.tsx";
import {ScenarioOutcome} from "./scenario-outcome.tsx";
import {type ScenarioRun, useScenarioRuns} from "./use-scenario-runs.ts";
import {useSettled} from "./use-settled.ts";

/** Wait after the last movement of a slider before the model is asked, milliseconds. */
const pauseMs = 250;

const letters = ["A", "B", "C", "D"] as const;

/** Scenarios of the reader's own, side by side: actions and their sizes go in, outcomes by country come out. */
export function ScenarioSection() {
  const {answer, nameOf} = usePage();
  const view = useView();
  const desk: Desk = view.scenario ?? {...plainDesk, scenarios: [[usualTariff(answer)]]};
  const [element, near] = useNear<HTMLDivElement>();
  const awake = near || view.scenario !== null;
  const bases = useQuery({
    queryKey: ["scenario-bases", answer.asOf],
    queryFn: () => askScenarioBases(answer.asOf),
    enabled: awake,
  });
  const base = bases.data?.bases.find(({id}) => id === desk.base) ?? bases.data?.bases[0] ?? null;
  const settled = readDesk(useSettled(writeDesk(desk), pauseMs)) ?? desk;
  const about = toldFirst(settled.scenarios, answer.watch.states, base);
  const runs = useScenarioRuns(
    settled.scenarios.map((drafts) =>
      awake && base !== null
        ? requestOf(drafts, {
            base: base.id,
            draws: settled.draws,
            about,
            asOf: answer.asOf,
            nameOf,
          })
        : null,
    ),
  );
  const set = (part: Partial<Desk>, how: "push" | "replace" = "push") =>
    changeView({scenario: {...desk, ...part}}, how);
  const setAt = (at: number, drafts: readonly ShockDraft[], how: "push" | "replace") =>
    set({scenarios: desk.scenarios.map((one, index) => (index === at ? drafts : one))}, how);
  const room = desk.scenarios.length < mostScenarios;
  const names = letters.slice(0, desk.scenarios.length);
  return (
    <PageSection
      id="scenarios"
      title="Scenarios"
      aside={
        <p>
          Worked out by the trade equilibrium once wages and prices have settled. The interval tells
          how unsure its parameters are, nothing else. All of it stands in the address: a link
          reopens it.
        </p>
      }
    >
      <div className="desk" ref={element}>
        <Settings desk={desk} bases={bases.data?.bases ?? []} onChange={set} />
        <div className="scenarios">
          {desk.scenarios.map((drafts, at) => (
            <div key={letters[at]}>
              <ScenarioForm
                letter={letters[at] ?? ""}
                drafts={drafts}
                base={base}
                onChange={(next, how) => setAt(at, next, how)}
                onCopy={
                  room ? () => set({scenarios: desk.scenarios.toSpliced(at + 1, 0, drafts)}) : null
                }
                onRemove={
                  desk.scenarios.length > 1
                    ? () => set({scenarios: desk.scenarios.toSpliced(at, 1)})
                    : null
                }
              />
              <Progress
                run={runs[at]}
                letter={letters[at] ?? ""}
                waitsFor={
                  bases.isPending
                    ? "Reading what scenarios start from …"
                    : base === null
                      ? "There is nothing to start from."
                      : "Worked out once what is empty is filled in."
                }
              />
            </div>
          ))}
        </div>
        {bases.error && (
          <p className="failure" role="alert">
            {bases.error.message}
          </p>
        )}
        <ScenarioOutcome
          bodies={names.map((_, at) => runs[at]?.body ?? null)}
          letters={names}
          figure={desk.figure}
          base={base?.id ?? desk.base}
          about={about}
          onFigure={(figure) => set({figure})}
        />
        {bases.data?.gaps.map(({what, why, wouldFill}) => (
          <p key={what} className="missing">
            No {what}: {why}. Would fill it: {wouldFill}.
          </p>
        ))}
      </div>
    </PageSection>
  );
}

/** The watched states, then every state that a shock names, as far as the base holds them. */
function toldFirst(
  scenarios: Desk["scenarios"],
  watched: readonly PartyId[],
  base: ScenarioBase | null,
): PartyId[] {
  const held = new Set(base?.states ?? []);
  const named = scenarios.flat().flatMap(({values}) => Object.values(values).flat());
  const found = [...new Set([...watched, ...named])].filter((state) => held.has(state));
  // A matrix of the reader's own may call its states by other names.
  return (found.length > 0 ? found : [...held]).slice(0, mostTold);
}

/** States whose bars and flows are told; the table has all. */
const mostTold = 12;

/** null where all is undone, or something is missing. */
function requestOf(
  drafts: readonly ShockDraft[],
  asked: {
    readonly base: Desk["base"];
    readonly draws: number;
    readonly about: readonly PartyId[];
    readonly asOf: string;
    readonly nameOf: (party: PartyId) => string;
  },
): ScenarioRequest | null {
  const active = drafts.filter(({undone}) => !undone);
  if (active.length === 0 || active.some((draft) => missingIn(draft) !== null)) return null;
  const {nameOf, ...rest} = asked;
  return {
    ...rest,
    scenario: {
      name: active.map((draft) => tellDraft(draft, nameOf)).join("; "),
      shocks: active.map((draft) => shockOf(draft, nameOf)),
    },
  };
}

function Settings({
  desk,
  bases,
  onChange,
}: {
  readonly desk: Desk;
  readonly bases: readonly ScenarioBase[];
  readonly onChange: (part: Partial<Desk>) => void;
}) {
  const id = useId();
  return (
    <p className="adds">
      {bases.length > 1 && (
        <>
          <label htmlFor={`${id}-base`}>Base</label>
          <select
            id={`${id}-base`}
            value={desk.base}
            onChange={(event) =>
              onChange({base: event.currentTarget.value === "own" ? "own" : "ledger"})
            }
          >
            {bases.map((base) => (
              <option key={base.id} value={base.id}>
                {base.name}
                {base.year === null ? "" : `, ${base.year}`}
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor={`${id}-draws`}>Draws for intervals</label>
      <select
        id={`${id}-draws`}
        value={desk.draws}
        onChange={(event) => onChange({draws: Number(event.currentTarget.value)})}
      >
        {drawChoices.map((draws) => (
          <option key={draws} value={draws}>
            {draws === 0 ? "none" : draws}
          </option>
        ))}
      </select>
    </p>
  );
}

/** How far a scenario is, with a way to stop it; what went wrong in words. */
function Progress({
  run,
  letter,
  waitsFor,
}: {
  readonly run: ScenarioRun | undefined;
  readonly letter: string;
  /** What is missing while it is not worked out. */
  readonly waitsFor: string;
}) {
  const {state = "waiting", done = 0, of = 0, error = null} = run ?? {};
  const how = `${counted(done, "draw")} of ${of}`;
  return (
    <div className="progress">
      <p className="status" role="status">
        {state === "waiting" && waitsFor}
        {state === "working" && (of === 0 ? "Working it out …" : `Working it out: ${how} …`)}
        {state === "stopped" && error === null && `Stopped after ${how}.`}
      </p>
      {state === "working" && (
        <>
          {of > 0 && <progress aria-label={`Draws of scenario ${letter}`} value={done} max={of} />}
          <button type="button" className="quiet" onClick={run?.stop}>
            stop<span className="unseen"> scenario {letter}</span>
          </button>
        </>
      )}
      {state === "stopped" && error === null && (
        <button type="button" className="quiet" onClick={run?.goOn}>
          work it out<span className="unseen">: scenario {letter}</span>
        </button>
      )}
      {error !== null && (
        <p className="failure" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
