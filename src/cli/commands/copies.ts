import {type CopiesKnown, copiesKnown} from "../../pipeline/index.ts";
import {isGap} from "../../world/index.ts";
import {type CommonOptions, inHouse} from "../house.ts";
import {printJson, printTable} from "../print.ts";
import {wholeNumber} from "../whole-number.ts";

/** Who copies whom: each source with its share of copies, and each copy with what it was made from. */
export function copies(options: CommonOptions & {readonly limit: string}): Promise<void> {
  const limit = wholeNumber("--limit", options.limit);
  return inHouse(options, async ({ledger, reference, asOf}) => {
    const known = await copiesKnown(ledger, reference, asOf);
    if (options.json === true) return printJson(known);
    printSources(known);
    printCopies(known, limit);
  });
}

const unknown = "(not known)";
const percent = (share: number) => `${Math.round(100 * share)} %`;

function printSources({sources}: CopiesKnown): void {
  printTable(
    ["source", "owner", "articles", "copies", "share", "copied from", "copied by others"],
    sources.map(({source, owner, articles, copies: made, share, from, copiedBy}) => [
      source ?? unknown,
      owner ?? "",
      String(articles),
      String(made),
      percent(share),
      from.map(({source: other, count}) => `${other ?? unknown} ${count}`).join(", "),
      String(copiedBy),
    ]),
  );
  process.stdout.write("\n");
}

function printCopies({clusters, compared, articles, recipe}: CopiesKnown, limit: number): void {
  const outletOf = (id: string) => {
    const outlet = articles[id]?.outlet;
    return outlet === undefined || isGap(outlet) ? (articles[id]?.origin ?? unknown) : outlet;
  };
  const titleOf = (id: string) => {
    const title = articles[id]?.title;
    return title === undefined || isGap(title) ? "(no title)" : title;
  };
  const edges = clusters.flatMap((cluster) => cluster.edges);
  if (edges.length > 0)
    printTable(
      ["copy", "by", "of", "by", "kind", "share", "hours", "credits", "title"],
      edges
        .slice(0, limit)
        .map(({copy, of, kind, shared, hours, credited}) => [
          copy.slice(0, 8),
          outletOf(copy),
          of.slice(0, 8),
          outletOf(of),
          kind,
          percent(shared),
          hours === null ? "undated" : String(hours),
          credited ?? "",
          titleOf(copy),
        ]),
      40,
    );
  const within = clusters.reduce((sum, one) => sum + one.articles.length, 0);
  process.stdout.write(
    `${Math.min(limit, edges.length)} of ${edges.length} copies; ${within} of ${compared} articles are ${clusters.length} ${clusters.length === 1 ? "text" : "texts"} (${recipe.id}@${recipe.version})\n`,
  );
}
