import {type Asking, askOnce, type FetchOnce, fetchOnce} from "./ask-once.ts";
import {type Allowance, checkUrl} from "./check-address.ts";
import {InputError} from "./input-error.ts";
import {withinTime} from "./within-time.ts";

/** Longest time for one answer, in milliseconds: a model on this machine may be slow. */
export const answerTimeLimitMs = 120_000;

/** Names by which a person says "this machine". No other name may answer with an address of it. */
const ownNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Sends JSON to an address that a person named, and gives the JSON that it answers. This machine is reached only where
 * the address says so itself ("http://localhost:11434"), and then on that port alone; a private network never is. No
 * redirect is followed, since it would carry the key elsewhere.
 *
 * @throws InputError when the address is refused, or answers with an error, too late, or with what is no JSON.
 */
export function postJson(
  address: string,
  body: unknown,
  {key, lookup}: {readonly key: string | null; readonly lookup: Asking["lookup"]},
  fetch: FetchOnce = fetchOnce,
  timeLimitMs: number = answerTimeLimitMs,
): Promise<unknown> {
  return withinTime(address, timeLimitMs, async (signal) => {
    const allowed = await allowanceOf(address, lookup);
    const url = checkUrl(address, allowed);
    const {status, bytes} = await askOnce(url, {
      lookup:
        allowed === undefined ? lookup : async () => [{...allowed, family: familyOf(allowed)}],
      fetch,
      signal,
      ...(allowed === undefined ? {} : {allowed}),
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        ...(key === null ? {} : {authorization: `Bearer ${key}`}),
      },
      body: JSON.stringify(body),
    });
    if (status !== 200)
      throw new InputError(
        `${url.origin} answered ${status}`,
        "check the address, the model's name and the key",
        {status: 502},
      );
    return parsed(bytes, url.origin);
  });
}

const familyOf = ({address}: Allowance) => (address.includes(":") ? 6 : 4);

/** The one port of this machine that an address names, or `undefined` where it names another machine. */
async function allowanceOf(
  address: string,
  lookup: Asking["lookup"],
): Promise<Allowance | undefined> {
  if (!URL.canParse(address)) return undefined;
  const {hostname, port, protocol} = new URL(address);
  if (!ownNames.has(hostname)) return undefined;
  const found = hostname === "localhost" ? await lookup(hostname) : [];
  const own = found.filter((one) => /^127\.|^::1$/.test(one.address));
  const chosen = own.find(({family}) => family === 4) ?? own[0];
  return {
    address: chosen?.address ?? (hostname === "[::1]" ? "::1" : "127.0.0.1"),
    port: Number(port || (protocol === "https:" ? 443 : 80)),
  };
}

function parsed(bytes: Uint8Array, origin: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new InputError(`${origin} answered with what is no JSON`, "check the address", {
      cause,
      status: 502,
    });
  }
}
