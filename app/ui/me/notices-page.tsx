import { useTranslation } from "react-i18next";
import { noticeChoices } from "~/domain/notices/notice";
import type { NoticeSettings } from "~/domain/people/notice-choices.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { OwnTabs } from "~/ui/auth/own-tabs";
import { Choices } from "~/ui/field/choices";
import { Select } from "~/ui/field/select";
import { Notice } from "~/ui/notice/notice";
import { usePlaceName } from "~/ui/place/use-place-name";

type Names = { es: string; en: string };
type Props = {
  settings: NoticeSettings;
  typologies: { code: string; name: Names }[];
  authorities: { id: string; shortName: string }[];
  corridors: { from: string; to: string }[];
  timeZone: string;
  saved: boolean;
};

/** How a member hears of what, and of what part of it. */
export function NoticesPage({ settings, typologies, authorities, corridors, timeZone, saved }: Props) {
  const { t } = useTranslation("me");
  const { t: reading } = useTranslation("reading");
  const language = useLanguage();
  const { place } = usePlaceName();
  return (
    <article className="own-page">
      <h1>{t("notices")}</h1>
      <OwnTabs current="notices" />
      {saved && (
        <Notice live id="notices-saved">
          <p>{t("savedNotices")}</p>
        </Notice>
      )}
      <p>{t("noticesLead")}</p>
      <p className="quiet">{t("digestLead", { zone: timeZone })}</p>
      <ActForm
        action={paths.myNotices(language)}
        className="form notice-choices"
        done={null}
        made="notices-saved"
      >
        {(busy) => (
          <>
            <section aria-labelledby="what">
              <h2 id="what">{t("noticesWhat")}</h2>
              {settings.choices.map(({ kind, choice }) => (
                <Select
                  key={kind}
                  name={`choice.${kind}`}
                  label={t(`notice.${kind}`)}
                  defaultValue={choice}
                  options={noticeChoices.map((value) => ({ value, name: t(`noticeChoice.${value}`) }))}
                />
              ))}
              <Choices
                kind="several"
                name="quietLine"
                label={t("quietLine")}
                quietLabel
                chosen={settings.quietLine ? ["on"] : []}
                choices={[{ value: "on", name: t("quietLine") }]}
              />
            </section>
            <section aria-labelledby="which">
              <h2 id="which">{t("noticesWhich")}</h2>
              <p className="quiet">{t("noticesWhichLead")}</p>
              <Choices
                kind="several"
                name="authorities[]"
                label={t("scope.authorities")}
                chosen={settings.authorities}
                choices={authorities.map(({ id, shortName }) => ({ value: id, name: shortName }))}
              />
              {typologies.length > 0 && (
                <Choices
                  kind="several"
                  name="typologies[]"
                  label={t("scope.typologies")}
                  column
                  chosen={settings.typologies}
                  choices={typologies.map(({ code, name }) => ({ value: code, name: name[language] }))}
                />
              )}
              {corridors.length > 0 && (
                <Choices
                  kind="several"
                  name="corridors[]"
                  label={t("scope.corridors")}
                  column
                  chosen={settings.corridors}
                  choices={corridors.map(({ from, to }) => ({
                    value: `${from}>${to}`,
                    name:
                      from === to
                        ? reading("advisory.within", { place: place(from) })
                        : reading("advisory.corridor", { from: place(from), to: place(to) }),
                  }))}
                />
              )}
            </section>
            <p>
              <Button type="submit" busy={busy}>
                {t("saveNotices")}
              </Button>
            </p>
          </>
        )}
      </ActForm>
    </article>
  );
}
