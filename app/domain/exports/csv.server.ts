import { stringify } from "csv-stringify/sync";

/** UTF-8 with a byte-order mark, the columns named in the first row; no cell can start a formula in a spreadsheet. */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: Record<Column, string>[],
): string =>
  stringify(rows, {
    header: true,
    columns: [...columns],
    bom: true,
    escape_formulas: true,
    record_delimiter: "\r\n",
  });
