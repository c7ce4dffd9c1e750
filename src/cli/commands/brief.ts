import {briefHtml, briefMarkdown} from "../../briefs/index.ts";
import {type CommonOptions, inHouse, workOut} from "../house.ts";
import {printJson} from "../print.ts";
import {writeText} from "../write-text.ts";

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
    else writeText(text, options.out, "brief");
  });
}
