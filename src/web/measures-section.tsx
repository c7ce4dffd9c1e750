import {LinePanel} from "./charts/line-panel.tsx";
import {DataTable} from "./data-table.tsx";
import {DownloadLink} from "./download-link.tsx";
import {LongList} from "./long-list.tsx";
import {NewestFigures} from "./newest-figures.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {familyRows} from "./shape/family-rows.ts";
import {type MeasureGroup, measureGroups} from "./shape/measure-groups.ts";
import {type Family, seriesFamilies} from "./shape/series-families.ts";

/** Families of one sector drawn before the reader asks for more. */
const first = 2;

/** Every measure as small multiples, sector by sector: a panel for each state, a line for each power. */
export function MeasuresSection() {
  const {answer, view, names} = usePage();
  const groups = measureGroups(seriesFamilies(answer, names, view), answer.watch.sectors);
  return (
    <PageSection
      id="measures"
      title="Measures"
      aside={
        <>
          <p>
            Panels of one row share their axes. The pale band is the interval; a figure that is a
            complete count has none. A line breaks where nothing is known.
          </p>
          <p>A window of years is drawn at the year in which it ends.</p>
          <DownloadLink table="series" />
        </>
      }
    >
      {groups.length === 0 && (
        <p className="missing">No measure has a figure for this choice on {answer.asOf}.</p>
      )}
      {groups.map((group) => (
        <SectorMeasures key={group.sector} group={group} />
      ))}
    </PageSection>
  );
}

function SectorMeasures({group: {sector, drawn, told}}: {readonly group: MeasureGroup}) {
  const {nameOf} = usePage();
  return (
    <section className="sector-measures" aria-label={`Measures: ${sector}`}>
      <h3 className="sector">{sector}</h3>
      <LongList items={drawn} first={first} word="measure" keyOf={(family) => family.key}>
        {(family) => <FamilyRow family={family} />}
      </LongList>
      {told.length > 0 && (
        <details className="behind">
          <summary>
            Figures without a line to draw<span className="unseen">: {sector}</span>
          </summary>
          {told.map((family) => (
            <div key={family.key} className="told">
              <h4>{family.title}</h4>
              {family.panels.map((panel) => (
                <div key={panel.state}>
                  <p className="panel-name">{nameOf(panel.state)}</p>
                  <NewestFigures
                    panel={panel}
                    caption={`${family.title}: ${nameOf(panel.state)}`}
                  />
                </div>
              ))}
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function FamilyRow({family}: {readonly family: Family}) {
  const {answer, nameOf} = usePage();
  return (
    <figure className="family">
      <h4 className="measure">{family.title}</h4>
      <p className="note">
        {family.note} {unitWords(family.unit)}
      </p>
      <div className="panels">
        {family.panels.map((panel) => (
          <div key={panel.state}>
            <p className="panel-name">{nameOf(panel.state)}</p>
            <LinePanel
              title={`${family.title}: ${nameOf(panel.state)}`}
              lines={panel.lines}
              unit={family.unit}
              years={family.years}
              values={family.values}
              watch={answer.watch}
            />
            <NewestFigures
              panel={panel}
              caption={`${family.title}: ${nameOf(panel.state)}, newest`}
            />
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

/** The unit of the axis where the axis itself does not say it. */
function unitWords(unit: string): string {
  return ["share", "usd", "eur"].includes(unit) ? "" : `Unit: ${unit.replaceAll("-", " ")}.`;
}
