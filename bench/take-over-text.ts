import type {StandardDraws} from "../src/math/index.ts";

/** What papers put around a text: `bench/data/syndication/parts.yaml`. */
export interface Parts {
  readonly papers: readonly Paper[];
  readonly headers: readonly {readonly language: string; readonly text: string}[];
  readonly titles: readonly string[];
  readonly edits: readonly (readonly [from: string, to: string])[];
}

export interface Paper {
  readonly name: string;
  /** What stands above and below each of its articles. */
  readonly around: readonly string[];
  /** Paragraphs of its own, before or after the wire's. */
  readonly intro: string;
  readonly appendix: string;
}

/** What a paper does with a wire's text; "+" joins what it does at once. */
export const waysOfTaking = [
  "cut",
  "retitled",
  "appended",
  "intro",
  "header",
  "edited",
  "credit",
  "around",
  "cut+intro",
  "edited+around",
  "edited+appended",
  "cut+credit+around",
  "rewritten+intro",
  "cut+rewritten+around",
] as const;
export type WaysOfTaking = (typeof waysOfTaking)[number];

interface Wire {
  readonly outlet: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** The wire's text as a paper prints it in one of the ways. */
export function varied(
  wire: Wire,
  way: WaysOfTaking,
  paper: Paper,
  parts: Parts,
  random: StandardDraws,
): {title: string; text: string; credited: boolean} {
  const pick = <One>(all: readonly One[]) => all[Math.floor(random.uniform() * all.length)] as One;
  let paragraphs = wire.text.trim().split(/\n\s*\n/);
  let {title} = wire;
  let credited = false;
  for (const step of way.split("+")) {
    if (step === "cut") paragraphs = cut(paragraphs, random);
    if (step === "retitled") title = pick(parts.titles);
    if (step === "appended") paragraphs.push(paper.appendix);
    if (step === "intro") paragraphs.unshift(paper.intro);
    if (step === "header")
      paragraphs.unshift(
        pick(parts.headers.filter(({language}) => language !== wire.language)).text,
      );
    if (step === "edited") paragraphs = edited(paragraphs, parts.edits, 0.5, random);
    if (step === "rewritten") paragraphs = edited(paragraphs, parts.edits, 1, random).reverse();
    if (step === "credit") {
      credited = true;
      paragraphs = [...withoutDateline(paragraphs), `(${wire.outlet})`];
    }
    if (step === "around")
      paragraphs = [paper.around[0] ?? "", ...paragraphs, paper.around[1] ?? ""];
  }
  return {title, text: paragraphs.join("\n\n"), credited};
}

/** From a third to two thirds of the paragraphs stay, from the beginning. */
function cut(paragraphs: readonly string[], random: StandardDraws): string[] {
  const share = (1 + random.uniform()) / 3;
  return paragraphs.slice(0, Math.max(1, Math.round(share * paragraphs.length)));
}

/** Some of the words that the list knows are changed; the dateline goes, and one sentence of the rest with it. */
function edited(
  paragraphs: readonly string[],
  edits: Parts["edits"],
  share: number,
  random: StandardDraws,
): string[] {
  const chosen = new Map(edits.filter(() => random.uniform() < share));
  const words = new RegExp(`\\b(?:${[...chosen.keys()].join("|")})\\b`, "g");
  const changed = withoutDateline(paragraphs).map((one) =>
    chosen.size === 0 ? one : one.replace(words, (word) => chosen.get(word) ?? word),
  );
  const at = 1 + Math.floor(random.uniform() * (changed.length - 1));
  return changed.map((one, place) =>
    place === at ? one.replace(/^.*?[.。!?](?:\s|(?<=。))/u, "") : one,
  );
}

function withoutDateline([first = "", ...rest]: readonly string[]): string[] {
  return [first.replace(/^\p{L}[\p{L} ]{1,30}(?: - |讯：)/u, ""), ...rest];
}
