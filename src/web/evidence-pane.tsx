import {useEffect, useMemo, useRef, useState} from "react";
import type {JudgementKeptBody} from "../api/index.ts";
import {usePage} from "./page-context.ts";
import {ArticleNote} from "./pane/article-note.tsx";
import {JudgeMove} from "./pane/judge-move.tsx";
import {JudgementKept} from "./pane/judgement-kept.tsx";
import {MeasuredNote} from "./pane/measured-note.tsx";
import {NoteBody} from "./pane/note-body.tsx";
import {PledgeNote} from "./pane/pledge-note.tsx";
import {articleAt, findMove, findNote, measuredAt, pledgeAt} from "./shape/cell-address.ts";
import {changeView, useView} from "./use-view.ts";

/** The margin: what carries the cell that the reader opened. Escape closes it and gives the focus back. */
export function EvidencePane() {
  const {answer, names} = usePage();
  const address = useView().evidence;
  const heading = useRef<HTMLHeadingElement>(null);
  const note = useMemo(
    () => (address === null ? null : findNote(answer, names, address)),
    [answer, names, address],
  );

  const article = address === null ? null : articleAt(address);
  const pledge = address === null ? null : pledgeAt(address);
  const measured = address === null ? null : measuredAt(address);
  const move = address === null ? null : findMove(answer, address);
  const [kept, setKept] = useState<{at: string; body: JudgementKeptBody} | null>(null);

  useEffect(() => {
    if (address === null) return;
    document.body.classList.add("pane-open");
    heading.current?.focus({preventScroll: true});
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") changeView({evidence: null});
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      document.body.classList.remove("pane-open");
      document
        .querySelector<HTMLElement>(`[data-mark="${CSS.escape(address)}"]`)
        ?.focus({preventScroll: true});
    };
  }, [address]);

  if (address === null) return null;
  return (
    <aside
      className={article === null ? "pane" : "pane reading"}
      id="evidence"
      aria-labelledby="evidence-title"
    >
      <div className="pane-head">
        <h2 id="evidence-title" ref={heading} tabIndex={-1}>
          {article === null ? "Evidence" : "Article"}
        </h2>
        <button type="button" className="quiet" onClick={() => changeView({evidence: null})}>
          close<span className="unseen"> the {article === null ? "evidence" : "article"}</span>{" "}
          <kbd>Esc</kbd>
        </button>
      </div>
      {kept?.at === address && <JudgementKept body={kept.body} />}
      {article !== null ? (
        <ArticleNote key={article} id={article} />
      ) : pledge !== null ? (
        <PledgeNote key={address} place={pledge} onKept={(body) => setKept({at: address, body})} />
      ) : measured !== null ? (
        <MeasuredNote key={address} place={measured} />
      ) : note === null ? (
        <p className="missing">
          Nothing stands at this address in the answer as of {answer.asOf}. It may have become known
          on a later day.
        </p>
      ) : (
        <NoteBody key={address} note={note} />
      )}
      {move && (
        <JudgeMove key={move.id} move={move} onKept={(body) => setKept({at: address, body})} />
      )}
    </aside>
  );
}
