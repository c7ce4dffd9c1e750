/** `npm run -s demarche -- <command>`: the command line from a clone, built first if it is not. */
import {build} from "./build.mjs";

const [command] = process.argv.slice(2);
build("code");
if (command === "serve") build("web");
await import("../dist/cli/main.js");
