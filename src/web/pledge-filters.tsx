import type {PledgesBody} from "../api/index.ts";
import {counted} from "./shape/number-words.ts";
import {kindWords, stages, standings} from "./shape/pledge-board.ts";
import {changeView, useView} from "./use-view.ts";

/** What narrows the pledges beside the page's own filters: how they stand, stage, kind, track, overdue. */
export function PledgeFilters({
  body: {pledges, tracks},
  found,
}: {
  readonly body: PledgesBody;
  readonly found: number;
}) {
  const {standing, stage, kind, track, overdue} = useView();
  const kinds = new Set(pledges.map((one) => one.kind));
  return (
    <search>
      <form
        className="looking"
        aria-label="Look for pledges"
        onSubmit={(event) => event.preventDefault()}
      >
        <Select
          id="pledge-standing"
          label="Pledges"
          all="however they stand"
          chosen={standing}
          options={standings.map((one) => [one, one])}
          onChoose={(value) =>
            changeView({standing: standings.find((one) => one === value) ?? null})
          }
        />
        <Select
          id="pledge-stage"
          label="at"
          all="every stage"
          chosen={stage}
          options={stages.map((one) => [one, one])}
          onChoose={(value) => changeView({stage: stages.find((one) => one === value) ?? null})}
        />
        <Select
          id="pledge-kind"
          label="of"
          all="every kind"
          chosen={kind}
          options={Object.entries(kindWords).filter(([one]) =>
            kinds.has(one as keyof typeof kindWords),
          )}
          onChoose={(value) => changeView({kind: value as keyof typeof kindWords | null})}
        />
        <Select
          id="pledge-track"
          label="on"
          all="every track and none"
          chosen={track}
          options={tracks.map(({id, title}) => [id, title])}
          onChoose={(value) => changeView({track: value})}
        />
        <span className="choice">
          <input
            id="pledge-overdue"
            type="checkbox"
            checked={overdue}
            onChange={(event) => changeView({overdue: event.currentTarget.checked})}
          />
          <label htmlFor="pledge-overdue">overdue</label>
        </span>
        <output htmlFor="pledge-standing pledge-stage pledge-kind pledge-track pledge-overdue">
          {found === pledges.length
            ? counted(found, "pledge")
            : `${found} of ${counted(pledges.length, "pledge")}`}
        </output>
      </form>
    </search>
  );
}

function Select({
  id,
  label,
  all,
  chosen,
  options,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string | null) => void;
}) {
  return (
    <span className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}
