import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";

type Props = { roundtableId: string; opened: boolean; stands: boolean };

/** What a chair does with the session as a whole. */
export function ChairSession({ roundtableId, opened, stands }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  return (
    <section aria-labelledby="chair">
      <h3 id="chair">{t("chair.heading")}</h3>
      {stands && !opened && (
        <ActForm action={paths.roomAct(language, roundtableId, "opening")} label={t("chair.open.act")}>
          {(busy) => (
            <>
              <p className="hint">{t("chair.open.means")}</p>
              <Button type="submit" weight="first" busy={busy}>
                {t("chair.open.act")}
              </Button>
            </>
          )}
        </ActForm>
      )}
      <ul className="floor-ways">
        {stands && (
          <li>
            <Link to={paths.newTerms(language, roundtableId)}>{t("chair.terms")}</Link>
          </li>
        )}
        <li>
          <Link to={paths.roundtableRecord(language, roundtableId)}>{t("chair.end")}</Link>
        </li>
      </ul>
    </section>
  );
}
