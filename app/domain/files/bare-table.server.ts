import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** The same cells, none of which starts a formula in a spreadsheet; undefined for what is no table. */
export function bareTable(text: string): string | undefined {
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      relax_quotes: true,
    });
    return stringify(
      rows.map((row) => row.map(safeCell)),
      { record_delimiter: "\r\n" },
    );
  } catch {
    return undefined;
  }
}

const isFigure = (cell: string) => /^[+-]?[$]?\d[\d.,\s]*%?$/.test(cell);

export const safeCell = (cell: string) => (/^[=+\-@\t\r]/.test(cell) && !isFigure(cell) ? `'${cell}` : cell);
