import type { ReactNode } from "react";

type Column<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Names the row. */
  rowHead?: boolean;
  number?: boolean;
};
type Props<Row> = {
  caption?: ReactNode;
  /** Hides the caption from sight where the heading says the same. */
  quietCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
};

/** At 320 px each row becomes a stack in which every cell carries its column's name. */
export function Table<Row>({ caption, quietCaption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="table">
      {caption && <caption className={quietCaption ? "visually-hidden" : undefined}>{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ id, head, number }) => (
            <th key={id} scope="col" data-number={number || undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ id, head, cell, rowHead, number }) => {
              const Cell = rowHead ? "th" : "td";
              return (
                <Cell key={id} scope={rowHead ? "row" : undefined} data-number={number || undefined}>
                  <span className="cell-name" aria-hidden="true">
                    {head}
                  </span>
                  <span>{cell(row)}</span>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
