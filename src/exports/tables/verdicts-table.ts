import {type Answer, gradeLabel, type Verdict} from "../../world/index.ts";
import {column, type FlatTable, flatTable} from "../flat-table.ts";
import type {Matter} from "../matter.ts";
import {places} from "./cell-columns.ts";

interface Line {
  readonly text: Answer["verdicts"][number];
  readonly verdict: Verdict;
}

/** Every article read back, one line a claim. */
export function verdictsTable(matter: Matter): FlatTable {
  const {answer} = matter;
  return flatTable<Line>(
    matter,
    "verdicts",
    [
      column("article", "text", "Id of the article", ({text}) => text.articleId),
      column("title", "text", "Its title", ({text}) => text.title),
      column(
        "specimen",
        "truth",
        "The specimen that the program carries: shown, never counted",
        ({text}) => text.specimen,
      ),
      column("grade", "text", "Admiralty grade of the article", ({text}) => gradeLabel(text.grade)),
      column("claim", "text", "What it says", ({verdict}) => verdict.claim.text),
      column("about", "text", "Parties that the claim is about, joined by ;", ({verdict}) =>
        verdict.claim.about.join(";"),
      ),
      column("sector", "text", "Sector of the claim", ({verdict}) => verdict.claim.sector),
      column(
        "kind",
        "text",
        "assertion, opinion, prediction, recommendation or residue",
        ({verdict}) => verdict.kind,
      ),
      column(
        "verdict",
        "text",
        "supported, contradicted, stale or not tested; empty for what is not judged",
        ({verdict}) => verdict.verdict,
      ),
      column("because", "text", "Why", ({verdict}) => verdict.because),
      column("for", "text", "Evidence for it", ({verdict}) => places(answer, verdict.for)),
      column("against", "text", "Evidence against it", ({verdict}) =>
        places(answer, verdict.against),
      ),
      column("past", "text", "Older figures that speak neither for nor against", ({verdict}) =>
        places(answer, verdict.past ?? []),
      ),
      column("would_settle", "text", "What would settle it", ({verdict}) => verdict.wouldSettle),
      column("evidence", "text", "Where the claim stands", ({verdict}) =>
        places(answer, [verdict.claim.evidence]),
      ),
    ],
    answer.verdicts.flatMap((text) => text.verdicts.map((verdict): Line => ({text, verdict}))),
  );
}
