import type {Block, Flag, Stretch} from "../world/index.ts";
import {articleReach} from "./article-reach.ts";
import {echo, marks, signs} from "./residue-patterns.ts";
import {trimStretch} from "./text-lines.ts";

const sentences = new Intl.Segmenter("en", {granularity: "sentence"});
/** Residue speaks to somebody, hands something over, or stands in brackets; most paragraphs do none of it. */
const hint =
  /\b(?:I|[Mm]e|[Mm]y|[Yy]ou|[Hh]ere|AI|saya|language model|ChatGPT)\b|[[【]|citeturn|[Хх]отите|[Кк]ак /u;
const quoted = /“[^“”]{0,2000}”|"[^"]{0,2000}"|«[^«»]{0,2000}»/gu;
/** A story about a chatbot names one and tells what it said. */
const namesChatbot =
  /\b(?:chatbot|ChatGPT|GPT-\d|Gemini|Copilot|DeepSeek|Grok|the (?:large )?(?:language|AI) model|the (?:AI )?assistant)\b/iu;
const tellsSpeech =
  /\b(?:said|says|repl(?:y|ies|ied)|answer(?:s|ed)|respond(?:s|ed)|wrote|writes|told|printed|displayed|generated)\b/iu;

/**
 * What a chatbot left in the text: sentences that speak to the person who asked, unfilled placeholders, citation marks. Words in
 * quotation marks, in quoted blocks, and in paragraphs that tell what a chatbot said are a story about chatbots, not residue.
 */
export function findMachineResidue(text: string, blocks: readonly Block[]): Flag[] {
  return blocks
    .filter(({kind, end}) => kind !== "quote" && kind !== "table" && end <= articleReach)
    .flatMap((block) => residueIn(text, block));
}

function residueIn(text: string, block: Block): Flag[] {
  const whole = text.slice(block.start, block.end);
  if (!hint.test(whole) || (namesChatbot.test(whole) && tellsSpeech.test(whole))) return [];
  const unquoted = whole.replace(quoted, (words) => " ".repeat(words.length));
  const found = markedSentences(unquoted);
  const alone = markedWords(unquoted).filter(
    ({start, end}) => !found.some((one) => one.start < end && start < one.end),
  );
  return [...alone, ...found].map(({start, end, because}) => ({
    kind: "machine-residue",
    start: block.start + start,
    end: block.start + end,
    note: `a machine's leftover: it ${because}`,
  }));
}

type Residue = Stretch & {readonly because: string};

function markedWords(words: string): Residue[] {
  return marks.flatMap(({words: pattern, because}) =>
    [...words.matchAll(pattern)].map(({index, 0: match}) => ({
      start: index,
      end: index + match.length,
      because,
    })),
  );
}

/** Runs of sentences that are signs or echoes, with one sign at least. */
function markedSentences(words: string): Residue[] {
  const found: Residue[] = [];
  let run: (Stretch & {readonly because: string | null})[] = [];
  const close = () => {
    const reasons = new Set(run.flatMap(({because}) => because ?? []));
    const [first, last] = [run[0], run.at(-1)];
    if (reasons.size > 0 && first !== undefined && last !== undefined)
      found.push({start: first.start, end: last.end, because: [...reasons].join(", and ")});
    run = [];
  };
  for (const {segment, index} of sentences.segment(words)) {
    const sentence = trimStretch(words, index, index + segment.length);
    const sign = signs.find((pattern) => pattern.words.test(sentence.text));
    if (sign !== undefined) run.push({...sentence, because: sign.because});
    else if (echo.test(sentence.text)) run.push({...sentence, because: null});
    else close();
  }
  close();
  return found;
}
