import {usePage} from "./page-context.ts";
import {changeView} from "./use-view.ts";

/** Country, partner and sector: they narrow every table and chart of the page. */
export function FilterBar() {
  const {answer, view, nameOf} = usePage();
  const {watch} = answer;
  const narrowed = view.country !== null || view.partner !== null || view.sector !== null;
  return (
    <div className="filters">
      <nav aria-label="Parts of this page">
        <ul>
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <form aria-label="Narrow the page" onSubmit={(event) => event.preventDefault()}>
        <Choice
          id="country"
          label="Country"
          all="every country"
          values={watch.states}
          tell={nameOf}
          chosen={view.country}
          onChoose={(country) => changeView({country})}
        />
        <Choice
          id="partner"
          label="Partner"
          all="every partner"
          values={watch.powers}
          tell={nameOf}
          chosen={view.partner}
          onChoose={(partner) => changeView({partner})}
        />
        <Choice
          id="sector"
          label="Sector"
          all="every sector"
          values={watch.sectors}
          tell={(sector) => sector}
          chosen={view.sector}
          onChoose={(sector) => changeView({sector})}
        />
        {narrowed && (
          <button
            type="button"
            className="quiet"
            onClick={() => changeView({country: null, partner: null, sector: null})}
          >
            show all
          </button>
        )}
      </form>
    </div>
  );
}

const parts = [
  ["moves", "Moves"],
  ["stakes", "Stakes"],
  ["options", "Options"],
  ["scenarios", "Scenarios"],
  ["forecast", "Forecast"],
  ["pledges", "Pledges"],
  ["posture", "Posture"],
  ["dyad", "Pair"],
  ["measures", "Measures"],
  ["exposure", "Exposure"],
  ["validity", "Validity"],
  ["audit", "Audit"],
  ["claims", "Claims read"],
  ["sources", "Sources"],
  ["gaps", "Gaps and vintages"],
] as const;

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly tell: (value: string) => string;
  readonly chosen: string | null;
  readonly onChoose: (value: string | null) => void;
}

function Choice({id, label, all, values, tell, chosen, onChoose}: ChoiceProps) {
  return (
    <span className="choice">
      <label htmlFor={`choose-${id}`}>{label}</label>
      <select
        id={`choose-${id}`}
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{all}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {tell(value)}
          </option>
        ))}
      </select>
    </span>
  );
}
