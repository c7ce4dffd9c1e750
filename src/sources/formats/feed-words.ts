import {Parser} from "htmlparser2";

const longestTitle = 1000;
const longestSummary = 2000;
/** Markup that is looked at for a summary: far more than holds so many words. */
const longestMarkup = 100_000;
const piece = 4000;

/** Elements that dress words in a title. Any other tag in one is what the title speaks of: "The <video> element". */
const dressing =
  /<\/?(?:a|abbr|b|bdi|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|nobr|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?=[\s/>])[^<>]{0,2000}>/gi;
const program = /<(script|style)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s{0,9}>|$)/gi;

/** Elements at which a word ends. */
const blocks = new Set(
  "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split(
    " ",
  ),
);
const wordless = new Set(["script", "style", "noscript", "template", "iframe", "svg", "head"]);

/** A title that may have been escaped once more than it should: entities read, dress taken off. */
export function titleWords(text: string): string | null {
  const short = text.slice(0, 10 * longestTitle);
  const bare = short.includes("<") ? short.replace(program, " ").replace(dressing, "") : short;
  return markupWords(bare.replaceAll("<", "&lt;"), longestTitle);
}

/** Words of a text that is stated to be plain. */
export function plainWords(text: string, longest = longestTitle): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const words = text.replace(/[\s\u0000-\u001f\u007f]+/g, " ").trim();
  return words === "" ? null : clipped(words, longest);
}

/** The first words of markup; scripts and styles are no words. */
export function summaryWords(markup: string): string | null {
  return markupWords(markup, longestSummary);
}

/** All of a title that is stated to be markup. */
export function markupTitle(markup: string): string | null {
  return markupWords(markup, longestTitle);
}

function markupWords(markup: string, longest: number): string | null {
  if (!/[<&]/.test(markup)) return plainWords(markup.slice(0, longestMarkup), longest);
  const words: string[] = [];
  let hidden = 0;
  let length = 0;
  const parser = new Parser({
    onopentag(name) {
      if (wordless.has(name)) hidden += 1;
      else if (blocks.has(name)) words.push(" ");
    },
    ontext(text) {
      if (hidden > 0 || length > 2 * longest) return;
      words.push(text);
      length += text.trim().length;
    },
    onclosetag(name) {
      if (wordless.has(name)) hidden -= 1;
      else if (blocks.has(name)) words.push(" ");
    },
  });
  // Given in pieces, so that a long article is not read to its end for its first words.
  for (let at = 0; at < longestMarkup && length <= 2 * longest && at < markup.length; at += piece)
    parser.write(markup.slice(at, at + piece));
  parser.end();
  return plainWords(words.join(""), longest);
}

function clipped(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()} …`;
}
