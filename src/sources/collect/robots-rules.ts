import {robotName} from "../ask-once.ts";

/** As much of a robots.txt as RFC 9309 (2.5) asks a reader to take, in bytes. */
const longestRobots = 500 * 1024;
/** Patterns with wildcards are matched at the product of their length and the address's: more is no honest file. */
const mostWildcards = 50_000;
/** Longest pause that a Crawl-delay is obeyed for, in milliseconds: a longer one would never let a feed be read. */
const longestDelayMs = 60_000;

/** What a host asks of robots. */
export interface RobotsRules {
  /** Why an address may not be asked for, or null where it may. */
  readonly whyNot: (url: URL) => string | null;
  readonly crawlDelayMs: number | null;
  /** False where its robots.txt could not be had just now, and may be later. */
  readonly isSettled: boolean;
}

export const everythingAllowed: RobotsRules = {
  whyNot: () => null,
  crawlDelayMs: null,
  isSettled: true,
};

/** A robots.txt that cannot be had forbids everything until it can (RFC 9309, 2.3.1.4). */
export function robotsUnread(why: string, isSettled = false): RobotsRules {
  return {
    whyNot: () => `its robots.txt cannot be read: ${why}`,
    crawlDelayMs: null,
    isSettled,
  };
}

/** Reads a robots.txt (RFC 9309). The parser is loaded with the first one. */
export async function readRobots(at: URL, bytes: Uint8Array): Promise<RobotsRules> {
  const module = await import("robots-parser");
  // Its types describe an ES module; it is a CommonJS one, whose whole export is the function.
  const parse = module.default as unknown as typeof module.default.default;
  const text = ownGroups(new TextDecoder().decode(bytes.subarray(0, longestRobots)));
  if (wildcardsIn(text) > mostWildcards)
    return {
      ...everythingAllowed,
      whyNot: () => "its robots.txt has more wildcards than can be obeyed",
    };
  const robots = parse(at.href, text);
  const delay = robots.getCrawlDelay(robotName);
  return {
    whyNot: (url) =>
      robots.isAllowed(url.href, robotName) === false
        ? "its robots.txt asks robots not to read this"
        : null,
    isSettled: true,
    crawlDelayMs:
      delay === undefined || !(delay > 0) ? null : Math.min(delay * 1000, longestDelayMs),
  };
}

/**
 * The same file with every other robot under one name: a file that lists thousands of robots above thousands of rules
 * would else be multiplied out.
 */
function ownGroups(text: string): string {
  const kept: string[] = [];
  let named = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const plain = line.slice(0, 4096).replace(/#.*$/, "").trim();
    if (plain === "") continue;
    const colon = plain.indexOf(":");
    const isAgent = colon > 0 && /^user-agent\s*$/i.test(plain.slice(0, colon));
    if (!isAgent) {
      named = new Set();
      kept.push(plain.replaceAll(/\*{2,}/g, "*"));
      continue;
    }
    const robot = plain
      .slice(colon + 1)
      .trim()
      .toLowerCase()
      .replace(/\/.*$/, "")
      .trim();
    const name = robot === robotName || robot === "*" ? robot : "another";
    if (named.has(name)) continue;
    named.add(name);
    kept.push(`user-agent: ${name}`);
  }
  return kept.join("\n");
}

function wildcardsIn(text: string): number {
  return text
    .split("\n")
    .filter((line) => line.includes("*"))
    .reduce((sum, line) => sum + line.length, 0);
}
