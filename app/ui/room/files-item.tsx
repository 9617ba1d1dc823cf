import { useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoomFile } from "~/domain/files/room-file";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Button } from "~/ui/action/button";

/** A file by its name, and the way to a copy: an answer that a browser keeps as a file leads away from no page. */
export function FileLine({ file: { name, mediaType, bytes }, copy }: { file: RoomFile; copy: string }) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  return (
    <form method="post" action={copy} className="shown-file">
      <span className="shown-file-name">{name}</span>
      <span className="label">
        {t(`kind.${mediaType as "application/pdf"}`)} · {formatBytes(language, bytes)}
      </span>
      <Button type="submit" size="small" aria-label={t("takeOf", { name })}>
        {t("take")}
      </Button>
    </form>
  );
}

/** On the page of its room. */
export function SaidFile({ id, file }: { id: string; file: RoomFile }) {
  const { id: roundtableId = "" } = useParams();
  return <FileLine file={file} copy={paths.roomCopy(useLanguage(), roundtableId, "files", id)} />;
}
