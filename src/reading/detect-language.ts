import {eld} from "eld/extrasmall";
import {articleReach} from "./article-reach.ts";
import {looksMalay, tellMalayFromIndonesian} from "./malay-or-indonesian.ts";

/** Scripts that one language alone is written in, among those that news come in; Han without kana is Chinese. */
const scripts: readonly (readonly [language: string, script: RegExp])[] = [
  ["th", /\p{Script=Thai}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
];
/** A script's letters are this share of a text's, or the text only quotes them. */
const leastShare = 0.3;

/**
 * ISO 639-1 code of the language that most of the text is in, or "und" when that can't be told.
 *
 * By script where one tells; else by eld with its smallest data set (60 languages): an article is long enough for it, and it loads in
 * half the time. It knows no Indonesian and calls it Malay, so those two are told apart by a model of our own; where that can't tell,
 * the source's or the page's stated language decides, and else "ms" stands, which is also the code of the macrolanguage that holds
 * both.
 *
 * @param stated the language that the page itself states ("en-GB"), used only between near relatives.
 * @param usual the language that its source writes in, used there too, and where the text tells nothing.
 */
export function detectLanguage(
  text: string,
  stated: string | null,
  usual: string | null = null,
): string {
  const searched = text.slice(0, articleReach);
  const written = scriptLanguage(searched);
  if (written !== null) return written;
  const found = eld.detect(searched);
  const sure = found.isReliable();
  // eld takes some Indonesian for Tagalog.
  const malay = sure && found.language !== "tl" ? found.language === "ms" : looksMalay(searched);
  if (malay) {
    const said = [usual, stated].map((one) => /^(?:id|ms)\b/i.exec(one ?? "")?.[0].toLowerCase());
    return tellMalayFromIndonesian(searched) ?? said.find((one) => one !== undefined) ?? "ms";
  }
  return sure ? found.language : (usual ?? "und");
}

function scriptLanguage(text: string): string | null {
  const beginning = text.slice(0, 5000);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of scripts)
    if ((beginning.match(script)?.length ?? 0) > letters * leastShare) return language;
  return null;
}
