import { fileTypeFromBuffer } from "file-type";
import { done, type Outcome, refused } from "~/domain/outcome";
import { mostMegabytes } from "./file-limit";

const kinds: Record<string, string> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  txt: "text/plain",
};

export const endingOf = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** The media type that both the name's ending and the bytes themselves agree on. */
export async function kindOfFile(
  name: string,
  bytes: Uint8Array,
  endings: readonly string[] = Object.keys(kinds),
): Promise<Outcome<string>> {
  if (bytes.byteLength === 0) return refused("file_empty");
  if (bytes.byteLength > mostMegabytes * 1024 * 1024)
    return refused("file_too_large", { most: mostMegabytes });
  const ending = endingOf(name);
  const claimed = endings.includes(ending) ? kinds[ending] : undefined;
  if (!claimed) return refused("file_kind_unknown", { kinds: endings.join(", ") });
  const found = await fileTypeFromBuffer(bytes);
  const agrees = claimed.startsWith("text/") ? found === undefined && isText(bytes) : found?.mime === claimed;
  return agrees ? done(claimed) : refused("file_kind_false", { ending });
}

function isText(bytes: Uint8Array) {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
