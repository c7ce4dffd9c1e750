/** What is not known, and why. A gap is a value: it stands where a number or a sentence would, and the reader sees it. */
export interface Gap {
  readonly kind: "gap";
  readonly what: string;
  readonly why: string;
  /** The dataset, document or event that would fill it. */
  readonly wouldFill: string;
}

export function gap(what: string, why: string, wouldFill: string): Gap {
  return {kind: "gap", what, why, wouldFill};
}

export function isGap(value: unknown): value is Gap {
  return typeof value === "object" && value !== null && (value as {kind?: unknown}).kind === "gap";
}
