import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/notice/notice";
import { useIsClient } from "~/ui/page/use-is-client";
import { CopyButton } from "~/ui/text/copy-button";

/** Shown this once. */
export function RecoveryCodeList({ codes }: { codes: string[] }) {
  const { t } = useTranslation("auth");
  const isClient = useIsClient();
  return (
    <>
      <Notice tone="caution" heading={t("codes.once")} live>
        <p>{t("codes.where")}</p>
      </Notice>
      <ol className="recovery-codes" aria-label={t("codes.list")}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {isClient && (
        <p>
          <CopyButton name={t("codes.copy")} text={() => codes.join("\n")} />
        </p>
      )}
    </>
  );
}
