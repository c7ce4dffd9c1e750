#!/usr/bin/env node
import {createProgram} from "./create-program.ts";
import {exitCodes, tellError} from "./tell-error.ts";

// `demarche moves | head` closes our output early: that is the reader's right, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.ok : tellError(error));
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = tellError(error);
}
