import { useTranslation } from "react-i18next";
import { paths } from "~/paths";

type Props = { number: string; contentHash: string; withRedFlags: boolean };

export function Downloads({ number, contentHash, withRedFlags }: Props) {
  const { t } = useTranslation("reading");
  const files = [
    { to: paths.pdf(number, "es"), name: t("advisory.pdfEs") },
    { to: paths.pdf(number, "en"), name: t("advisory.pdfEn") },
    ...(withRedFlags ? [{ to: paths.csv(number), name: t("advisory.csv") }] : []),
    { to: paths.json(number), name: t("advisory.json") },
  ];
  return (
    <>
      <p className="aside no-print">{t("advisory.downloadsLead")}</p>
      <ul className="plain-list no-print">
        {files.map(({ to, name }) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ul>
      <p className="hash">
        {t("advisory.contentHash")} <samp>{contentHash}</samp>
      </p>
    </>
  );
}
