import { useTranslation } from "react-i18next";
import type { Progress } from "~/domain/adoption/adoption";

/** What the picture shows, as a sentence. */
export function ProgressWords({ progress }: { progress: Progress }) {
  const { t } = useTranslation("adoption");
  const { total, decided, inHand, overdue } = progress;
  return (
    <>
      {t("progress.decided", { decided, count: total })}
      {inHand > 0 && ` ${t("progress.inHand", { count: inHand })}`}
      {overdue > 0 && (
        <>
          {" "}
          <strong className="over">{t("progress.overdue", { count: overdue })}</strong>
        </>
      )}
    </>
  );
}

/** What has come since anybody looked. */
export function NewWords({ progress: { fresh, changed } }: { progress: Progress }) {
  const { t } = useTranslation("adoption");
  return (
    <>
      {fresh > 0 && <span className="news">{t("progress.fresh", { count: fresh })}</span>}
      {fresh > 0 && changed > 0 && " "}
      {changed > 0 && <span className="news">{t("progress.changed", { count: changed })}</span>}
    </>
  );
}
