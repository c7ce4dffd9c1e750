/**
 * Everyday words that the two standard languages spell or choose differently, left Indonesian and right Malay
 * (Kamus Besar Bahasa Indonesia; Kamus Dewan). Words that both use are left out.
 */
const pairs: readonly (readonly [string, string])[] = [
  ["bahwa", "bahawa"],
  ["karena", "kerana"],
  ["pemerintah", "kerajaan"],
  ["perusahaan", "syarikat"],
  ["energi", "tenaga"],
  ["maret", "mac"],
  ["agustus", "ogos"],
  ["desember", "disember"],
  ["juli", "julai"],
  ["miliar", "bilion"],
  ["triliun", "trilion"],
  ["inggris", "inggeris"],
  ["kantor", "pejabat"],
  ["polisi", "polis"],
  ["kualitas", "kualiti"],
  ["aktivitas", "aktiviti"],
  ["komunitas", "komuniti"],
  ["anggota", "ahli"],
  ["pabrik", "kilang"],
  ["berbeda", "berbeza"],
  ["mau", "mahu"],
  ["coba", "cuba"],
  ["investasi", "pelaburan"],
  ["ekspor", "eksport"],
  ["impor", "import"],
];

const indonesian = new Set(pairs.map(([word]) => word));
const malay = new Set(pairs.map(([, word]) => word));

/** "id" or "ms" by whose spellings are more; `null` when neither has the majority. */
export function tellMalayFromIndonesian(text: string): "id" | "ms" | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  const [ours, theirs] = [count(indonesian), count(malay)];
  if (ours === theirs) return null;
  return ours > theirs ? "id" : "ms";
}
