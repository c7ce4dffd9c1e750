import type {Article, CodedEvent} from "../../world/index.ts";
import {isGap} from "../../world/index.ts";

/** How near a text stands to what it tells: it is the actor's own, reports it, passes on a report, or gives its view of it. */
export type Directness = "primary" | "reported" | "passed-on" | "opinion";

/** A text as one that bears witness to something. */
export interface Witness {
  readonly directness: Directness;
  /** Whether the text or the passage says when. */
  readonly dated: boolean;
  /** Whether it gives figures or days: it makes a claim no more credible. */
  readonly specific: boolean;
  /** What in it looks made by a machine or taken from elsewhere: kinds of flags. */
  readonly marks: readonly string[];
}

/** Flags that speak against leaning on a text. They are reading's; none of them says that it is false. */
const marking: ReadonlySet<string> = new Set([
  "machine-residue",
  "template-tables",
  "copied-claims",
  "no-primary-source",
]);

export function witnessOf(article: Article, event: CodedEvent | null): Witness {
  const said = event?.evidence.quote ?? article.text.slice(0, 2_000);
  return {
    directness: directnessOf(article),
    dated: !isGap(article.published) || (event !== null && !isGap(event.when)),
    specific: /\d/.test(said),
    marks: [...new Set(article.flags.map(({kind}) => kind))].filter((kind) => marking.has(kind)),
  };
}

function directnessOf(article: Article): Directness {
  const genre = isGap(article.genre) ? null : article.genre.kind;
  if (article.flags.some(({kind}) => kind === "secondary")) return "passed-on";
  if (genre === "opinion") return "opinion";
  return genre === "press-release" ? "primary" : "reported";
}
