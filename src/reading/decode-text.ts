/** Text as decoded, and how many byte sequences were no UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly broken: number;
}

const replacement = "\uFFFD";

/**
 * Bytes as text: UTF-8, line ends as line feeds, composed characters (Unicode NFC), so that "Việt" typed in two ways is one
 * word. Offsets are taken in this text, after all three. Each broken sequence stands as U+FFFD.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const raw = new TextDecoder().decode(bytes);
  const text = raw.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").normalize("NFC");
  return {text, broken: raw.includes(replacement) ? countOf(raw) - writtenOut(bytes) : 0};
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
