import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

type Props = {
  id: string;
  /** 0: none were sent yet. */
  version: number;
  words: Text;
  answer: { refusal?: Refusal; typed?: TypedSession | undefined } | undefined;
};

const suffix = { es: "Es", en: "En" } as const;

/** Other terms for a session, by its chair. */
export function NewTermsPage({ id, version, words, answer }: Props) {
  const { t } = useTranslation("floor");
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const { refusal, typed } = answer ?? {};
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.roundtable(language, id)}>{t("terms.back")}</Link>
      </p>
      <h1>{t("terms.title")}</h1>
      <p className="lead">{t("terms.lead")}</p>
      {version === 0 && <p>{t("terms.none")}</p>}
      <Form method="post" className="form" data-wide>
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="version" value={typed?.version ?? version} />
        <div className="both-languages">
          {languages.map((one) => (
            <ScreenedTextArea
              key={one}
              name={`terms${suffix[one]}`}
              lang={localeOf(one)}
              label={t(`terms.${one}`)}
              rows={18}
              defaultValue={typed?.[`terms${suffix[one]}`] ?? words[one]}
              found={foundAt(refusal, `terms${suffix[one]}`)}
              required
            />
          ))}
        </div>
        <Button type="submit" weight="first" busy={busy}>
          {t("terms.act")}
        </Button>
      </Form>
    </article>
  );
}
