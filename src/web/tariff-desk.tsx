import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {useEffect, useState} from "react";
import type {PartyId, ScenarioBody} from "../api/index.ts";
import {askScenario} from "./ask-api.ts";
import {ChangeBars} from "./charts/change-bars.tsx";
import {usePage} from "./page-context.ts";
import {EvidenceItem} from "./pane/evidence-item.tsx";
import {usualTariff} from "./shape/usual-tariff.ts";
import {useNear} from "./use-near.ts";
import {changeView, useView} from "./use-view.ts";
import {highestTariff, type Tariff} from "./view.ts";

/** Wait after the last movement of the slider before the model is asked, milliseconds. */
const pause = 250;

/** A tariff of the reader's own: who lays it, on whom, how much; and what it would change. */
export function TariffDesk() {
  const {answer} = usePage();
  const view = useView();
  const {watch} = answer;
  const parties = [...new Set([...watch.powers, ...watch.states, ...watch.optionalPowers])];
  const tariff = view.scenario ?? usualTariff(answer);
  const settled = useSettled(tariff);
  const [desk, near] = useNear<HTMLElement>();
  const {data, error, isFetching} = useQuery({
    queryKey: ["scenario", settled, answer.asOf],
    queryFn: ({signal}) =>
      askScenario(
        {
          tariffs: [
            {
              importer: settled.importer,
              exporter: settled.exporter,
              addedTariffPercent: settled.percent,
            },
          ],
          asOf: answer.asOf,
        },
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: near || view.scenario !== null,
  });
  const set = (part: Partial<Tariff>, how: "push" | "replace" = "push") =>
    changeView({scenario: apart({...tariff, ...part}, tariff)}, how);
  return (
    <figure className="plate desk" ref={desk}>
      <h3>A tariff of your own</h3>
      <form className="tariff" aria-label="Tariff" onSubmit={(event) => event.preventDefault()}>
        <PartyChoice
          id="importer"
          label="Laid by"
          parties={parties}
          chosen={tariff.importer}
          onChoose={(importer) => set({importer})}
        />
        <PartyChoice
          id="exporter"
          label="on goods from"
          parties={parties}
          chosen={tariff.exporter}
          onChoose={(exporter) => set({exporter})}
        />
        <span className="choice slider">
          <label htmlFor="tariff-size">added tariff</label>
          <input
            id="tariff-size"
            type="range"
            min={0}
            max={highestTariff}
            step={1}
            value={tariff.percent}
            aria-valuetext={`${tariff.percent} percent`}
            onChange={(event) => set({percent: Number(event.currentTarget.value)}, "replace")}
          />
          <output htmlFor="tariff-size">{tariff.percent} %</output>
        </span>
      </form>
      <p className="status" role="status">
        {isFetching ? "Working it out …" : ""}
      </p>
      {error && (
        <p className="failure" role="alert">
          {error.message}
        </p>
      )}
      {data && !error && <Outcome body={data} />}
    </figure>
  );
}

/** No party lays a tariff on itself: when one is chosen twice, the two change places. */
function apart(next: Tariff, before: Tariff): Tariff {
  if (next.importer !== next.exporter) return next;
  return {...next, importer: before.exporter, exporter: before.importer};
}

/** A value once it has stood still for a moment. */
function useSettled(tariff: Tariff): Tariff {
  const [settled, setSettled] = useState(tariff);
  const {importer, exporter, percent} = tariff;
  useEffect(() => {
    const timer = setTimeout(() => setSettled({importer, exporter, percent}), pause);
    return () => clearTimeout(timer);
  }, [importer, exporter, percent]);
  return settled;
}

function Outcome({body}: {readonly body: ScenarioBody}) {
  return (
    <div className="outcome">
      <p className="note">{body.heading}</p>
      <ChangeBars outcomes={body.outcomes} />
      <details className="behind">
        <summary>What the model assumes</summary>
        <ul className="assumptions">
          {body.assumptions.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </details>
      <details className="behind">
        <summary>What it rests on</summary>
        {body.evidence.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an outcome's evidence never changes its order.
          <EvidenceItem key={index} evidence={one} startsOpen={false} />
        ))}
      </details>
    </div>
  );
}

interface PartyChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly parties: readonly PartyId[];
  readonly chosen: PartyId;
  readonly onChoose: (party: PartyId) => void;
}

function PartyChoice({id, label, parties, chosen, onChoose}: PartyChoiceProps) {
  const {nameOf} = usePage();
  const listed = parties.includes(chosen) ? parties : [...parties, chosen];
  return (
    <span className="choice">
      <label htmlFor={`tariff-${id}`}>{label}</label>
      <select
        id={`tariff-${id}`}
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {listed.map((party) => (
          <option key={party} value={party}>
            {nameOf(party)}
          </option>
        ))}
      </select>
    </span>
  );
}
