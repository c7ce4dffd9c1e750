import type {Article, Block, Stretch, Table} from "../../api/index.ts";
import {ScrollRegion} from "../scroll-region.tsx";
import {markSegments} from "../shape/mark-segments.ts";

export interface ArticleBlockProps {
  readonly article: Article;
  readonly block: Block;
  readonly mark: Stretch;
}

/** A block of an article as it stands, with the cited characters marked. */
export function ArticleBlock({article, block, mark}: ArticleBlockProps) {
  const table =
    block.kind === "table"
      ? article.tables.find((one) => one.start < block.end && one.end > block.start)
      : undefined;
  if (table) return <ArticleTable article={article} table={table} mark={mark} />;
  const text = <Marked article={article} within={block} mark={mark} />;
  switch (block.kind) {
    case "heading":
      return <p className="article-heading">{text}</p>;
    case "quote":
      return <blockquote>{text}</blockquote>;
    case "list-item":
      return <p className="article-item">{text}</p>;
    default:
      return <p>{text}</p>;
  }
}

function Marked({
  article,
  within,
  mark,
}: {
  readonly article: Article;
  readonly within: Stretch;
  readonly mark: Stretch;
}) {
  return markSegments(article.text, within, [mark]).map(({start, text, marked}) =>
    marked ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
  );
}

function ArticleTable({
  article,
  table,
  mark,
}: {
  readonly article: Article;
  readonly table: Table;
  readonly mark: Stretch;
}) {
  return (
    <ScrollRegion className="scrolls" label="Table of the article">
      <table className="article-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.start} scope="col">
                <Marked article={article} within={column} mark={mark} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a read article never change their order.
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={table.columns[column]?.start ?? column}>
                  {"kind" in cell ? (
                    <span className="missing">{cell.why}</span>
                  ) : (
                    <Marked article={article} within={cell} mark={mark} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.repairs.map((repair) => (
        <p className="fine" key={repair}>
          Mended: {repair}
        </p>
      ))}
    </ScrollRegion>
  );
}
