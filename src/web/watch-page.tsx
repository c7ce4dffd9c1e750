import {keepPreviousData, useQuery} from "@tanstack/react-query";
import {memo, useEffect, useMemo} from "react";
import {askAnswer} from "./ask-api.ts";
import {AuditDesk} from "./audit-desk.tsx";
import {ClaimsRead} from "./claims-read.tsx";
import {DyadSection} from "./dyad-section.tsx";
import {EvidencePane} from "./evidence-pane.tsx";
import {ExposureSection} from "./exposure-section.tsx";
import {FilterBar} from "./filter-bar.tsx";
import {ForecastSection} from "./forecast-section.tsx";
import {GapsAndVintages} from "./gaps-and-vintages.tsx";
import {Masthead} from "./masthead.tsx";
import {MeasuresSection} from "./measures-section.tsx";
import {MovesSection} from "./moves-section.tsx";
import {OptionsSection} from "./options-section.tsx";
import {type Page, PageContext} from "./page-context.ts";
import {PageFoot} from "./page-foot.tsx";
import {PledgesSection} from "./pledges-section.tsx";
import {PostureSection} from "./posture-section.tsx";
import {ScenarioSection} from "./scenario/scenario-section.tsx";
import {SourcesSection} from "./sources-section.tsx";
import {StakesSection} from "./stakes-section.tsx";
import {useChoice} from "./use-view.ts";
import {ValiditySection} from "./validity-section.tsx";

/** The page of a watch: its masthead at once, all else when the answer has come. */
export function WatchPage() {
  const view = useChoice();
  const {data, error, isFetching, isPlaceholderData} = useQuery({
    queryKey: ["answer", view.asOf],
    queryFn: () => askAnswer(view.asOf),
    placeholderData: keepPreviousData,
  });
  const page = useMemo((): Page | null => {
    if (data === undefined) return null;
    const nameOf = (party: string) => data.names[party] ?? party;
    return {answer: data.answer, names: data.names, view, nameOf};
  }, [data, view]);
  const title = data?.answer.watch.name;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Demarche`;
  }, [title]);

  return (
    <>
      <a className="skip" href="#main">
        Skip to the tables
      </a>
      <Masthead page={page} asOf={view.asOf} />
      <p className="status" role="status">
        {isFetching && `Reading what was known ${view.asOf ? `on ${view.asOf}` : "today"} …`}
      </p>
      {error && (
        <p className="failure" role="alert">
          {error.message}
        </p>
      )}
      <div className="sheet">
        <main id="main" tabIndex={-1} className={isPlaceholderData ? "waiting" : ""}>
          {page && (
            <PageContext value={page}>
              <Parts />
            </PageContext>
          )}
        </main>
        {page && (
          <PageContext value={page}>
            <EvidencePane />
          </PageContext>
        )}
      </div>
      {page && (
        <PageContext value={page}>
          <PageFoot />
        </PageContext>
      )}
    </>
  );
}

/** All parts; each reads the page for itself, so that opening evidence doesn't draw them anew. */
const Parts = memo(function Parts() {
  return (
    <>
      <FilterBar />
      <MovesSection />
      <StakesSection />
      <OptionsSection />
      <ScenarioSection />
      <ForecastSection />
      <PledgesSection />
      <PostureSection />
      <DyadSection />
      <MeasuresSection />
      <ExposureSection />
      <ValiditySection />
      <AuditDesk />
      <ClaimsRead />
      <SourcesSection />
      <GapsAndVintages />
    </>
  );
});
