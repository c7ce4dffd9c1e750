import {MovesTimeline} from "./charts/moves-timeline.tsx";
import {DataTable} from "./data-table.tsx";
import {DownloadLink} from "./download-link.tsx";
import {MovesTable} from "./moves-table.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {ScrollRegion} from "./scroll-region.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {counted} from "./shape/number-words.ts";
import {countsByYear, timelineLanes} from "./shape/timeline-lanes.ts";
import {changeView} from "./use-view.ts";

/** What was done: the Moves table, and the same moves on one time axis. */
export function MovesSection() {
  const {answer, view, nameOf} = usePage();
  const timeline = timelineLanes(answer, view);
  return (
    <PageSection
      id="moves"
      title="Moves"
      aside={
        <>
          <p>
            A move is one thing in the world, however many articles tell of it. Articles,
            independent origins and moves are counted apart.
          </p>
          <p>
            The letter is the source's reliability (A to E), the figure the item's credibility (1 to
            5); F and 6 mean that it cannot be judged.
          </p>
          <DownloadLink table="moves" />
        </>
      }
    >
      <MovesTable />
      <figure className="plate">
        <h3>Moves by date</h3>
        <ScrollRegion className="wide" label="Moves by date">
          <MovesTimeline
            timeline={timeline}
            watch={answer.watch}
            nameOf={nameOf}
            onOpen={(id) => changeView({evidence: addressOf.move(id)})}
          />
        </ScrollRegion>
        <figcaption>
          A tick is a move on its day, pale where it is of the specimen article. A pale block is a
          year in which moves are known only by their year, higher for more of them. Not on the
          axis: {counted(timeline.earlier, "move")} before {timeline.from} and {timeline.undated}{" "}
          undated.
        </figcaption>
        <DataTable
          caption="Moves by year and sector"
          columns={["year", ...timeline.lanes.map((lane) => lane.sector)]}
          rows={() => countsByYear(timeline).map(({year, counts}) => [year, ...counts.map(String)])}
        />
      </figure>
    </PageSection>
  );
}
