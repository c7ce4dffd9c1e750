import {useQuery} from "@tanstack/react-query";
import type {ReactNode} from "react";
import type {Article, CodedEvent, PassageEvidence} from "../../api/index.ts";
import {askArticle} from "../ask-api.ts";
import {usePage} from "../page-context.ts";
import {SafeLink} from "../safe-link.tsx";
import {passageContext} from "../shape/passage-context.ts";
import {ArticleBlock} from "./article-block.tsx";
import {GradeFact} from "./grade-fact.tsx";
import {WhyNote} from "./why-note.tsx";

export interface PassageNoteProps {
  readonly evidence: PassageEvidence;
  /** How it reaches its parties. */
  readonly children: ReactNode;
}

/** A passage highlighted in its article: the block that it stands in, then the whole on request. */
export function PassageNote({evidence, children}: PassageNoteProps) {
  const {answer} = usePage();
  const {data, error} = useQuery({
    queryKey: ["article", evidence.articleId, answer.asOf],
    queryFn: () => askArticle(evidence.articleId, answer.asOf),
  });
  if (error) {
    return (
      <>
        <blockquote>{evidence.quote}</blockquote>
        {children}
        <p className="failure" role="alert">
          {error.message}
        </p>
      </>
    );
  }
  if (data === undefined) return <p role="status">Fetching the article …</p>;
  return (
    <Passage
      article={data.article}
      evidence={evidence}
      events={data.events.filter(
        ({evidence: {start, end}}) => start === evidence.start && end === evidence.end,
      )}
    >
      {children}
    </Passage>
  );
}

function Passage({
  article,
  evidence,
  events,
  children,
}: PassageNoteProps & {
  readonly article: Article;
  /** What the coder made of the passage. */
  readonly events: readonly CodedEvent[];
}) {
  const {heading, blocks} = passageContext(article, evidence);
  const marks = [evidence, ...(events[0]?.parts ?? [])];
  return (
    <>
      {article.specimen && (
        <p className="specimen-tag">Specimen: an article written to show faults. Never counted.</p>
      )}
      <div className="passage" lang={article.language}>
        {heading && <p className="under">{article.text.slice(heading.start, heading.end)}</p>}
        {blocks.map((block) => (
          <ArticleBlock key={block.start} article={article} block={block} marks={marks} />
        ))}
      </div>
      {children}
      {events.map((event) => (
        <WhyNote key={event.id} event={event} article={article} />
      ))}
      <details className="behind">
        <summary>The whole article</summary>
        <div className="passage whole" lang={article.language}>
          {article.blocks.map((block) => (
            <ArticleBlock key={block.start} article={article} block={block} marks={[evidence]} />
          ))}
        </div>
      </details>
      <ArticleFacts article={article} evidence={evidence} />
    </>
  );
}

function ArticleFacts({
  article,
  evidence,
}: {
  readonly article: Article;
  readonly evidence: PassageEvidence;
}) {
  const {answer} = usePage();
  const {title, outlet, published, flags, cites} = article;
  // The article as it was read knows no others; the answer grades it beside them.
  const beside = answer.verdicts.find(({articleId}) => articleId === article.id);
  return (
    <dl className="facts">
      <dt>Article</dt>
      <dd>{typeof title === "string" ? title : `no title: ${title.why}`}</dd>
      <dt>Outlet</dt>
      <dd>{typeof outlet === "string" ? outlet : `not known: ${outlet.why}`}</dd>
      <dt>Published</dt>
      <dd>{typeof published === "string" ? published : `not known: ${published.why}`}</dd>
      <dt>Came from</dt>
      <dd>
        <SafeLink address={article.origin} />, known since {article.recordedOn}
      </dd>
      {cites.length > 0 && (
        <>
          <dt>It cites</dt>
          <dd>{[...new Set(cites.map((one) => one.name))].join(", ")}</dd>
        </>
      )}
      <GradeFact grade={beside?.grade ?? article.grade} />
      {flags.length > 0 && (
        <>
          <dt>Flags</dt>
          <dd>
            <ul className="plain">
              {flags.map((flag) => (
                <li key={`${flag.kind} ${flag.start}`}>
                  {flag.kind}: {flag.note}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>Place</dt>
      <dd>
        <code>
          {evidence.articleId} {evidence.start}–{evidence.end}
        </code>
      </dd>
    </dl>
  );
}
