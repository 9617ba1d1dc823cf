import { useTranslation } from "react-i18next";
import type { AdvisoryReading } from "~/domain/advisories/reading";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";

type Props = Pick<AdvisoryReading, "attachments" | "number" | "version" | "tlp">;

export function AttachmentsList({ attachments, number, version, tlp }: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return (
    <ul className="plain-list attachments">
      {attachments.map((file) => (
        <li key={file.id}>
          <a href={paths.attachment(number, version, file.name)} download>
            {file.name}
          </a>{" "}
          <span className="aside">{formatBytes(language, file.size)}</span>
          {file.tlp !== tlp && (
            <>
              {" "}
              <TlpMark label={file.tlp} />
            </>
          )}
          <span className="hash">
            {t("advisory.sha256")} <samp>{file.sha256}</samp>
          </span>
        </li>
      ))}
    </ul>
  );
}
