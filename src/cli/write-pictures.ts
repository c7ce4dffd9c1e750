import {writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {svgToPng} from "../exports/index.ts";
import {writeWhole} from "./write-whole.ts";

/** Where a picture is wanted, and in which form. */
export interface PictureOptions {
  readonly svg?: string;
  readonly png?: string;
}

const font = "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf";

/** Draws a picture into the files that were asked for; where none was, it is not drawn. */
export async function writePictures({svg, png}: PictureOptions, draw: () => string): Promise<void> {
  if (svg === undefined && png === undefined) return;
  const picture = draw();
  if (svg !== undefined) await writeWhole(svg, (path) => writeFile(path, picture));
  if (png !== undefined) {
    const fontFile = createRequire(import.meta.url).resolve(font);
    await writeWhole(png, (path) => writeFile(path, svgToPng(picture, fontFile)));
  }
}
