import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { v4 as newId } from "uuid";
import { z } from "zod";
import { mostNameLetters } from "~/domain/files/room-file";
import { kinds } from "~/domain/screening/finding";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { TextField } from "~/ui/field/text-field";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextField } from "~/ui/screening/screened-text-field";

type Props = {
  busy: boolean;
  act: string;
  /** What it is called where nothing is typed. */
  unnamed: string;
  refusal: Refusal | undefined;
  typed?: TypedSession | undefined;
  /** What else is asked. */
  children?: ReactNode;
};

/** What is said of the file itself stands at its field. */
export const saidAtFile = (reason: string) =>
  reason.startsWith("file_") ||
  reason === "too_large" ||
  ["room_full_of_files", "materials_came_late", "too_many_files"].includes(reason);

const counted = z.object({ counts: z.partialRecord(z.enum(kinds), z.number()) });

/** A file and the name it is to be shown under. */
export function FileFields({ busy, act, unnamed, refusal, typed, children }: Props) {
  const { t } = useTranslation("files");
  const told = useTold();
  // Given in the browser: the same form sent twice is one file. Without scripts the server gives one.
  const [id, setId] = useState("");
  useEffect(() => setId(newId()), []);
  const error = refusal && saidAtFile(refusal.reason) ? told(refusal) : undefined;
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <TextField
        name="file"
        type="file"
        label={t("file")}
        hint={t("fileHint")}
        accept=".pdf,.png,.jpg,.jpeg,.csv,.txt"
        error={error}
        required
      />
      <ScreenedTextField
        name="title"
        label={t("title")}
        hint={unnamed}
        maxLength={mostNameLetters}
        defaultValue={typed?.title}
        found={foundAt(refusal, "title")}
      />
      {children}
      <p className="toolbar">
        <Button type="submit" busy={busy}>
          {act}
        </Button>
        {busy && <progress aria-label={t("sending")} />}
        {busy && <span className="quiet">{t("sending")}</span>}
      </p>
    </>
  );
}

/** With what was found in it, by kind: what it was is told nowhere. */
function useTold() {
  const { t } = useTranslation("files");
  const { t: kind } = useTranslation("screening");
  const language = useLanguage();
  const sentence = useRefusal();
  return ({ reason, facts }: Refusal) => {
    const read = counted.safeParse(facts);
    if (!read.success) return sentence(reason, facts);
    const found = kinds.flatMap((one) => {
      const count = read.data.counts[one];
      return count ? [t("foundOne", { kind: kind(`kind.${one}`), count })] : [];
    });
    return `${sentence(reason, facts)} ${t("found", { kinds: formatList(language, found) })}`;
  };
}
