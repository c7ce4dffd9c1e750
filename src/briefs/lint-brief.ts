import {nothing} from "./compose-brief.ts";

/** Terms of likelihood: the seven bands of ICD 203 (both columns of its table), and the nouns that measure them. */
const likelihood =
  /\b(almost no chance|remote(ly)?|(very |highly )?(un)?likely|(highly )?(im)?probabl[ey]|roughly even (chance|odds)|(almost|nearly) certain(ly)?|likelihood|probability)\b/i;
/** Confidence in a judgement; confidence-building measures and statistical confidence intervals are other things. */
const confidence =
  /\bconfiden(ce|t|tly)\b(?![- ]building)(?! intervals?\b)(?! and security[- ]building)/i;

/**
 * Reads a brief in Markdown back and says what is wrong with it, one line a fault: a sentence that holds both a
 * likelihood and a confidence (ICD 203 keeps them apart), a table cell without a footnote, a footnote mark without a
 * note, a note that nothing cites. Quoted words (“…”) and notes are others' sentences and are not weighed.
 */
export function lintBrief(markdown: string): string[] {
  const lines = markdown.split("\n");
  const isNote = (line: string) => /^\[\^[^\]]+\]:/.test(line);
  const body = lines.filter((line) => !isNote(line));
  return [
    ...mixedSentences(body),
    ...uncitedCells(body),
    ...danglingNotes(body, lines.filter(isNote)),
  ];
}

function mixedSentences(body: readonly string[]): string[] {
  return body
    .flatMap((line) =>
      line.startsWith("|") ? cellsOf(line).flatMap((cell) => cell.split("<br>")) : [line],
    )
    .flatMap((line) => line.replaceAll(/“[^”]*”/g, "“”").split(/(?<=[.!?])(?:\[\^[^\]]+\])*\s+/))
    .filter((sentence) => likelihood.test(sentence) && confidence.test(sentence))
    .map((sentence) => `likelihood and confidence in one sentence: ${sentence.trim()}`);
}

/** Cells of a table line; an escaped pipe is text. */
function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)(?:\\\\)*\|/);
  return cells.slice(1, -1).map((cell) => cell.trim());
}

function uncitedCells(body: readonly string[]): string[] {
  const faults: string[] = [];
  body.forEach((line, index) => {
    if (!line.startsWith("|")) return;
    const rule = (text: string | undefined) => /^\|(\s*:?-+:?\s*\|)+$/.test(text ?? "");
    if (rule(line) || rule(body[index + 1])) return;
    for (const part of cellsOf(line)
      .slice(1)
      .flatMap((cell) => cell.split("<br>")))
      if (part !== nothing && !/(?<!\\)\[\^[^\]]+\]$/.test(part))
        faults.push(`table cell without a footnote: ${part}`);
  });
  return faults;
}

function danglingNotes(body: readonly string[], notes: readonly string[]): string[] {
  const cited = new Set(
    body.flatMap((line) => [...line.matchAll(/(?<!\\)\[\^([^\]]+)\]/g)].map(([, id]) => id)),
  );
  const defined = notes.map((line) => /^\[\^([^\]]+)\]:/.exec(line)?.[1]);
  return [
    ...[...cited].filter((id) => !defined.includes(id)).map((id) => `footnote ${id} leads nowhere`),
    ...defined.filter((id) => !cited.has(id)).map((id) => `note ${id} is cited by nothing`),
    ...defined
      .filter((id, index) => defined.indexOf(id) !== index)
      .map((id) => `note ${id} stands twice`),
  ];
}
