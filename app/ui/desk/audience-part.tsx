import { useTranslation } from "react-i18next";
import { type Audience, sectors, type Tlp } from "~/domain/advisories/advisory.form";
import { publishesToNobody } from "~/domain/drafts/audience";
import { Notice } from "~/ui/notice/notice";
import { AudienceSentence } from "./audience-sentence";
import { useDesk } from "./desk-context";
import { Part } from "./part";
import { SeveralOf } from "./value-fields";

/** Who may read what is above CLEAR. An empty audience means nobody, and says so. */
export function AudiencePart({ audience, tlp }: { audience: Audience; tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { institutions, staff, shown } = useDesk();
  const own = new Set(["MX", "US"]);
  return (
    <Part
      id="part-audience"
      name={t("parts.audience")}
      lead={<AudienceSentence audience={audience} tlp={tlp} institutions={institutions} />}
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
        {(tlp === "RED" || audience.members.length > 0) && (
          <SeveralOf
            path="audience/members"
            label={t("audience.members")}
            hint={t("audience.membersHint")}
            value={audience.members}
            options={staff.map(({ id, name, organisation }) => ({
              value: id,
              name: `${name}, ${organisation}`,
            }))}
          />
        )}
      </div>
    </Part>
  );
}
