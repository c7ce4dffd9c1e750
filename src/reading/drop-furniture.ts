/** Parts of a page that are set among an article's paragraphs and are none of it, by the words of their class. */
const furniture =
  /(?:^|[\s_-])(?:newsletter|sign-?up|subscribe|paywall|ads?|advert(?:isement)?s?|iklan|cookies?|share|sharing|read-?also|readmore|baca-?juga|breadcrumbs?)(?=$|[\s_-])/i;
/** A paragraph that only points to another text. */
const pointer =
  /^\s*(?:baca juga|baca selengkapnya|lihat juga|read (?:also|more)|see also|also read|related|читайте также|смотрите также|lire aussi|à lire aussi|lea también|lee también|xem thêm|相关阅读|延伸阅读|اقرأ أيضا|อ่านเพิ่มเติม)\s?[:：]/iu;
const longestPointer = 300;
/** What is longer, or holds more of the page's words, is an article's part, whatever its class says. */
const longestPiece = 400;
const largestShare = 0.1;

/** Takes out of a document what is set among its paragraphs to sell, to share, or to lead elsewhere. */
export function dropFurniture(document: Document): void {
  const whole = document.body?.textContent?.length ?? 0;
  for (const element of document.querySelectorAll("div, section, aside, ul, form")) {
    if (!furniture.test(element.getAttribute("class") ?? "")) continue;
    const length = element.textContent?.length ?? 0;
    if (length <= longestPiece && length <= whole * largestShare) element.remove();
  }
  for (const element of document.querySelectorAll("p")) {
    if (element.querySelector("a") === null) continue;
    const words = element.textContent ?? "";
    if (words.length <= longestPointer && pointer.test(words)) element.remove();
  }
}
