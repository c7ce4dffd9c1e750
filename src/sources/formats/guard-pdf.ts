import {inflateSync} from "node:zlib";
import {InputError} from "../input-error.ts";

/** What the packed streams of one PDF may unfold to together, and one of them, in bytes. Pictures are the largest of them. */
const maxUnfolded = 400_000_000;
const maxStream = 100_000_000;
/** Characters before a stream in which its filters stand. */
const dictionaryReach = 2000;

/**
 * A PDF's parser unfolds whatever its streams hold. Here each is unfolded once under a cap before the parser sees it, so that a few
 * kilobytes of zeros do not fill the memory. A stream packed more than once may hide what it grows to and is refused.
 *
 * @throws InputError when it would grow beyond the caps.
 */
export function guardPdf(bytes: Uint8Array, name: string): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const refuse = (why: string) =>
    new InputError(`${name} ${why}`, "save its text alone and give that file", {status: 413});
  let unfolded = 0;
  for (let at = all.indexOf("stream"); at !== -1; at = all.indexOf("stream", at + 6)) {
    if (all.toString("latin1", at - 3, at) === "end") continue;
    const before = all.toString("latin1", Math.max(0, at - dictionaryReach), at);
    const dictionary = before.slice(Math.max(before.lastIndexOf("obj"), 0));
    const packed =
      dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g)?.length ?? 0;
    if (packed > 1) throw refuse("has a stream that is packed more than once");
    if (packed === 0) continue;
    const start = at + 6 + (all[at + 6] === 13 ? 2 : 1);
    const end = all.indexOf("endstream", start);
    unfolded += sizeOf(all.subarray(start, end === -1 ? all.length : end), refuse);
    if (unfolded > maxUnfolded) throw refuse(`unfolds to more than ${maxUnfolded / 1e6} MB`);
  }
}

function sizeOf(stream: Buffer, refuse: (why: string) => InputError): number {
  try {
    return inflateSync(stream, {maxOutputLength: maxStream}).length;
  } catch (cause) {
    const isLarge = cause instanceof Error && Reflect.get(cause, "code") === "ERR_BUFFER_TOO_LARGE";
    if (isLarge) throw refuse(`has a stream that unfolds to more than ${maxStream / 1e6} MB`);
    // A broken or encrypted stream is the parser's to judge.
    return stream.length;
  }
}
