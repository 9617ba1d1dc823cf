import type { Language } from "~/domain/advisories/advisory.form";
import { markCopy } from "~/domain/files/mark-copy.server";
import type { RoomFile } from "~/domain/files/room-file";
import type { Member } from "~/domain/members/viewer";
import { done } from "~/domain/outcome";
import { formatInstantShort } from "~/i18n/format";
import { download } from "./api/download";

type Taken = {
  file: RoomFile;
  bytes: Uint8Array;
  reader: { name: string; organisation: string };
  at: Date;
};

/** What was taken out of a room, with the name of whoever took it in every part of it. */
export async function copyOf(
  { file, bytes, reader, at }: Taken,
  { by, language }: { by: Member; language: Language },
) {
  const when = formatInstantShort(language, at, by.timeZone);
  const lines = [reader.name, reader.organisation, when];
  const marked = await markCopy({ mediaType: file.mediaType, bytes, lines });
  return marked.ok ? done(download(file, marked.value)) : marked;
}
