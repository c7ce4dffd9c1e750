import type {Block, Flag, Stretch} from "../world/index.ts";
import {articleReach} from "./article-reach.ts";

interface ResiduePattern {
  readonly words: RegExp;
  /** Why these words are a machine's and not a writer's. */
  readonly because: string;
  /** A sign alone marks its sentence; an echo does so only beside a sign ("Just let me know!"). */
  readonly weight: "sign" | "echo";
  /** Whether the whole sentence is residue, or only the words. */
  readonly covers: "sentence" | "words";
}

const work =
  "(?:content|text|article|draft|piece|post|version|summary|report|tone|format|outline|table|it|this)";
const offer =
  "(?:help|enhance|format|rewrite|rephrase|revise|summari[sz]e|shorten|expand|adjust|refine|polish|tailor|translate|turn|convert|add|change|tweak|edit)";

/** What chatbots leave behind when their answer is pasted whole. Each pattern speaks to the person who asked, of the text itself. */
const patterns: readonly ResiduePattern[] = [
  {
    words: new RegExp(
      String.raw`\b(?:I can(?: also)?|I could(?: also)?|I(?:['’]d| would) be (?:happy|glad) to|[Ww]ould you like me to|[Ss]hall I|[Dd]o you want me to)\b.{0,60}\b${offer}\b.{0,60}\b${work}\b`,
      "u",
    ),
    because: "offers the person who asked more work on the text",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /\b[Aa]s an? (?:AI|artificial intelligence|large language)(?: language)?(?: model| assistant)?\b,? I\b/u,
    because: "speaks as a language model",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /\b(?:my (?:knowledge|training)(?: data)? (?:cut-?off|only goes)|[Aa]s of my (?:last|latest) (?:knowledge )?(?:update|training))\b/u,
    because: "speaks of a model's training",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /\bI(?:['’]m sorry, but I)? (?:cannot|can['’]t|am unable to|do not have|don['’]t have) (?:access|browse|assist|fulfil|provide|the ability)\b.{0,40}\b(?:real-time|internet|request|browsing|current|up-to-date)\b/u,
    because: "tells what a model can't do",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /^(?:Certainly|Sure|Of course|Absolutely|Great question)[!,.] (?:[Hh]ere(?:['’]s| is| are)|I(?:['’]ve| have|['’]ll))\b/u,
    because: "answers a request",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /^[Hh]ere(?:['’]s| is) (?:the|a|an|your|my) (?:[\p{L}-]{2,20},? ){0,4}(?:rewritten|revised|rephrased|updated|expanded|polished|improved|shortened|paraphrased|formatted|edited)\b.{0,80}[:.]$/u,
    because: "hands over a text that was asked for",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /\bI hope (?:this|the|that) (?:draft|article|version|response|summary|rewrite|content|revision)\b.{0,40}\b(?:help|helps|helpful|useful|meets|works|suits)\b/u,
    because: "hands over a text that was asked for",
    weight: "sign",
    covers: "sentence",
  },
  {
    words: new RegExp(
      String.raw`\b[Ll]et me know if (?:you(?:['’]d| would) like|you (?:need|want)|there(?:['’]s| is) any)\b.{0,60}\b(?:${offer}|changes|adjustments|revisions|version|else|further|more)\b`,
      "u",
    ),
    because: "asks the person who asked for more wishes",
    weight: "sign",
    covers: "sentence",
  },
  {
    words:
      /\[(?:[Ii]nsert|[Aa]dd|[Yy]our|[Ii]nclude|[Pp]laceholder|[Ff]ill in|INSERT|YOUR)(?: [^\]\n]{1,60})?\]/u,
    because: "is a placeholder that nobody filled in",
    weight: "sign",
    covers: "words",
  },
  {
    words:
      /:contentReference\[oaicite:\d+\](?:\{[^}\n]{0,40}\})?|【\d+†[^】\n]{0,40}】|\bciteturn\d+\w{1,20}|\boaicite\b/u,
    because: "is a chatbot's citation mark",
    weight: "sign",
    covers: "words",
  },
  {
    words: /^(?:Certainly|Sure|Of course|Absolutely|Great question)[!.]$/u,
    because: "goes with it",
    weight: "echo",
    covers: "sentence",
  },
  {
    words:
      /\b(?:[Jj]ust let me know|[Ll]et me know|[Ff]eel free to (?:ask|reach out)|[Hh]ope this helps|[Ii]f you['’]d like|[Ww]ould you like)\b/u,
    because: "goes with it",
    weight: "echo",
    covers: "sentence",
  },
];

const sentences = new Intl.Segmenter("en", {granularity: "sentence"});
/** A story about chatbots names one and quotes it. */
const aboutChatbots =
  /\b(?:chatbot|ChatGPT|GPT-\d|Gemini|Copilot|Claude|DeepSeek|Grok|language model|AI assistant)\b/iu;
const tellsSpeech =
  /\b(?:said|says|replied|reply|replies|answered|answers|responded|responds|wrote|writes|told|asked|printed|displayed|generated)\b/iu;

/**
 * Sentences that a chatbot left in the text. Words inside quotation marks, in quoted blocks, and in paragraphs that tell what a
 * chatbot said are a story about chatbots, not residue. Known approximation: English only.
 */
export function findMachineResidue(text: string, blocks: readonly Block[]): Flag[] {
  return blocks
    .filter(({kind, end}) => kind !== "quote" && kind !== "table" && end <= articleReach)
    .flatMap((block) => residueIn(text, block));
}

function residueIn(text: string, block: Block): Flag[] {
  const whole = text.slice(block.start, block.end);
  if (!patterns.some(({words, weight}) => weight === "sign" && words.test(whole))) {
    // A pattern that begins a sentence is tried on each sentence below; most blocks have none of its words.
    if (
      !/\b(?:Certainly|Sure|Of course|Absolutely|Great question|Here(?:['’]s| is))\b/u.test(whole)
    )
      return [];
  }
  if (aboutChatbots.test(whole) && tellsSpeech.test(whole)) return [];
  const marks = sentenceMarks(whole);
  const flags: Flag[] = [];
  for (let i = 0; i < marks.length; i++) {
    const run = runFrom(marks, i);
    if (run.length === 0) continue;
    i += run.length - 1;
    const signs = run.filter(({pattern}) => pattern?.weight === "sign");
    const [first, last] = [run[0], run.at(-1)];
    if (signs.length === 0 || first === undefined || last === undefined) continue;
    const reasons = [...new Set(signs.map(({pattern}) => pattern?.because))];
    flags.push({
      kind: "machine-residue",
      start: block.start + first.start,
      end: block.start + last.end,
      note: `a machine's leftover: it ${reasons.join(", and ")}`,
    });
  }
  return flags;
}

interface Mark extends Stretch {
  readonly pattern: ResiduePattern | null;
}

function runFrom(marks: readonly Mark[], from: number): Mark[] {
  const run: Mark[] = [];
  for (let i = from; marks[i]?.pattern != null; i++) {
    const mark = marks[i] as Mark;
    if (mark.pattern?.covers === "words" && run.length > 0) break;
    run.push(mark);
    if (mark.pattern?.covers === "words") break;
  }
  return run;
}

function sentenceMarks(block: string): Mark[] {
  return [...sentences.segment(block)].map(({segment, index}): Mark => {
    const sentence = segment.trim();
    const start = index + segment.indexOf(sentence);
    const unquoted = sentence.replace(
      /“[^“”]{0,2000}”|"[^"]{0,2000}"|«[^«»]{0,2000}»/gu,
      (quoted) => " ".repeat(quoted.length),
    );
    for (const pattern of patterns) {
      const match = pattern.words.exec(unquoted);
      if (match === null) continue;
      return pattern.covers === "sentence"
        ? {start, end: start + sentence.length, pattern}
        : {start: start + match.index, end: start + match.index + match[0].length, pattern};
    }
    return {start, end: start + sentence.length, pattern: null};
  });
}
