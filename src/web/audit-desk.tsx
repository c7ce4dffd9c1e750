import {useMutation} from "@tanstack/react-query";
import {type FormEvent, useState} from "react";
import type {AuditBody, Evidence, Verdict} from "../api/index.ts";
import {askAudit, askComparison} from "./ask-api.ts";
import {ComparisonRead} from "./comparison-read.tsx";
import {gradeWords} from "./evidence-mark.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {PageSection} from "./page-section.tsx";
import {EvidenceItem} from "./pane/evidence-item.tsx";
import {saveText} from "./save-text.ts";
import {isAddress, wholeArticle} from "./shape/audit-words.ts";
import {verdictCounts} from "./shape/verdict-order.ts";
import {VerdictMark} from "./verdict-mark.tsx";

/** Claims shown before the reader asks for more. */
const first = 12;

/** Any article read back: a text or an address goes in, its claims come out; two are held against one another. Nothing is kept. */
export function AuditDesk() {
  const {answer} = usePage();
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const reading = useMutation({mutationFn: askAudit});
  const comparing = useMutation({mutationFn: askComparison});
  const both = other.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const {asOf} = answer;
    reading.reset();
    comparing.reset();
    if (both) comparing.mutate({first: given(one), second: given(other), asOf});
    else reading.mutate({...given(one), asOf});
  };
  const isPending = reading.isPending || comparing.isPending;
  const error = reading.error ?? comparing.error;
  return (
    <PageSection
      id="audit"
      title="Read any article back"
      aside={
        <p>
          Nothing is kept. A verdict is of one claim against what the ledger knew; it is no score of
          truth. What no data can settle is not tested, and says what would settle it.
        </p>
      }
    >
      <form className="audit" onSubmit={submit}>
        <label htmlFor="audit-text">A text, or the address of a page</label>
        <textarea
          id="audit-text"
          rows={6}
          value={one}
          onChange={(event) => setOne(event.currentTarget.value)}
        />
        <label htmlFor="audit-other">Another, to hold it against; it may stay empty</label>
        <textarea
          id="audit-other"
          rows={2}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
        />
        <button type="submit" disabled={isPending || one.trim() === ""}>
          {both ? "Compare the two" : "Read it back"}
        </button>
      </form>
      <p className="status" role="status">
        {isPending ? "Reading it back …" : ""}
      </p>
      {error && (
        <p className="failure" role="alert">
          {error.message}
        </p>
      )}
      {reading.data && <Read body={reading.data} />}
      {comparing.data && <ComparisonRead body={comparing.data} />}
    </PageSection>
  );
}

/** What a reader gave, as the API takes it: an address where it is one, else a text. */
function given(what: string): {readonly address: string} | {readonly text: string} {
  return isAddress(what) ? {address: what.trim()} : {text: what};
}

function Read({body: {audit, written}}: {readonly body: AuditBody}) {
  const {grade, verdicts, nothing} = audit;
  const files = [
    ["annotated text", "audit-annotated.html", "text/html", written.annotated],
    ["page to print", "audit.html", "text/html", written.html],
    ["Markdown", "audit.md", "text/markdown", written.md],
    ["ClaimReview", "audit-claimreview.json", "application/json", written.claimreview],
  ] as const;
  return (
    <div className="claims">
      <p className="note">
        <abbr title={gradeWords(grade)}>{`${grade.reliability}${grade.credibility}`}</abbr>:{" "}
        {grade.reasons.join("; ")}. {verdicts.length > 0 && `${verdictCounts(verdicts)}. `}
        {audit.independent} of {audit.assertions} assertions have evidence of another origin.
      </p>
      {nothing !== null && <p className="missing">{nothing}</p>}
      <dl className="whole">
        {wholeArticle(audit).map(({head, lines}) => (
          <div key={head}>
            <dt>{head}</dt>
            {lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
      <LongList
        items={verdicts.map((verdict, index) => ({verdict, index}))}
        first={first}
        word="claim"
        keyOf={({index}) => String(index)}
        className="plain sentences-list"
      >
        {({verdict}) => <ClaimRead verdict={verdict} />}
      </LongList>
      <p className="note">
        Save it:{" "}
        {files.map(([word, name, type, content]) => (
          <button
            key={name}
            type="button"
            className="quiet"
            onClick={() => saveText(name, type, content)}
          >
            {word}
          </button>
        ))}
      </p>
    </div>
  );
}

function ClaimRead({verdict}: {readonly verdict: Verdict}) {
  const {attribution} = verdict.claim;
  return (
    <>
      <span className="lead">
        <VerdictMark verdict={verdict} />
      </span>
      <q className="sentence">{verdict.claim.text}</q>
      <span className="because">
        {attribution !== null && `Said by ${attribution}. `}
        {verdict.because}
        {verdict.wouldSettle !== "" && <> Would settle it: {verdict.wouldSettle}.</>}
      </span>
      <Cited does="for" evidence={verdict.for} />
      <Cited does="against" evidence={verdict.against} />
      <Cited does="older or beside it" evidence={verdict.past ?? []} />
    </>
  );
}

function Cited({does, evidence}: {readonly does: string; readonly evidence: readonly Evidence[]}) {
  return evidence.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a verdict's evidence never changes its order.
    <EvidenceItem key={index} role={does} evidence={one} startsOpen={false} />
  ));
}
