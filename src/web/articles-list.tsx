import type {ArticlesBody} from "../api/index.ts";
import {ArticleMark} from "./article-mark.tsx";
import {gradeWords} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {markWords} from "./shape/article-marks.ts";
import {bylineOf, titleOf} from "./shape/copy-words.ts";
import {counted} from "./shape/number-words.ts";

/** Articles that stand there before the reader asks for more. */
const first = 8;

/** The articles that were read, newest first; each opens with its marks. */
export function ArticlesList({body: {articles, total}}: {readonly body: ArticlesBody}) {
  return (
    <>
      <p className="note">
        {total > articles.length
          ? `The newest ${articles.length} of ${counted(total, "article")}.`
          : `${counted(total, "article")}, newest first.`}
      </p>
      <LongList
        items={articles}
        first={first}
        word="article"
        keyOf={({id}) => id}
        className="plain sentences-list"
      >
        {({id, grade, marks, specimen, ...article}) => (
          <>
            <span className="lead">
              {bylineOf(article)} ·{" "}
              <abbr title={gradeWords(grade)}>{`${grade.reliability}${grade.credibility}`}</abbr>
              {specimen && <span className="specimen-tag">specimen, never counted</span>}
            </span>
            <ArticleMark id={id} title={titleOf(article, id)} />
            {marks.length > 0 && (
              <span className="because">{marks.map((kind) => markWords[kind]).join("; ")}</span>
            )}
          </>
        )}
      </LongList>
    </>
  );
}
