import type {Article, Block, Stretch, Table} from "../../api/index.ts";
import {ScrollRegion} from "../scroll-region.tsx";
import {type Mark, markSegments} from "../shape/mark-segments.ts";

export interface ArticleBlockProps {
  readonly article: Article;
  readonly block: Block;
  readonly marks: readonly Mark[];
}

/** A block of an article as it stands, with some of its characters marked. */
export function ArticleBlock({article, block, marks}: ArticleBlockProps) {
  const table =
    block.kind === "table"
      ? article.tables.find((one) => one.start < block.end && one.end > block.start)
      : undefined;
  if (table) return <ArticleTable article={article} table={table} marks={marks} />;
  const text = <Marked article={article} within={block} marks={marks} />;
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
  marks,
}: {
  readonly article: Article;
  readonly within: Stretch;
  readonly marks: readonly Mark[];
}) {
  return markSegments(article.text, within, marks).map(({start, text, marked, part}) =>
    marked ? (
      <mark key={start} className={part === null ? undefined : `told-part ${part}`}>
        {text}
      </mark>
    ) : (
      <span key={start}>{text}</span>
    ),
  );
}

function ArticleTable({
  article,
  table,
  marks,
}: {
  readonly article: Article;
  readonly table: Table;
  readonly marks: readonly Mark[];
}) {
  return (
    <ScrollRegion className="scrolls" label="Table of the article">
      <table className="article-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.start} scope="col">
                <Marked article={article} within={column} marks={marks} />
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
                    <Marked article={article} within={cell} marks={marks} />
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
