import { useTranslation } from "react-i18next";
import { type Audience, sectors, type Tlp } from "~/domain/advisories/advisory.form";
import { publishesToNobody } from "~/domain/drafts/audience";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { useDesk } from "./desk-context";
import { Part } from "./part";
import { SeveralOf } from "./value-fields";

/** Who may read what is above CLEAR. An empty audience means nobody, and says so. */
export function AudiencePart({ audience, tlp }: { audience: Audience; tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { institutions, shown } = useDesk();
  const own = new Set(["MX", "US"]);
  return (
    <Part
      id="part-audience"
      name={t("parts.audience")}
      lead={<AudienceSentence audience={audience} tlp={tlp} />}
    >
      {publishesToNobody(shown.content) && (
        <Notice tone="caution" heading={t("audience.nobody")}>
          <p>{t(tlp === "RED" ? "audience.nobodyRed" : "audience.nobodyNext")}</p>
        </Notice>
      )}
      <div className="value-grid" data-wide>
        <SeveralOf
          path="audience/jurisdictions"
          label={t("audience.jurisdictions")}
          hint={t("audience.jurisdictionsHint")}
          value={audience.jurisdictions}
          options={["MX", "US", ...audience.jurisdictions.filter((one) => !own.has(one))].map((one) => ({
            value: one,
            name: term(`jurisdiction.${one as "MX"}`, { defaultValue: one }),
          }))}
        />
        <SeveralOf
          path="audience/sectors"
          label={t("audience.sectors")}
          value={audience.sectors}
          options={sectors.map((one) => ({ value: one, name: term(`sector.${one}`) }))}
        />
        <SeveralOf
          path="audience/organisations"
          label={t("audience.organisations")}
          hint={t("audience.organisationsHint")}
          value={audience.organisations}
          options={institutions.map(({ id, shortName }) => ({ value: id, name: shortName }))}
        />
      </div>
    </Part>
  );
}

/** In one sentence, who will be able to read it. */
export function AudienceSentence({ audience, tlp }: { audience: Audience; tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { institutions } = useDesk();
  const language = useLanguage();
  if (tlp === "CLEAR") return <p>{t("audience.everyone")}</p>;
  const jurisdictions = audience.jurisdictions.map((one) =>
    term(`jurisdiction.${one as "MX"}`, { defaultValue: one }),
  );
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
