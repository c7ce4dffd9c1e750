import {apiPath} from "./ask-api.ts";
import {usePage} from "./page-context.ts";

/** The papers that can be taken away, and what made this page. */
export function PageFoot() {
  const {answer} = usePage();
  const brief = (format: "html" | "md") => apiPath("/api/brief", {format, asOf: answer.asOf});
  return (
    <footer className="foot">
      <p>
        <a href={brief("html")}>The brief, two pages to print</a>
        {" · "}
        <a href={brief("md")} download>
          the brief as Markdown
        </a>
        {" · "}
        <a href="/api/openapi.json">the API</a>
      </p>
      <p className="fine">
        Demarche {answer.version}, as of {answer.asOf}. The same day, ledger and version give the
        same answer.
      </p>
    </footer>
  );
}
