import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {counted} from "./shape/number-words.ts";

/** What is not known and why, and how new each dataset is. */
export function GapsAndVintages() {
  const {answer} = usePage();
  return (
    <PageSection
      id="gaps"
      title="Gaps and vintages"
      aside={<p>Nothing missing is taken for zero, and nothing old is carried forward.</p>}
    >
      <h3>{counted(answer.gaps.length, "thing")} not known</h3>
      {answer.gaps.length === 0 ? (
        <p>No measure's newest period is missing.</p>
      ) : (
        <LongList
          items={answer.gaps}
          first={8}
          word="gap"
          keyOf={(one) => `${one.what}|${one.why}`}
          className="plain gaps"
        >
          {(one) => (
            <>
              <span className="sentence">{one.what}</span>
              <span className="because">
                {one.why}. Would fill it: {one.wouldFill}.
              </span>
            </>
          )}
        </LongList>
      )}
      <h3>Datasets, and what they cover</h3>
      <ScrollRegion className="wide" label="Datasets">
        <table className="figures vintages">
          <caption className="unseen">Datasets</caption>
          <thead>
            <tr>
              <th scope="col">dataset</th>
              <th scope="col">id</th>
              <th scope="col">from</th>
              <th scope="col">to</th>
              <th scope="col">retrieved</th>
            </tr>
          </thead>
          <tbody>
            {answer.vintages.map((one) => (
              <tr key={one.dataset}>
                <th scope="row">{one.title}</th>
                <td>
                  <code>{one.dataset}</code>
                </td>
                <td>{one.from}</td>
                <td>{one.to}</td>
                <td>{one.recordedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </PageSection>
  );
}
