import {InputError} from "../sources/index.ts";

/** @throws InputError when what was written behind an option is no whole number from 1 on. */
export function wholeNumber(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new InputError(`${option} "${written}" is no count`, "write a whole number from 1");
  return number;
}
