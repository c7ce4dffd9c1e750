import {type Asking, askOnce, type FetchOnce, fetchOnce, redirectOf} from "./ask-once.ts";
import {checkUrl} from "./check-address.ts";
import {InputError} from "./input-error.ts";
import {withinTime} from "./within-time.ts";

/** Longest time for one page, redirects included, in milliseconds. */
export const fetchTimeLimitMs = 20_000;
/** Most redirects that are followed. */
export const maxRedirects = 5;

export interface Page {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
}

/**
 * Fetches one page for a person who named it. Protocol, port and every address that its name answers with are checked
 * at the start and again at each redirect.
 *
 * @throws InputError when it is refused, not there, too large, too slow, or redirects too often.
 */
export function fetchPage(
  address: string,
  lookup: Asking["lookup"],
  fetch: FetchOnce = fetchOnce,
  timeLimitMs: number = fetchTimeLimitMs,
): Promise<Page> {
  return withinTime(address, timeLimitMs, (signal) => follow(address, {lookup, fetch, signal}));
}

async function follow(address: string, asking: Asking): Promise<Page> {
  let url = checkUrl(address);
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const reply = await askOnce(url, asking);
    const next = redirectOf(reply);
    if (next !== null) {
      url = checkUrl(next);
      continue;
    }
    if (reply.status < 200 || reply.status >= 300)
      throw new InputError(
        `${url.href} answered ${reply.status}`,
        "check the address in a browser; if it opens there, save the page and give the file",
        {status: 502},
      );
    return {url: url.href, bytes: reply.bytes, mediaType: reply.headers.get("content-type")};
  }
  throw redirectsTooOften(address);
}

export function redirectsTooOften(address: string): InputError {
  return new InputError(
    `${address} redirects more than ${maxRedirects} times`,
    "give the address at which it ends",
    {status: 502},
  );
}
