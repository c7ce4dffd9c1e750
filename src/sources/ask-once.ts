import type {Agent} from "undici";
import {maxBytes, refuseTooLarge} from "./capture-of.ts";
import {type Allowance, checkHost, type FoundAddress} from "./check-address.ts";
import {InputError} from "./input-error.ts";
import {acceptedEncodings, discardBody, readBody} from "./read-body.ts";

/** What a fetch answers: one response, redirects not followed, the body as it was sent. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: {readonly get: (name: string) => string | null};
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Asks for one address, connecting to `to` and to nothing else, following no redirect and unpacking nothing. */
export type FetchOnce = (
  url: URL,
  how: {
    readonly to: FoundAddress;
    readonly signal: AbortSignal;
    readonly headers?: Readonly<Record<string, string>>;
    /** Sent with POST; nothing is sent without it. */
    readonly body?: string;
  },
) => Promise<FetchedResponse>;

/** Name under which robots.txt may speak to us. */
export const robotName = "demarche";

const ownHeaders = {
  accept: "text/html, text/plain, text/markdown;q=0.9, */*;q=0.1",
  "accept-encoding": acceptedEncodings,
  "user-agent": `${robotName} (reads public pages for analysts; obeys robots.txt)`,
};

/**
 * The real network: the name is not looked up again, so the address that was checked is the one connected to. Its
 * client is loaded with the first page, for most commands ask for none.
 */
export const fetchOnce: FetchOnce = async (url, {to, signal, headers, body}) => {
  const {Agent, request} = await import("undici");
  const dispatcher = new Agent({
    connect: {
      lookup: (_host, options, answer) => {
        if (options.all === true) answer(null, [{address: to.address, family: to.family}]);
        else answer(null, to.address, to.family);
      },
    },
  });
  try {
    const answer = await request(url, {
      dispatcher,
      signal,
      headers: {...ownHeaders, ...headers},
      ...(body === undefined ? {} : {method: "POST", body}),
    });
    return {
      status: answer.statusCode,
      headers: {
        get: (name) => {
          const value = answer.headers[name.toLowerCase()];
          return Array.isArray(value) ? value.join(", ") : (value ?? null);
        },
      },
      body: closing(answer.body, dispatcher),
    };
  } catch (error) {
    await dispatcher.destroy();
    throw error;
  }
};

async function* closing(
  body: AsyncIterable<Uint8Array>,
  dispatcher: Agent,
): AsyncIterable<Uint8Array> {
  try {
    yield* body;
  } finally {
    await dispatcher.destroy();
  }
}

/** An answer that was read to its end. */
export interface Reply {
  readonly url: URL;
  readonly status: number;
  readonly headers: FetchedResponse["headers"];
  /** Empty for any answer but a success. */
  readonly bytes: Uint8Array;
}

export interface Asking {
  /** All addresses of a host name. */
  readonly lookup: (host: string) => Promise<readonly FoundAddress[]>;
  readonly fetch: FetchOnce;
  readonly signal: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly allowed?: Allowance;
}

/**
 * One request, read to its end. Every address that the name answers with is checked before a socket opens, and the
 * socket opens to the address that was checked.
 *
 * @throws InputError when the host is refused, or the answer does not come, breaks off or is too large.
 */
export async function askOnce(
  url: URL,
  {lookup, fetch, signal, headers, body, allowed}: Asking,
): Promise<Reply> {
  const to = await checkHost(url, lookup, allowed);
  const response = await send(url, fetch, {
    to,
    signal,
    ...(headers === undefined ? {} : {headers}),
    ...(body === undefined ? {} : {body}),
  });
  const {status} = response;
  if (status < 200 || status >= 300) {
    await discardBody(response.body);
    return {url, status, headers: response.headers, bytes: new Uint8Array()};
  }
  const stated = Number(response.headers.get("content-length") ?? "0");
  if (stated > maxBytes) {
    await discardBody(response.body);
    refuseTooLarge(stated, url.href);
  }
  const bytes = await readBody(url.href, response.body, response.headers.get("content-encoding"));
  return {url, status, headers: response.headers, bytes};
}

async function send(
  url: URL,
  fetch: FetchOnce,
  how: Parameters<FetchOnce>[1],
): Promise<FetchedResponse> {
  try {
    return await fetch(url, how);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError(
      `${url.href} could not be fetched`,
      "check the network, or save the page and give the file",
      {cause, status: 502},
    );
  }
}

/** Where an answer sends us, or null where it does not. */
export function redirectOf({status, headers, url}: Reply): string | null {
  const location = status >= 300 && status < 400 ? headers.get("location") : null;
  if (location === null) return null;
  return URL.canParse(location, url) ? new URL(location, url).href : location;
}
