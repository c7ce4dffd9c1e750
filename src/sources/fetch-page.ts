import type {Agent} from "undici";
import {maxBytes, refuseTooLarge} from "./capture-of.ts";
import {checkHost, checkUrl, type FoundAddress} from "./check-address.ts";
import {InputError} from "./input-error.ts";

/** Longest time for one page, redirects included, in milliseconds. */
export const fetchTimeLimitMs = 20_000;
/** Most redirects that are followed. */
export const maxRedirects = 5;

/** What a fetch answers: one response, redirects not followed. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: {readonly get: (name: string) => string | null};
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Asks for one address, connecting to `to` and to nothing else, following no redirect. */
export type FetchOnce = (
  url: URL,
  how: {readonly to: FoundAddress; readonly signal: AbortSignal},
) => Promise<FetchedResponse>;

export interface Page {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
}

/**
 * The real network: the name is not looked up again, so the address that was checked is the one connected to. Its
 * client is loaded with the first page, for most commands ask for none.
 */
export const fetchOnce: FetchOnce = async (url, {to, signal}) => {
  const {Agent, fetch: undiciFetch} = await import("undici");
  const dispatcher = new Agent({
    connect: {
      lookup: (_host, options, answer) => {
        if (options.all === true) answer(null, [{address: to.address, family: to.family}]);
        else answer(null, to.address, to.family);
      },
    },
  });
  const response = await undiciFetch(url, {
    dispatcher,
    signal,
    redirect: "manual",
    headers: {
      accept: "text/html, text/plain, text/markdown;q=0.9, */*;q=0.1",
      "user-agent": "demarche (reads one page for a person)",
    },
  });
  return {
    status: response.status,
    headers: response.headers,
    body: closing(response.body, dispatcher),
  };
};

async function* closing(
  body: AsyncIterable<Uint8Array> | null,
  dispatcher: Agent,
): AsyncIterable<Uint8Array> {
  try {
    if (body !== null) yield* body;
  } finally {
    await dispatcher.destroy();
  }
}

/**
 * Fetches one page. Protocol, port and every address that its name answers with are checked at the start and again at
 * each redirect.
 *
 * @throws InputError when it is refused, not there, too large, too slow, or redirects too often.
 */
export async function fetchPage(
  address: string,
  lookup: (host: string) => Promise<readonly FoundAddress[]>,
  fetch: FetchOnce = fetchOnce,
  timeLimitMs: number = fetchTimeLimitMs,
): Promise<Page> {
  const signal = AbortSignal.timeout(timeLimitMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(tooSlow(address, timeLimitMs)), {once: true});
  });
  // The race below may be over before the limit; the late rejection then has no listener of its own.
  late.catch(() => undefined);
  return Promise.race([follow(address, lookup, fetch, signal), late]);
}

function tooSlow(address: string, timeLimitMs: number): InputError {
  return new InputError(
    `${address} did not answer within ${timeLimitMs / 1000} s`,
    "try again later, or save the page and give the file",
    {status: 504},
  );
}

async function follow(
  address: string,
  lookup: (host: string) => Promise<readonly FoundAddress[]>,
  fetch: FetchOnce,
  signal: AbortSignal,
): Promise<Page> {
  let url = checkUrl(address);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const to = await checkHost(url, lookup);
    const response = await ask(url, to, fetch, signal);
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await discard(response);
      url = checkUrl(URL.canParse(location, url) ? new URL(location, url).href : location);
      continue;
    }
    if (response.status < 200 || response.status >= 300) {
      await discard(response);
      throw new InputError(
        `${url.href} answered ${response.status}`,
        "check the address in a browser; if it opens there, save the page and give the file",
        {status: 502},
      );
    }
    const bytes = await readAll(url, response);
    return {url: url.href, bytes, mediaType: response.headers.get("content-type")};
  }
  throw new InputError(
    `${address} redirects more than ${maxRedirects} times`,
    "give the address at which it ends",
    {status: 502},
  );
}

async function ask(
  url: URL,
  to: FoundAddress,
  fetch: FetchOnce,
  signal: AbortSignal,
): Promise<FetchedResponse> {
  try {
    return await fetch(url, {to, signal});
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      `${url.href} could not be fetched`,
      "check the network, or save the page and give the file",
      {cause, status: 502},
    );
  }
}

async function discard(response: FetchedResponse): Promise<void> {
  const reader = response.body?.[Symbol.asyncIterator]();
  // A generator that has not begun skips its `finally` on return, so it is begun first.
  await reader?.next();
  await reader?.return?.();
}

async function readAll(url: URL, response: FetchedResponse): Promise<Uint8Array> {
  const stated = Number(response.headers.get("content-length") ?? "0");
  if (stated > maxBytes) {
    await discard(response);
    refuseTooLarge(stated, url.href);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      refuseTooLarge(length, url.href);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(`${url.href} broke off`, "try again, or save the page and give the file", {
      cause,
      status: 502,
    });
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
