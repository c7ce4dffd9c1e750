import {writeFileSync} from "node:fs";
import {briefHtml, briefMarkdown} from "../../briefs/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";

/** The brief as Markdown or HTML, to stdout or a file. */
export function brief(
  options: CommonOptions & {format: "md" | "html"; out?: string},
): Promise<void> {
  return inHouse(options, async (house) => {
    const answer = await workOut(house);
    const text =
      options.format === "html"
        ? briefHtml(answer, house.reference)
        : briefMarkdown(answer, house.reference);
    if (options.json === true) printJson({asOf: house.asOf, format: options.format, text});
    else if (options.out === undefined) process.stdout.write(text);
    else {
      writeFileSync(options.out, text);
      console.error(`brief written: ${options.out}`);
    }
  });
}
