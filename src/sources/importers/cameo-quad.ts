import type {QuadClass} from "./event-importer.ts";

/** Quad class of a CAMEO code by its root, as GDELT's files have it: 01-05, 06-09, 10-14, 15-20. */
export function cameoQuad(code: string): QuadClass {
  const root = Number(code.slice(0, 2));
  if (root <= 5) return 1;
  if (root <= 9) return 2;
  return root <= 14 ? 3 : 4;
}
