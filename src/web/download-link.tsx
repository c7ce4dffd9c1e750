import {apiPath} from "./ask-api.ts";
import {usePage} from "./page-context.ts";

export interface DownloadLinkProps {
  readonly table: "moves" | "stakes" | "options" | "series" | "verdicts";
}

/** The whole table as CSV, as of the page's day. */
export function DownloadLink({table}: DownloadLinkProps) {
  const {answer} = usePage();
  return (
    <p className="download">
      <a href={apiPath(`/api/export/${table}.csv`, {asOf: answer.asOf})} download>
        {table}.csv
      </a>
    </p>
  );
}
