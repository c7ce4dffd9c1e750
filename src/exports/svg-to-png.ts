import {Resvg} from "@resvg/resvg-js";

/** Points of the picture for each of the drawing, so that it is sharp on paper and on fine screens. */
const fineness = 2;

/**
 * A picture of ours as PNG, set in the one font file that is given: no font of the machine is looked at, so that every machine
 * makes the same picture.
 */
export function svgToPng(svg: string, fontFile: string): Uint8Array {
  return new Resvg(svg, {
    fitTo: {mode: "zoom", value: fineness},
    font: {loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: "Source Serif 4"},
  })
    .render()
    .asPng();
}
