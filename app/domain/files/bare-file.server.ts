import { done, type Outcome, refused } from "~/domain/outcome";
import { bareTable } from "./bare-table.server";
import { endingOf, kindOfFile } from "./file-kind.server";
import { barePagesApart } from "./page-work.server";
import { roomEndings } from "./room-file";

type Given = { name: string; bytes: Uint8Array };

/** `texts`: all words in it that can be read. */
export type BareFile = { mediaType: string; ending: string; bytes: Uint8Array; texts: string[] };

const mostTextMegabytes = 1;

/** What of a file can be shown in a room: what is seen of it, and nothing that says whose it is (decision 439). */
export async function bareFile({ name, bytes }: Given): Promise<Outcome<BareFile>> {
  if (["doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods"].includes(endingOf(name)))
    return refused("file_of_office");
  const kind = await kindOfFile(name, bytes, roomEndings);
  if (!kind.ok) return kind;
  const mediaType = kind.value;
  if (mediaType.startsWith("text/")) return bareText(bytes, mediaType);
  const pages = await barePagesApart({ mediaType, bytes });
  if (!pages) return refused("file_unreadable");
  return done({ mediaType: "application/pdf", ending: "pdf", ...pages });
}

function bareText(bytes: Uint8Array, mediaType: string): Outcome<BareFile> {
  if (bytes.byteLength > mostTextMegabytes * 1024 * 1024)
    return refused("file_too_large", { most: mostTextMegabytes });
  const text = new TextDecoder("utf-8").decode(bytes);
  const isTable = mediaType === "text/csv";
  const kept = isTable ? bareTable(text) : text;
  if (kept === undefined) return refused("file_kind_false", { ending: "csv" });
  return done({
    mediaType,
    ending: isTable ? "csv" : "txt",
    bytes: Buffer.from(kept),
    texts: [text],
  });
}
