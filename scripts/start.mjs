/** `npm start`: builds what is not built, prints the three tables, then serves the page until Ctrl-C. */
import {build} from "./build.mjs";

build("code");
build("web");
// What follows `npm start --` goes to serve: `npm start -- --port 8080`.
process.argv.splice(2, 0, "serve", "--print");
await import("../dist/cli/main.js");
