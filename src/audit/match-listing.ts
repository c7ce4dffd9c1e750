import type {ListedParty} from "../world/index.ts";
import type {Claim, Finding, Matcher} from "./claim.ts";
import {datasetRows} from "./dataset-rows.ts";
import {isOpen, type Period} from "./read-period.ts";
import {wholeFinding} from "./whole-finding.ts";

/** Words by which a text says that somebody stands on a list: only then are the lists read. */
export const listing =
  /\b(?:sanctions? lists?|SDN|specially designated|blacklist\w*|sanctioned|sanctions on|designated)\b/i;
const american = /\b(?:US|U\.S\.|USA|United States|America\w*|Washington|OFAC|Treasury)(?!\p{L})/u;
const steps =
  /\b(?:put|placed|added|sanctioned|blacklisted|designated|listed|imposed sanctions on)\b/i;
const state = /\b(?:is|was|were|are|been|stood|stands|remained)\b.{0,12}\b(?:on|under)\b/i;
const taken = /\b(?:not|never|removed|taken off|delisted|lifted|no longer)\b/i;

/** A name as a text writes it: a run of capitalised words. */
const capitals = /\b\p{Lu}[\p{L}\d.&-]*(?:\s+\p{Lu}[\p{L}\d.&-]*)*/gu;
/** A shorter name is borne by too many: in letters. And one that so many entries bear is no one's. */
const shortest = 5;
const mostBearers = 60;

/**
 * "Sberbank has been on the US sanctions list since April 2022": held against the list as it was day by day. That nobody of
 * that name is on it proves nothing, for a list spells names in its own way: it can only support.
 */
export const matchListing: Matcher = (claim, known) => {
  const {text, period} = claim;
  if (!listing.test(text) || !american.test(text) || taken.test(text)) return [];
  if (period?.by !== "claim") return [];
  const since = isOpen(text, period) && /\bsince\b/i.test(text);
  if (isOpen(text, period) && !since) return [];
  const began = since || steps.test(text);
  if (!began && !state.test(text)) return [];
  const sdn = known.listed.filter(({dataset}) => dataset === "ofac-sdn");
  const days = sdn.flatMap(({from}) => (from === null ? [] : [from])).sort();
  const [oldest] = days;
  for (const name of namesIn(claim)) {
    const bearers = sdn.filter((party) => bears(party, name));
    if (bearers.length === 0 || bearers.length > mostBearers) continue;
    const then = bearers.filter((party) => fits(party, period, began, oldest));
    return [told(claim, name, bearers, then)];
  }
  return [];
};

function fits(
  {from, to}: ListedParty,
  period: Period,
  began: boolean,
  oldest: string | undefined,
): boolean {
  if (from === null) return false;
  // What the oldest edition that we hold already has, was put on at some time before.
  if (began) return from !== oldest && period.from <= from && from <= period.to;
  return from <= period.from && (to === null || to >= period.to);
}

function told(
  claim: Claim,
  name: string,
  bearers: readonly ListedParty[],
  then: readonly ListedParty[],
): Finding {
  const shown = then.length > 0 ? then : bearers;
  const names = shown
    .slice(0, 3)
    .map(
      (one) =>
        `${one.name} (${one.programmes}), ${one.from ?? "day unknown"} to ${one.to ?? "the newest edition"}`,
    );
  const quote = `names with ${name} on the list of specially designated nationals, with the first and the last edition that has them: ${names.join("; ")}${shown.length > 3 ? `; and ${shown.length - 3} more` : ""}`;
  const evidence = datasetRows({
    dataset: "ofac-sdn",
    where: [{column: "row", in: shown.map(({row}) => row)}],
    count: shown.length,
    quote: `${quote}.`,
    vintage: (shown[0]?.from ?? "").slice(0, 7),
    states: [...claim.about],
  });
  const find = wholeFinding(
    claim,
    `the notice of the US Treasury that names ${name}, with its day`,
  );
  return then.length > 0
    ? find("supported", `${quote}.`, [evidence])
    : find("not tested", `${quote}; none of them fits the time that the claim names.`, [evidence]);
}

/** Names of bodies and people, no state's and no month's, the longest first. */
function namesIn({text, mentions}: Claim): string[] {
  const isParty = (start: number, end: number) =>
    mentions.some(
      ({kind, ...one}) =>
        kind !== "body" && kind !== "person" && one.start < end && start < one.end,
    );
  return [...text.matchAll(capitals)]
    .filter(({index, 0: words}) => !isParty(index, index + words.length))
    .map(({0: words}) => words.replace(/^(?:The|A|In|On)\s+/u, ""))
    .filter((words) => words.replaceAll(/[^\p{L}]/gu, "").length >= shortest)
    .filter(
      (words) =>
        !/^(?:January|February|March|April|May|June|July|August|September|October|November|December|Treasury|OFAC|SDN|Executive Order)\b/.test(
          words,
        ),
    )
    .sort((a, b) => b.length - a.length);
}

const plain = (words: string) =>
  ` ${words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const bears = ({name, aliases}: ListedParty, words: string): boolean =>
  [name, ...aliases].some((one) => plain(one).includes(plain(words)));
