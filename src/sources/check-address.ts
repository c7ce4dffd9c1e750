import {isIP} from "node:net";
import ipaddr from "ipaddr.js";
import {InputError} from "./input-error.ts";

/** A platform's own service that stands on a public address: Azure's wire server (learn.microsoft.com, "IP address 168.63.129.16"). */
const platformServices: ReadonlySet<string> = new Set(["168.63.129.16"]);

const publicIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** Why an address may not be reached, or null where it is an ordinary public one. */
export function whyNotPublic(address: string): string | null {
  if (!ipaddr.isValid(address)) return "is no address";
  const parsed = ipaddr.process(address);
  if (platformServices.has(parsed.toString())) return "belongs to the machine's platform";
  const range = parsed.range();
  if (range !== "unicast") return `is not public (${range})`;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(publicIpv6)) return "is not public (IPv6)";
  return null;
}

/** One answer of a name look-up, as `node:dns/promises` gives it. */
export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** One port of this machine that a test's own server listens on. No command can give one. */
export interface Allowance {
  readonly address: string;
  readonly port: number;
}

const pasteIt = "give a public http or https address, or save the page and give the file";

/** Reads and checks an address of the web. @throws InputError for other protocols, ports, or one with a password in it. */
export function checkUrl(text: string, allowed?: Allowance): URL {
  if (!URL.canParse(text)) throw new InputError(`"${text}" is no web address`, pasteIt);
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new InputError(`${url.protocol}// addresses are not fetched (${text})`, pasteIt);
  if (!["", "80", "443", String(allowed?.port ?? "")].includes(url.port))
    throw new InputError(`${url.host}: only ports 80 and 443 are fetched`, pasteIt);
  if (url.username !== "" || url.password !== "")
    throw new InputError(`${url.host}: addresses with a user name are not fetched`, pasteIt);
  return url;
}

/**
 * The one address to connect to for a host. Every answer of the look-up must be public: a name that answers with a
 * public and a private address is refused. IPv4 is preferred, since many machines have no IPv6 route.
 */
export async function checkHost(
  url: URL,
  lookup: (host: string) => Promise<readonly FoundAddress[]>,
  allowed?: Allowance,
): Promise<FoundAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found = family === 0 ? await look(host, lookup) : [{address: host, family}];
  for (const {address} of found) {
    if (address === allowed?.address && url.port === String(allowed.port)) continue;
    const why = whyNotPublic(address);
    if (why !== null)
      throw new InputError(
        `${url.host} is refused: ${address === host ? "it" : address} ${why}`,
        pasteIt,
        {status: 403},
      );
  }
  const chosen = found.find((one) => one.family === 4) ?? found[0];
  if (chosen === undefined) throw new InputError(`${url.host} has no address`, pasteIt);
  return chosen;
}

/**
 * Refuses an address of the private network before it is written down. A name that cannot be looked up now is let
 * through: whoever fetches from it checks again.
 * @throws InputError status 403.
 */
export async function refusePrivate(
  address: string,
  lookup: (host: string) => Promise<readonly FoundAddress[]>,
): Promise<void> {
  try {
    await checkHost(checkUrl(address), lookup);
  } catch (error) {
    if (error instanceof InputError && error.status === 502) return;
    throw error;
  }
}

async function look(
  host: string,
  lookup: (host: string) => Promise<readonly FoundAddress[]>,
): Promise<readonly FoundAddress[]> {
  try {
    return await lookup(host);
  } catch (cause) {
    throw new InputError(`${host} could not be found`, "check the spelling and the network", {
      cause,
      status: 502,
    });
  }
}
