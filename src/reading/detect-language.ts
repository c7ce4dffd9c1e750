import {eld} from "eld/extrasmall";
import {articleReach} from "./article-reach.ts";
import {tellMalayFromIndonesian} from "./malay-or-indonesian.ts";

/**
 * ISO 639-1 code of the language that most of the text is in, or "und" when that can't be told.
 *
 * Detected by eld with its smallest data set (60 languages): an article is long enough for it, and it loads in half the time.
 * It knows no Indonesian and calls it Malay, so those two are told apart by spelling; where that can't tell, what the page states
 * decides, and else "ms" stands, which is also the code of the macrolanguage that holds both.
 *
 * @param stated the language that the page itself states ("en-GB"), used only between near relatives.
 */
export function detectLanguage(text: string, stated: string | null): string {
  const searched = text.slice(0, articleReach);
  const found = eld.detect(searched);
  if (!found.isReliable()) return "und";
  if (found.language !== "ms") return found.language;
  const said = /^(?:id|ms)\b/i.exec(stated ?? "")?.[0].toLowerCase();
  return tellMalayFromIndonesian(searched) ?? said ?? "ms";
}
