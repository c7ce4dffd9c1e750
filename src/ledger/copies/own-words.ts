/** Quoted words of a line, four and more characters of them; each is bounded, so that a stray mark takes little. */
const quoted =
  /“[^“”\n]{4,1500}”|"[^"\n]{4,1500}"|«[^«»\n]{4,1500}»|「[^「」\n]{4,1500}」|„[^„“”\n]{4,1500}[“”]/gu;
/** Share of a text that must be its own for the rest to be left out. */
const least = 0.2;

/**
 * A text without what it quotes: two reporters in one room write down the same words, and to quote a statement at
 * length is to copy the statement, not the article. A text that is nearly all quotation is taken as it stands.
 */
export function ownWords(text: string): string {
  const own = text.replace(quoted, "\n");
  return own.length < least * text.length ? text : own;
}
