import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { useRefusal } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";

type Props = {
  roundId: string;
  place: string;
  replyId: string;
  open: NonNullable<Points["replies"][number]["open"]>;
};

/** What stands before a release, who may do it, and what it means. */
export function ReleasePart({ roundId, place, replyId, open }: Props) {
  const { t } = useTranslation("replies");
  const language = useLanguage();
  const sentence = useRefusal();
  const { blockers, writers, mayRelease, n, revision } = open;
  return (
    <section aria-labelledby="release">
      <h2 id="release">{t("release.heading")}</h2>
      <p>{t("release.writers", { names: formatList(language, writers) })}</p>
      {blockers.length > 0 && (
        <>
          <p>{t("release.missing")}</p>
          <ul>
            {blockers.map((reason) => (
              <li key={reason}>{sentence(reason, {})}</li>
            ))}
          </ul>
        </>
      )}
      {mayRelease && blockers.length === 0 ? (
        <ActForm action={paths.replyRelease(language, roundId, place)} label={t("release.heading")}>
          {(busy) => (
            <>
              <p>{t("release.means")}</p>
              <input type="hidden" name="reply" value={replyId} />
              <input type="hidden" name="revision" value={revision} />
              <Button type="submit" weight="first" busy={busy}>
                {n === 1 ? t("release.act") : t("release.actCorrection", { n })}
              </Button>
            </>
          )}
        </ActForm>
      ) : (
        <p>{t("release.whoCan")}</p>
      )}
    </section>
  );
}
