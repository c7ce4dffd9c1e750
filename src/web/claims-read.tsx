import type {Answer} from "../api/index.ts";
import {ArticleMark} from "./article-mark.tsx";
import {DownloadLink} from "./download-link.tsx";
import {EvidenceMark, gradeWords} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {addressOf} from "./shape/cell-address.ts";
import {type PlacedVerdict, verdictCounts, verdictsInOrder} from "./shape/verdict-order.ts";
import {VerdictMark} from "./verdict-mark.tsx";

/** Claims of an article shown before the reader asks for more. */
const first = 6;

/** Each article that was read, claim by claim, with what each is worth against the ledger. */
export function ClaimsRead() {
  const {answer} = usePage();
  return (
    <PageSection
      id="claims"
      title="Claims of articles read"
      aside={
        <>
          <p>
            Contradicted needs the same claim, object and period; older figures make a claim stale,
            not false. Opinions and predictions are named, not judged.
          </p>
          <DownloadLink table="verdicts" />
        </>
      }
    >
      {answer.verdicts.length === 0 && (
        <p className="missing">
          No article had been read on {answer.asOf}; <code>demarche read</code> takes a file, an
          address or a text.
        </p>
      )}
      {answer.verdicts.map((article) => (
        <ArticleClaims key={article.articleId} article={article} />
      ))}
    </PageSection>
  );
}

function ArticleClaims({article}: {readonly article: Answer["verdicts"][number]}) {
  const {view} = usePage();
  const placed = verdictsInOrder(article.verdicts, view);
  const {reliability, credibility} = article.grade;
  return (
    <article className="claims">
      <h3>
        “
        <ArticleMark id={article.articleId} title={article.title} />”{" "}
        {article.specimen && <span className="specimen-tag">specimen, never counted</span>}
      </h3>
      <p className="note">
        <abbr title={gradeWords(article.grade)}>{`${reliability}${credibility}`}</abbr>
        {article.grade.reasons.length > 0 && `: ${article.grade.reasons.join("; ")}`}.{" "}
        {verdictCounts(article.verdicts)}.
      </p>
      <LongList
        items={placed}
        first={first}
        word="claim"
        keyOf={(one) => String(one.index)}
        className="plain sentences-list"
      >
        {(one) => <Claim placed={one} articleId={article.articleId} />}
      </LongList>
    </article>
  );
}

function Claim({
  placed: {verdict, index},
  articleId,
}: {
  readonly placed: PlacedVerdict;
  readonly articleId: string;
}) {
  return (
    <>
      <span className="lead">
        <VerdictMark verdict={verdict} />
      </span>
      <q className="sentence">{verdict.claim.text}</q>
      <span className="because">
        {verdict.because}
        {verdict.wouldSettle !== "" && <> Would settle it: {verdict.wouldSettle}.</>}
      </span>
      <EvidenceMark
        address={addressOf.claim(articleId, index)}
        evidence={[
          verdict.claim.evidence,
          ...verdict.for,
          ...verdict.against,
          ...(verdict.past ?? []),
        ]}
      />
    </>
  );
}
