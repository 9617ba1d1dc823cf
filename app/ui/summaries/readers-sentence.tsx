import { useTranslation } from "react-i18next";
import { readByNobody } from "~/domain/summaries/summary";
import type { SummaryWords } from "~/domain/summaries/summary.form";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { usePlaceName } from "~/ui/place/use-place-name";

type Props = { words: SummaryWords; organisations: { id: string; shortName: string }[] };

/** Who will be able to read it, in one sentence; an empty audience means nobody, and says so. */
export function ReadersSentence({ words: { tlp, audience }, organisations }: Props) {
  const { t } = useTranslation("summaries");
  const { t: desk } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const language = useLanguage();
  const { country } = usePlaceName();
  if (tlp === "CLEAR") return <p>{t("own.everyone")}</p>;
  if (readByNobody({ tlp, audience: { ...audience, members: [] } }))
    return (
      <Notice tone="caution" heading={t("own.nobody")}>
        <p>{t("own.nobodyNext")}</p>
      </Notice>
    );
  const jurisdictions = formatList(language, audience.jurisdictions.map(country));
  const sectors = formatList(
    language,
    audience.sectors.map((one) => term(`sector.${one}`)),
  );
  const named = audience.organisations.map(
    (id) => organisations.find((one) => one.id === id)?.shortName ?? id,
  );
  const by =
    sectors === ""
      ? jurisdictions === ""
        ? ""
        : desk("audience.allIn", { jurisdictions })
      : jurisdictions === ""
        ? desk("audience.sectorsAnywhere", { sectors })
        : desk("audience.sectorsIn", { sectors, jurisdictions });
  const readers = formatList(
    language,
    [by, ...named].filter((one) => one !== ""),
  );
  return <p>{t("own.readers", { readers })}</p>;
}
