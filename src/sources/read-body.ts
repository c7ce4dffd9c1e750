import {Readable, type Transform} from "node:stream";
import {pipeline} from "node:stream/promises";
import {createBrotliDecompress, createGunzip, createInflate} from "node:zlib";
import {refuseTooLarge} from "./capture-of.ts";
import {InputError} from "./input-error.ts";

/** Compressed text seldom unfolds to more than twenty times its size; a bomb to a thousand times. */
const mostUnfolding = 100;
/** Below this size, in bytes, an answer may unfold as it likes: 100 kB of spaces are no attack. */
const unfoldingUnwatched = 1_000_000;

/** The encodings that are asked for; `x-gzip` and `deflate` come unasked from old servers. */
export const acceptedEncodings = "gzip, br";

const unfolders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  "x-gzip": () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

/**
 * The whole body of an answer, unfolded here and not by the client, so that size and ratio are watched while it comes.
 *
 * @param encoding the answer's Content-Encoding; null where it states none.
 * @throws InputError when it is too large, unfolds too far, breaks off, or is packed in a way we did not ask for.
 */
export async function readBody(
  name: string,
  body: AsyncIterable<Uint8Array> | null,
  encoding: string | null,
): Promise<Uint8Array> {
  const how = (encoding ?? "").trim().toLowerCase();
  const unfold = how === "" || how === "identity" ? null : unfolders[how];
  if (unfold === undefined) {
    await discardBody(body);
    throw brokenOff(`${name} is packed as "${how.slice(0, 40)}", which was not asked for`);
  }
  let came = 0;
  const counted = async function* () {
    for await (const chunk of body ?? []) {
      came += chunk.length;
      refuseTooLarge(came, name);
      yield chunk;
    }
  };
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isBomb = false;
  const take = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      length += chunk.length;
      refuseTooLarge(length, name);
      isBomb = length > unfoldingUnwatched && length > came * mostUnfolding;
      if (isBomb) break;
      chunks.push(chunk);
    }
  };
  try {
    if (unfold === null) await take(counted());
    else await pipeline(Readable.from(counted(), {objectMode: false}), unfold(), take);
  } catch (cause) {
    if (isBomb) throw unfoldsTooFar(name);
    if (cause instanceof InputError) throw cause;
    throw brokenOff(`${name} ${whatBroke(how, cause)}`, cause);
  }
  if (isBomb) throw unfoldsTooFar(name);
  return joined(chunks, length);
}

function unfoldsTooFar(name: string): InputError {
  return new InputError(
    `${name} unfolds to more than ${mostUnfolding} times what was sent`,
    "open it in a browser, save the page and give the file",
    {status: 413},
  );
}

/** Lets go of a body that nobody wants. */
export async function discardBody(body: AsyncIterable<Uint8Array> | null): Promise<void> {
  const reader = body?.[Symbol.asyncIterator]();
  try {
    // A generator that has not begun skips its `finally` on return, so it is begun first.
    await reader?.next();
    await reader?.return?.();
  } catch {
    // That it broke off is no matter.
  }
}

function whatBroke(how: string, cause: unknown): string {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : null;
  if (code === "Z_BUF_ERROR") return `broke off: its ${how} data end early`;
  if (typeof code === "string" && /^(?:Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/.test(code))
    return `cannot be unpacked: its ${how} data are damaged`;
  return "broke off";
}

function brokenOff(message: string, cause?: unknown): InputError {
  return new InputError(message, "try again, or save the page and give the file", {
    cause,
    status: 502,
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
