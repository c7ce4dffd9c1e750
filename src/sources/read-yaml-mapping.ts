import {parseDocument} from "yaml";
import {InputError} from "./input-error.ts";

/**
 * What a YAML file of keys holds, unchecked.
 *
 * @param origin the file's name, for the message.
 * @param what the noun for what the file is: "watch".
 * @param whatToDo what such a file has, for the message.
 * @throws InputError with one line, when it is empty, no YAML or no mapping of keys.
 */
export function readYamlMapping(
  text: string,
  origin: string,
  what: string,
  whatToDo: string,
): unknown {
  if (text.trim() === "") throw new InputError(`${origin}: the ${what} is empty`, whatToDo);
  const document = parseDocument(text, {prettyErrors: true});
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line;
    const why = fault.message.split("\n")[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? "";
    const at = line === undefined ? "" : `line ${line}: `;
    throw new InputError(`${origin}: ${at}${why}`, whatToDo, {cause: fault});
  }
  const value: unknown = document.toJS({maxAliasCount: 10});
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(`${origin}: the ${what} is no mapping of keys`, whatToDo);
  return value;
}
