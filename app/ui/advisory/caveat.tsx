import { useTranslation } from "react-i18next";

/** Stands above every list of red flags (product.md §2): a promise to honest customers. */
export function Caveat() {
  const { t } = useTranslation("reading");
  return <p className="caveat">{t("flags.caveat")}</p>;
}
