#!/usr/bin/env node
import {createProgram} from "./create-program.ts";
import {tellError} from "./tell-error.ts";

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = tellError(error);
}
