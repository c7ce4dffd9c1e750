import {createHash} from "node:crypto";
import {
  type Article,
  type Capture,
  type CodedEvent,
  type Day,
  day,
  detailNotLookedFor,
  type EventType,
  gap,
  type Mode,
  notLookedFor,
  type PartyId,
  type Sector,
} from "../../src/world/index.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

export interface Told {
  readonly text: string;
  readonly recordedOn?: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly cites?: string;
  readonly specimen?: boolean;
  readonly type?: EventType;
  readonly mode?: Mode;
  readonly sectors?: readonly Sector[];
  readonly sources?: readonly PartyId[];
  readonly targets?: readonly PartyId[];
  readonly symmetric?: boolean;
  readonly when?: string;
  readonly coderVersion?: number;
}

/** An article of one sentence that reports one event, as the reading and coding rooms would hand it on. */
export function told(facts: Told): {capture: Capture; article: Article; events: CodedEvent[]} {
  const {text, specimen = false} = facts;
  const recordedOn = day(facts.recordedOn ?? "2025-06-01");
  const dayOrGap = (value: string | undefined, what: string): Day | ReturnType<typeof gap> =>
    value === undefined ? gap(what, "the text gives none", "the text") : day(value);
  const bytes = new TextEncoder().encode(text);
  const id = sha(`${facts.outlet}${text}`).slice(0, 16);
  const article: Article = {
    ...notLookedFor,
    id,
    captureSha256: sha(text),
    origin: `${id}.txt`,
    title: text,
    text,
    language: "en",
    published: dayOrGap(facts.published, "published"),
    recordedOn,
    outlet: facts.outlet ?? gap("outlet", "the text names none", "the text"),
    author: gap("author", "the text names none", "the text"),
    cites:
      facts.cites === undefined
        ? []
        : [{start: 0, end: text.length, name: facts.cites, words: text}],
    blocks: [],
    tables: [],
    flags: [],
    grade: {reliability: "C", credibility: 6, reasons: ["made for a test"]},
    specimen,
  };
  const event: CodedEvent = {
    ...detailNotLookedFor,
    id: sha(`${id}event`).slice(0, 16),
    type: facts.type ?? "AGREE",
    quad: "verbal co-operation",
    mode: facts.mode ?? "done",
    sectors: facts.sectors ?? ["energy"],
    sources: facts.sources ?? ["IDN"],
    targets: facts.targets ?? ["RUS"],
    symmetric: facts.symmetric ?? true,
    when: dayOrGap(facts.when, "when"),
    evidence: {
      kind: "passage",
      articleId: id,
      start: 0,
      end: text.length,
      quote: text,
      reaches: [],
      specimen,
    },
    because: [],
    confidence: null,
    coder: {id: "test", version: facts.coderVersion ?? 1},
  };
  const capture: Capture = {
    sha256: sha(text),
    origin: `${id}.txt`,
    mediaType: "text/plain",
    bytes,
    recordedOn,
    specimen,
  };
  return {capture, article, events: [event]};
}

/** The same article as a reader before version 2 handed it on. */
export function asReader1(article: Article): Article {
  return without(article, notLookedFor);
}

/** The same event as a coder before version 2 handed it on. */
export function asCoder1(event: CodedEvent): CodedEvent {
  return without(event, detailNotLookedFor);
}

function without<Kept extends object>(kept: Kept, later: object): Kept {
  const fields = Object.entries(kept).filter(([field]) => !(field in later));
  return Object.fromEntries(fields) as Kept;
}
