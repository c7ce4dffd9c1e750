import type {EventType, Mode, Reference} from "../src/world/index.ts";

/** PLOVER's roots as the benches count them: CONCEDE and RETREAT are YIELD. */
export function rootOf(type: EventType): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : type;
}

/**
 * The type as PLOVER's own sheets have it, which know no mode: co-operation that is still to come is AGREE, harm still
 * to come THREATEN, and what is denied is REJECT.
 */
export function plainRoot(
  {type, mode, future}: {type: EventType; mode: Mode; future: boolean},
  reference: Reference,
): string {
  const quad = reference.codebook.find((entry) => entry.type === type)?.quad;
  if (mode === "denied") return "REJECT";
  if (future && quad === "material conflict") return "THREATEN";
  if (future && quad !== "verbal conflict") return "AGREE";
  return rootOf(type);
}

/** PLV's quad of a root. */
const quads: Readonly<Record<string, string>> = {
  AGREE: "1",
  CONSULT: "1",
  SUPPORT: "1",
  COOPERATE: "2",
  AID: "2",
  YIELD: "2",
  REQUEST: "3",
  ACCUSE: "3",
  REJECT: "3",
  THREATEN: "3",
  PROTEST: "4",
  SANCTION: "4",
  MOBILIZE: "4",
  COERCE: "4",
  ASSAULT: "4",
};

export function quadOfRoot(root: string): string {
  const quad = quads[root];
  if (quad === undefined) throw new Error(`no quad for ${root}`);
  return quad;
}
