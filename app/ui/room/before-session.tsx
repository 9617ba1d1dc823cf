import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Ahead } from "~/http/ahead.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Materials } from "./files-materials";
import { QuestionsAhead } from "./questions-ahead";

/** On a session's page, to whoever sits at its table: what to read and ask before it. */
export function BeforeSession({ roundtableId, ahead }: { roundtableId: string; ahead: Ahead | null }) {
  const { t } = useTranslation("files");
  const language = useLanguage();
  if (!ahead) {
    return (
      <section aria-labelledby="materials">
        <h2 id="materials">{t("materials.heading")}</h2>
        <p>{t("ahead.accept")}</p>
        <p>
          <Link to={paths.roomTerms(language, roundtableId)}>{t("ahead.toTerms")}</Link>
        </p>
      </section>
    );
  }
  const { materials, chairs, opened, stands, ...asked } = ahead;
  return (
    <>
      <Materials
        roundtableId={roundtableId}
        materials={materials}
        chairs={chairs && stands}
        opened={opened}
      />
      {stands && !opened && <QuestionsAhead roundtableId={roundtableId} {...asked} />}
      {stands && opened && (
        <p>
          {t("ahead.closed")} <Link to={paths.room(language, roundtableId)}>{t("ahead.toRoom")}</Link>
        </p>
      )}
    </>
  );
}
