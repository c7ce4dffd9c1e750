import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import {seedOf, standardDraws} from "../src/math/index.ts";
import {type Article, day, gap, notLookedFor} from "../src/world/index.ts";
import {type Paper, type Parts, varied, type WaysOfTaking, waysOfTaking} from "./take-over-text.ts";

/** A text of the bench and the story of which it is a version; texts of their own are a story each. */
export interface SyndicatedText {
  readonly id: string;
  readonly story: string;
  readonly part: "dev" | "held-out";
  /** "wire", "by hand", "translation", a way of taking over, or, for texts of their own, "second", "other", "statement" and "digest". */
  readonly how: string;
  readonly language: string;
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly credit: string | null;
}

export interface Syndication {
  readonly texts: readonly SyndicatedText[];
  /** Ids of two texts about one event, or one pair of states and week, of which neither was made from the other. */
  readonly apart: readonly (readonly [string, string])[];
}

interface Told {
  readonly outlet: string;
  readonly day: string;
  readonly text: string;
}
interface Story extends Told {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly hand: string;
  readonly second: Told;
}
type About = Told & {readonly of: string; readonly language?: string; readonly credit?: string};

const storyFiles = ["stories-1.yaml", "stories-2.yaml", "stories-3.yaml", "stories-4.yaml"];
/** Ways of taking a story over that are drawn for it, beside the wire's own text and the one edited by hand. */
const [fewestWays, mostWays] = [4, 6];

/** Reads the folder and makes the versions: the same folder gives the same texts. Stories take turns between the parts. */
export function readSyndication(folder: string): Syndication {
  const read = <Rows>(file: string): Rows =>
    parse(readFileSync(join(folder, file), "utf8")) as Rows;
  const stories = storyFiles.flatMap((file) => read<Story[]>(file));
  const parts = read<Parts>("parts.yaml");
  const others = read<About[]>("others.yaml");
  const statements = read<About[]>("statements.yaml");
  const translations = read<About[]>("translations.yaml");
  const texts: SyndicatedText[] = [];
  const apart: [string, string][] = [];
  for (const [at, story] of stories.entries()) {
    const part = at % 2 === 0 ? "dev" : "held-out";
    const add = (how: string, told: Told, more: Partial<SyndicatedText> = {}) => {
      const id = `${story.id} ${how}`;
      texts.push({
        id,
        story: story.id,
        part,
        how,
        language: story.language,
        outlet: told.outlet,
        published: told.day,
        title: firstWords(told.text),
        text: told.text.trim(),
        credit: null,
        ...more,
      });
      return id;
    };
    const own = (how: string, told: Told) => add(how, told, {story: `${story.id} ${how}`});
    const wire = add("wire", story, {title: story.title});
    const papers = shuffled(parts.papers, story.id, "papers");
    const ways = shuffled(waysOfTaking, story.id, "ways").slice(0, waysFor(story.id));
    const paper = (place: number) => papers[place % papers.length] as Paper;
    add("by hand", {outlet: paper(0).name, day: later(story.day, 1), text: story.hand});
    for (const [place, way] of ways.entries())
      add(way, ...takenOver(story, way, paper(place + 1), parts));
    const second = own("second", story.second);
    apart.push([wire, second]);
    for (const [how, rows] of [["other", others] as const, ["statement", statements] as const])
      for (const told of rows.filter(({of}) => of === story.id)) {
        const id = own(how, told);
        apart.push([wire, id], [second, id]);
      }
    for (const told of translations.filter(({of}) => of === story.id))
      add("translation", told, {
        language: told.language ?? story.language,
        credit: told.credit ?? null,
      });
  }
  return {texts: [...texts, ...digests(stories, parts)], apart};
}

/** The heads of three stories of one part on one page: it is no version of any of them, and makes them no one story. */
function digests(stories: readonly Story[], parts: Parts): SyndicatedText[] {
  return stories.flatMap((first, at): SyndicatedText[] => {
    if (at % 6 > 1) return [];
    const told = [first, stories[at + 2], stories[at + 4]].filter((one) => one !== undefined);
    const paper = parts.papers[(at + 5) % parts.papers.length] as Paper;
    const heads = told.flatMap(({title, text}) => [
      title,
      ...text
        .trim()
        .split(/\n\s*\n/)
        .slice(0, 2),
    ]);
    return [
      {
        id: `${first.id} digest`,
        story: `${first.id} digest`,
        part: at % 2 === 0 ? "dev" : "held-out",
        how: "digest",
        language: first.language,
        outlet: paper.name,
        published: later(told.at(-1)?.day ?? first.day, 1),
        title: "The week in three stories",
        text: heads.join("\n\n"),
        credit: null,
      },
    ];
  });
}

function takenOver(
  story: Story,
  way: WaysOfTaking,
  paper: Paper,
  parts: Parts,
): [Told, Partial<SyndicatedText>] {
  const random = standardDraws(seedOf(story.id, way));
  const {title, text, credited} = varied(story, way, paper, parts, random);
  const told = {
    outlet: paper.name,
    day: later(story.day, Math.floor(random.uniform() * 4)),
    text,
  };
  return [told, {title, credit: credited ? story.outlet : null}];
}

function waysFor(id: string): number {
  const random = standardDraws(seedOf(id, "how many"));
  return fewestWays + Math.floor(random.uniform() * (mostWays - fewestWays + 1));
}

function shuffled<One>(all: readonly One[], ...words: string[]): One[] {
  const random = standardDraws(seedOf(...words));
  return all
    .map((one) => ({one, key: random.uniform()}))
    .sort((a, b) => a.key - b.key)
    .map(({one}) => one);
}

function later(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

function firstWords(text: string): string {
  return text.trim().split(/\s+/).slice(0, 10).join(" ");
}

/** A text as an article that has been read, with its credit as reading hands it on. */
export function articleOf(row: SyndicatedText): Article {
  const article: Article = {
    ...notLookedFor,
    id: row.id,
    captureSha256: row.id,
    origin: `bench:${row.id}`,
    title: row.title,
    text: row.text,
    language: row.language,
    published: day(row.published),
    recordedOn: day(row.published),
    outlet: row.outlet,
    author: gap("author", "the bench's texts have none", "an author"),
    cites: [],
    blocks: [],
    tables: [],
    flags: [],
    grade: {reliability: "C", credibility: 6, reasons: ["made for a bench"]},
    specimen: false,
  };
  return row.credit === null ? article : Object.assign(article, {credit: {name: row.credit}});
}
