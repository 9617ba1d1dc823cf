import { useTranslation } from "react-i18next";
import { type Audience, sectors, type Tlp } from "~/domain/advisories/advisory.form";
import { publishesToNobody } from "~/domain/drafts/audience";
import { countries } from "~/i18n/place";
import { Select } from "~/ui/field/select";
import { Notice } from "~/ui/notice/notice";
import { WithoutScripts } from "~/ui/page/without-scripts";
import { usePlaceName } from "~/ui/place/use-place-name";
import { AudienceSentence } from "./audience-sentence";
import { useDesk } from "./desk-context";
import { deskForm } from "./desk-form";
import { Part } from "./part";
import { useCountries } from "./use-countries";
import { SeveralOf } from "./value-fields";

/** Who may read what is above CLEAR. An empty audience means nobody, and says so. */
export function AudiencePart({ audience, tlp }: { audience: Audience; tlp: Tlp }) {
  const { t } = useTranslation("desk");
  const { t: term } = useTranslation("terms");
  const { institutions, staff, shown } = useDesk();
  const { country } = usePlaceName();
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
          options={[...new Set(["MX", "US", ...audience.jurisdictions])].map((one) => ({
            value: one,
            name: country(one),
          }))}
        />
        <AnotherCountry chosen={audience.jurisdictions} />
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

/** Any country may be in an audience, not only the two of this border. */
function AnotherCountry({ chosen }: { chosen: string[] }) {
  const { t } = useTranslation("desk");
  const { keeper, editable } = useDesk();
  const { country } = usePlaceName();
  const left = useCountries([]).filter((code) => code !== "MX" && code !== "US" && !chosen.includes(code));
  return (
    <div>
      <WithoutScripts>
        {() => (
          <Select
            name="+audience/jurisdictions"
            form={deskForm}
            label={t("audience.another")}
            none={t("audience.chooseAnother")}
            options={countries.map((code) => ({ value: code, name: country(code) }))}
          />
        )}
      </WithoutScripts>
      <div className="needs-script">
        <Select
          id="another-country"
          label={t("audience.another")}
          none={t("audience.chooseAnother")}
          value=""
          disabled={!editable}
          options={left.map((code) => ({ value: code, name: country(code) }))}
          onChange={(event) =>
            keeper.set("audience/jurisdictions", chosen, [...chosen, event.currentTarget.value])
          }
        />
      </div>
    </div>
  );
}
