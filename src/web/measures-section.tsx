import {LinePanel} from "./charts/line-panel.tsx";
import {DataTable} from "./data-table.tsx";
import {DownloadLink} from "./download-link.tsx";
import {EvidenceMark} from "./evidence-mark.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {familyRows} from "./shape/family-rows.ts";
import {amount, intervalWords} from "./shape/number-words.ts";
import {type Family, seriesFamilies} from "./shape/series-families.ts";

/** Every measure as small multiples: a panel for each state, a line for each power. */
export function MeasuresSection() {
  const {answer, view, names} = usePage();
  const families = seriesFamilies(answer, names, view);
  return (
    <PageSection
      id="measures"
      title="Measures"
      aside={
        <>
          <p>
            Panels of one row share their axes. The pale band is the interval; a line breaks where
            nothing is known. Where a figure is a complete count there is no band.
          </p>
          <DownloadLink table="series" />
        </>
      }
    >
      {families.length === 0 && (
        <p className="missing">No measure has a figure for this choice on {answer.asOf}.</p>
      )}
      {families.map((family) => (
        <FamilyRow key={family.key} family={family} />
      ))}
    </PageSection>
  );
}

function FamilyRow({family}: {readonly family: Family}) {
  const {answer, nameOf} = usePage();
  return (
    <figure className="plate family">
      <h3>{family.title}</h3>
      <p className="note">{family.note}</p>
      <div className="panels">
        {family.panels.map((panel) => (
          <div key={panel.state}>
            <h4>{nameOf(panel.state)}</h4>
            <LinePanel
              title={`${family.title}: ${nameOf(panel.state)}`}
              lines={panel.lines}
              unit={family.unit}
              years={family.years}
              values={family.values}
              watch={answer.watch}
            />
            <Newest panel={panel} />
          </div>
        ))}
      </div>
      <DataTable
        caption={family.title}
        columns={["state", "partner", "period", "figure", "interval", "vintage"]}
        rows={() => familyRows(family, nameOf)}
      />
    </figure>
  );
}

/** The newest figure of each line, each opening its evidence. */
function Newest({panel}: {readonly panel: Family["panels"][number]}) {
  const {nameOf} = usePage();
  return (
    <ul className="plain newest">
      {panel.series.map((series) => {
        const point =
          series.points.findLast(({figure}) => figure.kind === "measured") ?? series.points.at(-1);
        if (point === undefined) return null;
        const {figure, period} = point;
        const interval = figure.kind === "measured" ? intervalWords(figure) : null;
        return (
          <li key={series.id}>
            {series.partner === null ? "all partners" : nameOf(series.partner)} {period}{" "}
            <strong>
              {figure.kind === "measured" ? amount(figure.value, figure.unit) : figure.why}
            </strong>
            {interval && ` (${interval})`}
            <EvidenceMark
              address={addressOf.figure(series.id, period)}
              evidence={figure.kind === "measured" ? figure.evidence : []}
            />
          </li>
        );
      })}
    </ul>
  );
}
