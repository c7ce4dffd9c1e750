/**
 * Codes sentences in a process of its own, and prints its peak of memory in MB:
 * `node code-alone.js <tsv with a column sentence>`. For the bench `coder-speed`.
 */
import {readReference} from "../src/cli/house.ts";
import {codeSentence} from "../src/coding/index.ts";
import {readRows} from "./coder.ts";

const [data = ""] = process.argv.slice(2);
const reference = readReference();
for (const {sentence} of readRows(data)) codeSentence(sentence, reference);
console.log(process.resourceUsage().maxRSS / 1000);
