import {useQuery} from "@tanstack/react-query";
import type {ArticleBody, Gap} from "../../api/index.ts";
import {ArticleMark} from "../article-mark.tsx";
import {askArticle} from "../ask-api.ts";
import {LongList} from "../long-list.tsx";
import {usePage} from "../page-context.ts";
import {SafeLink} from "../safe-link.tsx";
import {articleMarks, datingWords, type MarkedBlock, markWords} from "../shape/article-marks.ts";
import {bylineOf, edgeWords, titleOf} from "../shape/copy-words.ts";
import {ArticleBlock} from "./article-block.tsx";
import {GradeFact} from "./grade-fact.tsx";

/** Blocks that stand there before the reader asks for more. */
const first = 60;

/** An article as it was read: what is known of it, then its text with its marks in the margin beside it. */
export function ArticleNote({id}: {readonly id: string}) {
  const {answer} = usePage();
  const {data, error} = useQuery({
    queryKey: ["article", id, answer.asOf],
    queryFn: () => askArticle(id, answer.asOf),
  });
  if (error)
    return (
      <p className="failure" role="alert">
        {error.message}
      </p>
    );
  if (data === undefined) return <p role="status">Fetching the article …</p>;
  return <Whole body={data} />;
}

function Whole({body}: {readonly body: ArticleBody}) {
  const {article} = body;
  const {whole, blocks} = articleMarks(article);
  return (
    <>
      <p className="pane-title">{titleOf(article, article.id)}</p>
      {article.specimen && (
        <p className="specimen-tag">Specimen: an article written to show faults. Never counted.</p>
      )}
      <Facts body={body} />
      {whole.length > 0 && (
        <ul className="plain whole-marks">
          {whole.map(({kind, note}) => (
            <li key={kind}>
              <strong>{markWords[kind]}</strong>: {note}
            </li>
          ))}
        </ul>
      )}
      <LongList
        items={blocks}
        first={first}
        word="block"
        keyOf={({block}) => String(block.start)}
        className="plain article-blocks"
      >
        {(one) => <Passage one={one} body={body} />}
      </LongList>
    </>
  );
}

function Passage({
  one: {block, marks},
  body: {article},
}: {
  readonly one: MarkedBlock;
  readonly body: ArticleBody;
}) {
  return (
    <div className="marked-block">
      <div className="passage" lang={article.language}>
        <ArticleBlock article={article} block={block} marks={marks.filter(({inText}) => inText)} />
      </div>
      {marks.length > 0 && (
        <ul className="plain beside">
          {marks.map(({label, words, start, end}) => (
            <li key={`${label} ${start} ${end} ${words}`}>
              <strong>{label}</strong> {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Facts({body}: {readonly body: ArticleBody}) {
  const {article, grade, collected} = body;
  const {outlet, author, published, publishedFrom, updated, updatedFrom, credit, genre} = article;
  return (
    <dl className="facts">
      <dt>Outlet</dt>
      <dd>{known(outlet)}</dd>
      <dt>Author</dt>
      <dd>{known(author)}</dd>
      <dt>Published</dt>
      <dd>{datingWords(published, publishedFrom)}</dd>
      {typeof updated === "string" && (
        <>
          <dt>Updated</dt>
          <dd>{datingWords(updated, updatedFrom)}</dd>
        </>
      )}
      {"name" in credit && (
        <>
          <dt>Credits</dt>
          <dd>{credit.name}</dd>
        </>
      )}
      {genre.kind !== "gap" && (
        <>
          <dt>Kind of text</dt>
          <dd>
            {genre.kind} ({genre.because})
          </dd>
        </>
      )}
      {article.cites.length > 0 && (
        <>
          <dt>It cites</dt>
          <dd>{[...new Set(article.cites.map((one) => one.name))].join(", ")}</dd>
        </>
      )}
      <dt>Came from</dt>
      <dd>
        <SafeLink address={article.origin} />
        {collected && ` by ${collected.title} (${collected.source})`}, known since{" "}
        {article.recordedOn}
      </dd>
      <GradeFact grade={grade} />
      <Copies body={body} />
    </dl>
  );
}

const known = (value: string | Gap) =>
  typeof value === "string" ? value : `not known: ${value.why}`;

/** What it was made from, and what was made from it. */
function Copies({body: {article, cluster, others}}: {readonly body: ArticleBody}) {
  if (cluster === null) return null;
  const edges = cluster.edges.filter(({copy, of}) => copy === article.id || of === article.id);
  return (
    <>
      <dt>One text with</dt>
      <dd>
        <LongList
          items={edges}
          first={6}
          word="article"
          keyOf={({copy, of}) => `${copy} ${of}`}
          className="plain"
        >
          {(edge) => {
            const isCopy = edge.copy === article.id;
            const other = isCopy ? edge.of : edge.copy;
            return (
              <>
                <ArticleMark id={other} title={titleOf(others[other], other)} /> (
                {bylineOf(others[other])}): {isCopy ? "this is" : "that is"} {edgeWords(edge)}
              </>
            );
          }}
        </LongList>
      </dd>
    </>
  );
}
