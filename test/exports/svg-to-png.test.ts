import {createRequire} from "node:module";
import {describe, expect, it} from "vitest";
import {svgToPng} from "../../src/exports/index.ts";

const font = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
);
const picture = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40" font-family="Source Serif 4, Georgia, serif" font-size="12"><rect width="200" height="40" fill="#fff"/><text x="4" y="20">${words}</text></svg>`;

describe("a picture as PNG", () => {
  it("has its words, set in the font that ships", () => {
    const [blank, words, others] = ["", "engagement →", "engagement ←"].map((one) =>
      Buffer.from(svgToPng(picture(one), font)),
    );
    expect(words?.equals(blank as Buffer)).toBe(false);
    // A sign that the font lacked would be drawn as the same empty box whichever it is.
    expect(words?.equals(others as Buffer)).toBe(false);
  });

  it("has no words where the font is not there: none of the machine's is taken", () => {
    const of = (words: string) => Buffer.from(svgToPng(picture(words), "/nowhere/font.ttf"));
    expect(of("engagement").equals(of(""))).toBe(true);
  });

  it("is the same each time", () => {
    const once = Buffer.from(svgToPng(picture("Jakarta"), font));
    expect(once.equals(Buffer.from(svgToPng(picture("Jakarta"), font)))).toBe(true);
  });
});
