import {AddSource} from "./add-source.tsx";
import {ArticlesList} from "./articles-list.tsx";
import {askArticles, askCopies, askSources} from "./ask-api.ts";
import {Asked} from "./asked.tsx";
import {CopiesList} from "./copies-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {SourcesTable} from "./sources-table.tsx";

/** Whence it all comes: how each source does, who copies whom, and the articles that were read. */
export function SourcesSection() {
  const {answer} = usePage();
  const {asOf} = answer;
  return (
    <PageSection
      id="sources"
      title="Sources"
      aside={
        <>
          <p>
            The letter is the source's reliability on facts, from A to E; F says that it cannot be
            judged. It is somebody's judgement, and the reason stands beside it.
          </p>
          <p>
            Quiet is a source that was silent for more than three times its longest pause. A copy is
            no second source, however many print it.
          </p>
        </>
      }
    >
      <Asked name="sources" ask={askSources} asOf={asOf}>
        {(body) => (
          <>
            <SourcesTable body={body} />
            {body.canAdd && <AddSource />}
          </>
        )}
      </Asked>
      <section className="plate" aria-labelledby="copies-title">
        <h3 id="copies-title">Who copies whom</h3>
        <Asked name="copies" ask={askCopies} asOf={asOf}>
          {(body) => <CopiesList body={body} />}
        </Asked>
      </section>
      <section className="plate" aria-labelledby="articles-title">
        <h3 id="articles-title">Articles read</h3>
        <Asked name="articles" ask={askArticles} asOf={asOf}>
          {(body) => <ArticlesList body={body} />}
        </Asked>
      </section>
    </PageSection>
  );
}
