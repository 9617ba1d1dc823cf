import { useTranslation } from "react-i18next";
import type { Audience, Tlp } from "~/domain/advisories/advisory.form";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { usePlaceName } from "~/ui/place/use-place-name";

type Props = { audience: Audience; tlp: Tlp; institutions: { id: string; shortName: string }[] };

/** In one sentence, who will be able to read it. */
export function AudienceSentence({ audience, tlp, institutions }: Props) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { country } = usePlaceName();
  if (tlp === "CLEAR") return <p>{t("audience.everyone")}</p>;
  const jurisdictions = audience.jurisdictions.map(country);
  const ofSectors = audience.sectors.map((one) => term(`sector.${one}`));
  const named = audience.organisations.map(
    (id) => institutions.find((one) => one.id === id)?.shortName ?? id,
  );
  const parts = [
    jurisdictions.length > 0 && ofSectors.length > 0
      ? t("audience.sectorsIn", {
          sectors: formatList(language, ofSectors),
          jurisdictions: formatList(language, jurisdictions),
        })
      : jurisdictions.length > 0
        ? t("audience.allIn", { jurisdictions: formatList(language, jurisdictions) })
        : ofSectors.length > 0
          ? t("audience.sectorsAnywhere", { sectors: formatList(language, ofSectors) })
          : "",
    named.length > 0 ? t("audience.named", { names: formatList(language, named) }) : "",
    audience.members.length > 0 ? t("audience.persons", { count: audience.members.length }) : "",
  ].filter((part) => part !== "");
  const readers = tlp === "RED" ? parts.slice(-1).filter(() => audience.members.length > 0) : parts;
  return (
    <p>
      {readers.length === 0
        ? t("audience.onlyIssuers")
        : t("audience.readers", { readers: formatList(language, readers) })}
    </p>
  );
}
