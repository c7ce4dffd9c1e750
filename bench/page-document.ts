import {parseHTML} from "linkedom";

/** A page as linkedom parses it; a part of one stands in a body. */
export function documentOf(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** All text below an element, without scripts and styles, a space between blocks. Written apart from the room that is measured. */
export function wordsOf(element: Element): string {
  for (const one of element.querySelectorAll("script, style, noscript, template")) one.remove();
  for (const one of element.querySelectorAll("p, div, li, td, th, tr, br, h1, h2, h3, h4, h5, h6"))
    one.after(" ");
  return element.textContent ?? "";
}
