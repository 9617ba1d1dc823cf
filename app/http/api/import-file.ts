import type { Text } from "~/domain/advisories/advisory.form";
import { attachTranslation } from "~/domain/imports/attach-translation.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { isTranslation } from "~/domain/imports/printed-document.form";
import type { Member } from "~/domain/members/viewer";
import { i18nOf } from "~/i18n/i18n.server";
import type { Db } from "~db/client.server";

type Sent = {
  document: Record<string, unknown>;
  publish: boolean;
  changeNote?: Text | undefined;
  by: Member;
  at: Date;
};

/** A document, or the translation of one that is here. */
export function importFile(db: Db, { document, changeNote, ...rest }: Sent) {
  const file: unknown = document;
  if (!isTranslation(file)) return importDocument(db, { file, ...rest });
  const key = document.language === "en" ? "imports:translation_added_en" : "imports:translation_added_es";
  const note = changeNote ?? { es: i18nOf("es").t(key), en: i18nOf("en").t(key) };
  return attachTranslation(db, { file, changeNote: note, ...rest });
}
