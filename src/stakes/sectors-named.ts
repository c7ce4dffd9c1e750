import type {Reference, Sector} from "../world/index.ts";

/** The sectors that a few words name: those with most of their words in it. */
export function sectorsNamed(text: string, reference: Reference): Sector[] {
  const plain = ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, " ")} `;
  const counted = reference.sectors.map(({id, name, words}) => ({
    id,
    count: [...new Set([id, name.toLowerCase(), ...words])].filter((word) =>
      plain.includes(` ${word.replaceAll("-", " ")} `),
    ).length,
  }));
  const most = Math.max(0, ...counted.map(({count}) => count));
  return most === 0 ? [] : counted.filter(({count}) => count === most).map(({id}) => id);
}
