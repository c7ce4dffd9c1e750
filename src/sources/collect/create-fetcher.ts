import {
  type Asking,
  askOnce,
  type FetchOnce,
  fetchOnce,
  type Reply,
  redirectOf,
} from "../ask-once.ts";
import {type Allowance, checkUrl} from "../check-address.ts";
import {fetchTimeLimitMs, maxRedirects, redirectsTooOften} from "../fetch-page.ts";
import {InputError} from "../input-error.ts";
import {type TimeLimit, withinTime} from "../within-time.ts";
import {backOff} from "./back-off.ts";
import {hostTurns, longestPatienceMs} from "./host-turns.ts";
import {readRetryAfter} from "./retry-after.ts";
import {everythingAllowed, type RobotsRules, readRobots, robotsUnread} from "./robots-rules.ts";

/** Everything that fetching may touch. */
export interface FetchEffects {
  /** All addresses of a host name. */
  readonly lookup: Asking["lookup"];
  /** One request to one checked address; the real network when left out. */
  readonly fetch?: FetchOnce;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  readonly uniform: () => number;
  /** A time limit of so many milliseconds; the real clock's when left out. */
  readonly limit?: (ms: number) => TimeLimit;
  /** A test's own server. */
  readonly allowed?: Allowance;
}

/** What a server said of its answer, to be told when it is asked again. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | ({
      readonly kind: "fetched";
      readonly url: string;
      readonly bytes: Uint8Array;
      readonly mediaType: string | null;
    } & Validators)
  | {readonly kind: "unchanged"}
  | {
      readonly kind: "failed";
      /** In words, for a person. */
      readonly why: string;
      /** Whether asking again would get the same answer. */
      readonly isFinal: boolean;
      /** How long the host asks to be left alone, in milliseconds. */
      readonly restMs: number | null;
    };
type Failed = Extract<Fetched, {kind: "failed"}>;

export interface Fetcher {
  fetch(address: string, had?: Validators): Promise<Fetched>;
}

/** Least pause between the beginnings of two requests to a host, in milliseconds. */
export const paceMs = 2000;
const mostAtOnce = 16;
const mostTries = 3;
const betweenTries = {firstMs: 4000, mostMs: 60_000};
const robotsKeptMs = 86_400_000;
const robotsAskedAgainMs = 3_600_000;

/**
 * A client that is polite and safe. Before every request, those after a redirect too: the address is checked, the
 * host's robots.txt is obeyed (RFC 9309), the host's turn is waited for. What may pass is tried again after a while;
 * what an answer says of when to come back is obeyed.
 */
