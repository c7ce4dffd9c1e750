/** Marks of a line of a programming language that prose does not bear: braces, arrows, a statement's end or its keyword. */
const marks =
  /[{}]|=>|;\s*$|^\s*(?:import|export|const|let|var|function|return|def|class|#include|public|private)\b.*[(={;]/m;

/** Whether a passage is a program's source, which asserts nothing of states though it names them. */
export function isCode(text: string): boolean {
  return marks.test(text);
}
