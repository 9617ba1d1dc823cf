import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import type { Language } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { markCopy } from "~/domain/files/mark-copy.server";
import type { RoomFile } from "~/domain/files/room-file";
import type { Member } from "~/domain/members/viewer";
import { done, type Outcome } from "~/domain/outcome";
import { formatInstantShort } from "~/i18n/format";
import { download } from "./api/download";
import { requireId } from "./ids";
import { requireLanguage } from "./language";
import { refuseFile } from "./outcomes";
import { secretKeys } from "./secret-keys.server";
import { requireMember } from "./sessions.server";

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

type Taking = { roundtableId: string; keys: SecretKeys; by: Member; at: Date };

/** A copy is taken, not read: a GET would write the log by a prefetch. */
export const copyAction =
  (
    take: (taking: Taking, which: string) => Promise<Outcome<Taken>>,
    /** Where the file stands. */
    page: (language: Language, roundtableId: string) => string,
  ) =>
  async ({ request, params, context }: ActionFunctionArgs) => {
    const by = await requireMember(request);
    const roundtableId = requireId(params.id);
    const language = requireLanguage(params);
    const back = page(language, roundtableId);
    const taking = { roundtableId, keys: await secretKeys(), by, at: now() };
    const taken = await take(taking, requireId(params.which));
    if (!taken.ok) return refuseFile(context, taken, back);
    const copy = await copyOf(taken.value, { by, language });
    return copy.ok ? copy.value : refuseFile(context, copy, back);
  };