export function createFetcher(effects: FetchEffects): Fetcher {
  const {now, sleep, uniform, limit, allowed, lookup, fetch = fetchOnce} = effects;
  const turns = hostTurns({now, sleep, paceMs, mostAtOnce});
  const robots = new Map<string, {readonly until: number; readonly rules: Promise<RobotsRules>}>();

  /** One request in its host's turn. */
  async function ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Reply | Failed> {
    const end = await turns.take(url.host);
    if (end === null) {
      const restMs = turns.restsUntil(url.host) - now();
      return failed(`${url.host} asks to be left alone until ${atTime(now() + restMs)}`, {restMs});
    }
    try {
      return await withinTime(
        url.href,
        fetchTimeLimitMs,
        (signal) =>
          askOnce(url, {
            lookup,
            fetch,
            signal,
            headers,
            ...(allowed === undefined ? {} : {allowed}),
          }),
        limit,
      );
    } catch (error) {
      return failedBy(error);
    } finally {
      end();
    }
  }

  /** One address to its end, over redirects. */
  async function follow(
    address: string,
    headers: Readonly<Record<string, string>>,
    rulesOf: (url: URL) => Promise<RobotsRules>,
  ): Promise<Reply | Failed> {
    let next = address;
    for (let hops = 0; hops <= maxRedirects; hops++) {
      const url = checkUrl(next, allowed);
      const rules = await rulesOf(url);
      const why = rules.whyNot(url);
      if (why !== null)
        return failed(why, rules.isSettled ? {isFinal: true} : {restMs: robotsAskedAgainMs});
      if (rules.crawlDelayMs !== null) turns.pace(url.host, rules.crawlDelayMs);
      const reply = await ask(url, headers);
      if ("kind" in reply) return reply;
      const location = redirectOf(reply);
      if (location === null) return reply;
      next = location;
    }
    return failed(redirectsTooOften(address).message, {isFinal: true});
  }

  function rulesOf(url: URL): Promise<RobotsRules> {
    const known = robots.get(url.origin);
    if (known !== undefined && now() < known.until) return known.rules;
    const rules = askRobots(new URL("/robots.txt", url)).then((read) => {
      const keptMs = read.isSettled ? robotsKeptMs : robotsAskedAgainMs;
      robots.set(url.origin, {until: now() + keptMs, rules});
      return read;
    });
    robots.set(url.origin, {until: Number.POSITIVE_INFINITY, rules});
    return rules;
  }

  async function askRobots(at: URL): Promise<RobotsRules> {
    const reply = await settle(() => follow(at.href, {}, async () => everythingAllowed));
    if ("kind" in reply) return robotsUnread(reply.why, reply.isFinal);
    const {status} = reply;
    if (status >= 200 && status < 300) return readRobots(at, reply.bytes);
    if (status === 429 || status >= 500) return robotsUnread(`it answered ${status}`);
    return everythingAllowed;
  }

  async function tryOnce(address: string, had: Validators | undefined): Promise<Fetched> {
    const reply = await settle(() => follow(address, conditions(had), rulesOf));
    if ("kind" in reply) return reply;
    const {status, url, headers, bytes} = reply;
    if (status >= 200 && status < 300)
      return {
        kind: "fetched",
        url: url.href,
        bytes,
        mediaType: headers.get("content-type"),
        etag: sendable(headers.get("etag")),
        lastModified: sendable(headers.get("last-modified")),
      };
    if (status === 304 && had !== undefined) return {kind: "unchanged"};
    const restMs = readRetryAfter(headers.get("retry-after"), now());
    const mayPass = status >= 500 || [408, 425, 429].includes(status);
    if (mayPass && restMs !== null) turns.rest(url.host, restMs);
    return failed(`${url.href} answered ${status}`, {isFinal: !mayPass, restMs});
  }

  return {
    fetch: async (address, had) => {
      for (let tries = 1; ; tries++) {
        const got = await tryOnce(address, had);
        if (got.kind !== "failed" || got.isFinal || tries === mostTries) return got;
        if ((got.restMs ?? 0) > longestPatienceMs) return got;
        // A host that says when to come back is waited for in its turns.
        if (got.restMs === null) await sleep(backOff(tries, betweenTries, uniform));
      }
    },
  };
}

function failed(
  why: string,
  {isFinal = false, restMs = null}: {isFinal?: boolean; restMs?: number | null} = {},
): Failed {
  return {kind: "failed", why, isFinal, restMs};
}

/** What cannot be fetched is news of the world, not a fault: a value says why. */
async function settle(work: () => Promise<Reply | Failed>): Promise<Reply | Failed> {
  try {
    return await work();
  } catch (error) {
    return failedBy(error);
  }
}

function failedBy(error: unknown): Failed {
  if (!(error instanceof InputError)) throw error;
  // A time limit and a broken line may pass; a refused address or too large a page will not.
  return failed(error.message, {isFinal: ![502, 504].includes(error.status)});
}

function conditions(had: Validators | undefined): Readonly<Record<string, string>> {
  return {
    ...(had?.etag == null ? {} : {"if-none-match": had.etag}),
    ...(had?.lastModified == null ? {} : {"if-modified-since": had.lastModified}),
  };
}

/** A header that may be sent back as it came: short, and in plain characters. */
function sendable(value: string | null): string | null {
  return value !== null && /^[\x20-\x7e]{1,500}$/.test(value) ? value : null;
}

function atTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
