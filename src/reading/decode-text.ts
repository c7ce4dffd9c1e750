import {charsetOf, decodeBytes, loadCharsetGuess} from "../sources/index.ts";
import type {Flag} from "../world/index.ts";

/** Text as decoded, with what there is to say of how. */
export interface Decoded {
  readonly text: string;
  /** Byte sequences that were no UTF-8, where the text is taken for UTF-8. */
  readonly broken: number;
  /** That the charset was guessed, or did not fit all of the bytes. */
  readonly flags: readonly Flag[];
}

const replacement = "\uFFFD";
const guess = await loadCharsetGuess();

/**
 * Bytes as text, by their mark, by being UTF-8, by the charset that the server, the page or the XML declaration states, or by a guess;
 * line ends as line feeds, composed characters (Unicode NFC), so that "Việt" typed in two ways is one word. Offsets are taken in this
 * text, after all of that. Each broken sequence stands as U+FFFD.
 *
 * @param mediaType of the capture, with its server's charset.
 */
export function decodeText(bytes: Uint8Array, mediaType: string): Decoded {
  const declaration = /html|xml/.test(mediaType) ? declaredIn : () => null;
  const {
    text: raw,
    charset,
    because,
  } = decodeBytes(bytes, {header: charsetOf(mediaType), declaration}, guess);
  const text = normalised(raw);
  const isUtf8 = charset === "utf-8";
  const count = raw.includes(replacement) ? countOf(raw) : 0;
  const notes = [
    ...(because === "guess"
      ? [`no charset is stated that fits; read as ${charset}, as its bytes suggest`]
      : []),
    ...(!isUtf8 && count > 0
      ? [
          `${count} ${count === 1 ? "place is" : "places are"} no ${charset}; each stands as ${replacement}`,
        ]
      : []),
  ];
  return {
    text,
    broken: isUtf8 && count > 0 ? count - writtenOut(bytes) : 0,
    flags: notes.map((note): Flag => ({kind: "bad-encoding", start: 0, end: 0, note})),
  };
}

/** Text of a document that was opened, brought to the same form. */
export function normalised(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").normalize("NFC");
}

/** The charset in a page's `<meta>` or its XML declaration. */
function declaredIn(start: string): string | null {
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.+-]{1,40})/i.exec(start)?.[1];
  return (
    xml ??
    /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([\w:.+-]{1,40})/i.exec(start)?.[1] ??
    null
  );
}

function countOf(text: string): number {
  return text.split(replacement).length - 1;
}

/** U+FFFD that the author (or an earlier program) wrote: EF BF BD is good UTF-8. */
function writtenOut(bytes: Uint8Array): number {
  let count = 0;
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1))
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) count++;
  return count;
}
