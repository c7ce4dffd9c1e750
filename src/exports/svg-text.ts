import {type Gap, isGap, type Measured} from "../world/index.ts";

/** The face of pictures: the page's own, which ships with the package, then what a reader's machine has. */
export const pictureFont = "Source Serif 4, Georgia, serif";

/** A length in a picture: a tenth of its unit is seen, no more. */
export const n = (value: number) => value.toFixed(1);

/** Words come from outside, so what would be markup in them is escaped. */
export const escaped = (words: string) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The datasets that figures rest on, so that no picture goes out without its source. */
export function sourceWords(figures: readonly (Measured | Gap)[]): string {
  const datasets = figures.flatMap((figure) =>
    isGap(figure) ? [] : figure.evidence.flatMap((one) => (one.kind === "rows" ? one.dataset : [])),
  );
  return [...new Set(datasets)].join(", ");
}

export function text(x: number, y: number, words: string, more = ""): string {
  return `<text x="${n(x)}" y="${n(y)}"${more === "" ? "" : ` ${more}`}>${escaped(words)}</text>`;
}
