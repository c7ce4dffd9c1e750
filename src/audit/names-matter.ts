import type {Sector} from "../world/index.ts";
import type {Claim} from "./claim.ts";

/**
 * Words without which a claim of a sector is of none of its goods: "security" and "economic ties" are said of talks, and no
 * figure of arms or goods speaks of those. English, Indonesian and Malay. Sectors that are left out are told by such words
 * alone (`reference/sectors.yaml`).
 */
const matter: Readonly<Partial<Record<Sector, RegExp>>> = {
  trade:
    /\b(trad(?:e|ed|ing)\b|export|import|tariff|goods\b|customs\b|commerc|shipments?\b|s(?:ell|old|ales?)\b|b(?:uy|uys|ought)\b|perdagangan|dagang|ekspor|impor|tarif|barang)/i,
  defence:
    /\b(arms\b|armed\b|weapon|militar|defen[cs]e|fighters?\b|jets?\b|missile|submarine|frigate|aircraft|warship|tanks?\b|procure|senjata|pertahanan|alutsista|militer|tempur)/i,
};

/** Whether a claim names the goods of a sector, in its own words or in those that stand above it. */
export function namesMatter({text, above}: Pick<Claim, "text" | "above">, sector: Sector): boolean {
  return matter[sector]?.test(`${above} ${text}`) ?? true;
}
