/** How a claim bounds its number: "more than 40 %", "about 40 %", "40 %". */
export type Bound = "at least" | "at most" | "about";

export function boundBefore(text: string): Bound {
  const words = text.slice(-28);
  if (/\b(more than|over|at least|above|exceed(ed|ing)?|no less than)\s*\S{0,3}$/i.test(words))
    return "at least";
  if (/\b(less than|under|below|at most|fewer than|no more than|up to)\s*\S{0,3}$/i.test(words))
    return "at most";
  return "about";
}

/**
 * Holds a claimed number against a measured one. Within `near` they agree; beyond `far` they do not; between the two
 * the difference may come from the figures' own error, and nothing is said (`null`).
 */
export function compareNumber(
  claimed: number,
  measured: number,
  bound: Bound,
  {near, far}: {readonly near: number; readonly far: number},
): boolean | null {
  const over = measured - claimed;
  const miss =
    bound === "at least"
      ? Math.max(0, -over)
      : bound === "at most"
        ? Math.max(0, over)
        : Math.abs(over);
  if (miss <= near) return true;
  return miss >= far ? false : null;
}
