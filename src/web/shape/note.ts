import type {Cell, Evidence, Gap, Grade, Measured, PartyId} from "../../api/index.ts";

/** A piece of evidence as the margin lists it. */
export interface NotedEvidence {
  readonly evidence: Evidence;
  /** What it does for a claim: "the claim", "speaks for it"; null where it simply carries the cell. */
  readonly role: string | null;
}

/** What the margin shows of a cell, a point of a chart or a claim: its words and all that carries them. */
export interface Note {
  readonly title: string;
  readonly about: readonly PartyId[];
  readonly evidence: readonly NotedEvidence[];
  readonly figure: Measured | null;
  readonly gap: Gap | null;
  readonly grade: Grade | null;
  /** Why it was judged as it was: a claim's verdict, a posture's reading. */
  readonly because: string | null;
}

export function noteOfCell(cell: Cell): Note {
  const {text, about, evidence, figure, gap, grade} = cell;
  return {
    title: text,
    about,
    evidence: withRole(allEvidence(evidence, figure), null),
    figure,
    gap,
    grade,
    because: null,
  };
}

export function noteOfFigure(
  title: string,
  about: readonly PartyId[],
  figure: Measured | Gap,
  because: string | null,
): Note {
  const measured = figure.kind === "measured" ? figure : null;
  return {
    title,
    about,
    evidence: withRole(measured?.evidence ?? [], null),
    figure: measured,
    gap: figure.kind === "gap" ? figure : null,
    grade: null,
    because,
  };
}

export function withRole(
  evidence: readonly Evidence[],
  role: string | null,
): readonly NotedEvidence[] {
  return evidence.map((one) => ({evidence: one, role}));
}

/** A cell's own evidence, then what only its figure cites; each once. */
function allEvidence(evidence: readonly Evidence[], figure: Measured | null): readonly Evidence[] {
  const seen = new Set<string>();
  return [...evidence, ...(figure?.evidence ?? [])].filter((one) => {
    const key = JSON.stringify(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
