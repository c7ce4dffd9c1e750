import type {FactBook, Posture, Reference, Watch} from "../world/index.ts";

/** Where each watched state stands on the plane between two powers. */
export function postures(_book: FactBook, _watch: Watch, _reference: Reference): Posture[] {
  return [];
}
