/** Words that Indonesian (left) and Malay (right) spell or choose differently: the floor of the bench `language`. */
const pairs =
  "bahwa bahawa karena kerana pemerintah kerajaan perusahaan syarikat energi tenaga maret mac agustus ogos desember disember juli julai miliar bilion triliun trilion inggris inggeris kantor pejabat polisi polis kualitas kualiti aktivitas aktiviti komunitas komuniti anggota ahli pabrik kilang berbeda berbeza mau mahu coba cuba investasi pelaburan ekspor eksport impor import".split(
    " ",
  );

/** "id" or "ms" by whose spellings are more; `null` when neither has the majority. */
export function byWordList(text: string): "id" | "ms" | null {
  const found = (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => pairs.indexOf(word));
  const malay = found.filter((at) => at % 2 === 1).length;
  const indonesian = found.filter((at) => at >= 0 && at % 2 === 0).length;
  if (malay === indonesian) return null;
  return indonesian > malay ? "id" : "ms";
}
