import { useTranslation } from "react-i18next";
import type { Contribution } from "./room";

/** As whom something was said, in words. */
export function useWho() {
  const { t } = useTranslation("room");
  const { t: term } = useTranslation("terms");
  return ({ mode, who }: Pick<Contribution, "mode" | "who">) => {
    if (mode === "named") return t("who.named", { name: who.name, organisation: who.organisation });
    if (mode === "organisation") return who.organisation ?? "";
    if (mode === "sector") return bySector(who.sector ?? "");
    return t("who.unattributed");
  };

  function bySector(sector: string) {
    if (sector === "authority") return t("who.authority");
    return t("who.sector", { sector: term(`sector.${sector as "bank"}`) });
  }
}
