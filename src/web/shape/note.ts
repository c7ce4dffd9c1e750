import type {Cell, Evidence, Gap, Grade, Measured, PartyId} from "../../api/index.ts";

/** What the margin shows of a cell, a point of a chart or a claim: its words and all that carries them. */
export interface Note {
  readonly title: string;
  readonly about: readonly PartyId[];
  readonly evidence: readonly Evidence[];
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
    evidence: allEvidence(evidence, figure),
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
    evidence: measured?.evidence ?? [],
    figure: measured,
    gap: figure.kind === "gap" ? figure : null,
    grade: null,
    because,
  };
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
