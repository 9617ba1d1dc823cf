import { useTranslation } from "react-i18next";
import type { LegalCover } from "~/domain/organisations/legal-cover";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";

/** Legal cover in words; nothing is assumed, so none recorded says so. `today`: `2026-11-22`. */
export function CoverWords({ cover, today }: { cover: LegalCover; today: string }) {
  const { t } = useTranslation("vetting");
  const language = useLanguage();
  if (cover.kind === "none") return <span className="quiet">{t("cover.none")}</span>;
  if (cover.kind === "ground") {
    return <>{cover.on ? t("cover.groundOn", { on: formatDay(language, cover.on) }) : t("cover.ground")}</>;
  }
  const until = formatDay(language, cover.until);
  if (cover.current) return <>{t("cover.314bCurrent", { until })}</>;
  if (cover.on !== null && cover.on > today) {
    return <>{t("cover.314bToCome", { on: formatDay(language, cover.on) })}</>;
  }
  return <span className="over">{t("cover.314bOver", { until })}</span>;
}
