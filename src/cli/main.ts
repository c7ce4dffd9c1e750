#!/usr/bin/env node
import {createProgram} from "./create-program.ts";
import {tellError} from "./tell-error.ts";

// `demarche moves | head` closes our output early: that is the reader's right, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = tellError(error);
}
