import { stringify } from "csv-stringify/sync";
import { done, type Outcome, refused } from "~/domain/outcome";
import { safeCell } from "./bare-table.server";
import { markPagesApart } from "./page-work.server";

type Copy = {
  mediaType: string;
  bytes: Uint8Array;
  /** Whose copy it is. */
  lines: string[];
};

/** A copy with its reader's name: across every page, or as the first line of a text. */
export async function markCopy({ mediaType, bytes, lines }: Copy): Promise<Outcome<Uint8Array>> {
  if (mediaType === "application/pdf") {
    const marked = await markPagesApart({ bytes, lines });
    return marked ? done(marked) : refused("file_unreadable");
  }
  const text = new TextDecoder("utf-8").decode(bytes);
  const line = lines.join(" · ");
  const first =
    mediaType === "text/csv" ? stringify([[safeCell(line)]], { record_delimiter: "\r\n" }) : `${line}\n\n`;
  return done(Buffer.from(`\uFEFF${first}${text}`));
}
