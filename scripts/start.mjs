/** `npm start`: builds what is not built, prints the three tables, then serves the page until Ctrl-C. */
import {build} from "./build.mjs";

build("code");
build("web");
process.argv.push("serve", "--print");
await import("../dist/cli/main.js");
