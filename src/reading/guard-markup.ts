import {InputError} from "../sources/index.ts";

/** Tags and entities in one page. Long news pages have some 10,000; the parser takes seconds for as many as this. */
const mostMarks = 60_000;
/** Elements inside one another. Real pages stay under 100; Readability recurses, and a stack has an end. */
const deepest = 400;

const saveText = "save the article's text alone and give that file";

/**
 * Makes markup safe to parse in bounded time: scripts, styles and comments are cut out before anything looks at them (data in
 * `application/ld+json` stay), and a `<` that begins no tag becomes text.
 *
 * @throws InputError when the page has more tags than any article.
 */
export function guardMarkup(html: string): string {
  const bare = cutOut(html);
  let marks = 0;
  for (const _ of bare.matchAll(/[<&]/g)) marks++;
  if (marks > mostMarks)
    throw new InputError(
      `the page has ${marks} tags and entities; at most ${mostMarks} are read`,
      saveText,
      {status: 413},
    );
  return bare.replace(/<(?![a-z/!?])/gi, "&lt;");
}

/** @throws InputError when elements stand deeper in one another than can be walked. */
export function refuseTooDeep(root: Element): void {
  let depth = 0;
  let node: Element | null = root;
  while (node !== null) {
    const child: Element | null = node.firstElementChild;
    if (child !== null) {
      node = child;
      depth++;
      if (depth > deepest)
        throw new InputError(
          `the page's elements stand more than ${deepest} deep in one another`,
          saveText,
          {status: 422},
        );
      continue;
    }
    while (node !== null && node !== root && node.nextElementSibling === null) {
      node = node.parentElement;
      depth--;
    }
    node = node === root || node === null ? null : node.nextElementSibling;
  }
}

const cuts: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!--/y, /-->/g],
  [/<script\b(?![^>]{0,200}ld\+json)/iy, /<\/script[^>]{0,20}>/gi],
  [/<style\b/iy, /<\/style[^>]{0,20}>/gi],
];

/** One pass from left to right; what is opened and never closed goes to the end. */
function cutOut(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
    if (!/[!s]/i.test(html[at + 1] ?? "")) continue;
    for (const [open, close] of cuts) {
      open.lastIndex = at;
      if (!open.test(html)) continue;
      kept.push(html.slice(from, at));
      close.lastIndex = at;
      const end = close.exec(html);
      from = end === null ? html.length : end.index + end[0].length;
      at = from - 1;
      break;
    }
  }
  kept.push(html.slice(from));
  return kept.join("");
}
