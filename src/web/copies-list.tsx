import type {CopiesBody} from "../api/index.ts";
import {ArticleMark} from "./article-mark.tsx";
import {LongList} from "./long-list.tsx";
import {bylineOf, edgeWords, titleOf} from "./shape/copy-words.ts";
import {counted} from "./shape/number-words.ts";

/** Texts that stand there before the reader asks for more. */
const first = 6;

/** Each text that more than one article prints: the earliest, then those made from it. */
export function CopiesList({body}: {readonly body: CopiesBody}) {
  const {clusters, compared, recipe} = body;
  const within = clusters.reduce((sum, one) => sum + one.articles.length, 0);
  return (
    <>
      <p className="note">
        {clusters.length === 0
          ? `None of ${counted(compared, "article")} is a copy of another`
          : `${within} of ${counted(compared, "article")} are ${counted(clusters.length, "text")}`}{" "}
        ({recipe.id}@{recipe.version}).
      </p>
      <LongList
        items={clusters}
        first={first}
        word="text"
        keyOf={(one) => one.earliest}
        className="plain sentences-list"
      >
        {(cluster) => <Cluster cluster={cluster} body={body} />}
      </LongList>
    </>
  );
}

function Cluster({
  cluster: {earliest, edges, restsOn},
  body: {articles},
}: {
  readonly cluster: CopiesBody["clusters"][number];
  readonly body: CopiesBody;
}) {
  return (
    <>
      <span className="lead">earliest · {bylineOf(articles[earliest])}</span>
      <span className="sentence">
        <ArticleMark id={earliest} title={titleOf(articles[earliest], earliest)} />
      </span>
      {restsOn.length > 0 && (
        <span className="because">It rests on reports not seen here: {restsOn.join(", ")}.</span>
      )}
      <LongList
        items={edges}
        first={first}
        word="copy"
        words="copies"
        keyOf={({copy}) => copy}
        className="plain copies"
      >
        {(edge) => (
          <>
            <span className="lead">
              {bylineOf(articles[edge.copy])} · {edgeWords(edge)}
              {edge.of !== earliest && `; of the one by ${bylineOf(articles[edge.of])}`}
            </span>
            <ArticleMark id={edge.copy} title={titleOf(articles[edge.copy], edge.copy)} />
          </>
        )}
      </LongList>
    </>
  );
}
