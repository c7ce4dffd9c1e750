import {DownloadLink} from "./download-link.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {PartyName} from "./party-name.tsx";
import {SentenceCell} from "./sentence-cell.tsx";
import {groupStakes, type PlacedCell} from "./shape/group-stakes.ts";

/** Benefits and risks shown before the reader asks for more. */
const first = 4;

/** Sector · Potential benefits · Possible risks: a row for each sector, country by country. */
export function StakesSection() {
  const {answer, view, nameOf} = usePage();
  const groups = groupStakes(answer, view);
  const countries = [...new Set(groups.map((group) => group.country))];
  return (
    <PageSection
      id="stakes"
      title="Stakes"
      aside={
        <>
          <p>
            A figure opens its interval, method, coverage and newest year. Where none was found the
            cell says so and shows where we looked. An article's claims stand as that article's.
          </p>
          <DownloadLink table="stakes" />
        </>
      }
    >
      <table className="sentences stakes">
        <caption className="unseen">Stakes</caption>
        <thead>
          <tr>
            <th scope="col">Sector</th>
            <th scope="col">Potential benefits</th>
            <th scope="col">Possible risks</th>
          </tr>
        </thead>
        {countries.map((country) => (
          <tbody key={country}>
            <tr className="group">
              <th scope="rowgroup" colSpan={3}>
                {nameOf(country)}
              </th>
            </tr>
            {groups
              .filter((group) => group.country === country)
              .map((group) => (
                <tr key={group.sector}>
                  <th scope="row" className="sector">
                    {group.sector}
                  </th>
                  <td data-label="Potential benefits">
                    <Cells cells={group.benefits} country={country} />
                  </td>
                  <td data-label="Possible risks">
                    <Cells cells={group.risks} country={country} />
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </PageSection>
  );
}

function Cells({
  cells,
  country,
}: {
  readonly cells: readonly PlacedCell[];
  readonly country: string;
}) {
  if (cells.length === 0) return <p className="missing">nothing found in data or articles</p>;
  return (
    <LongList
      items={cells}
      first={first}
      word="sentence"
      keyOf={(placed) => placed.address}
      className="plain sentences-list"
    >
      {({cell, partner, address}) => (
        <SentenceCell
          cell={cell}
          address={address}
          lead={
            <span className="lead">
              <PartyName party={partner} beside={country} />
            </span>
          }
        />
      )}
    </LongList>
  );
}
