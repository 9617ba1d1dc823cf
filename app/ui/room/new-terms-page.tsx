import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Refusal } from "~/http/outcomes";
import type { TypedSession } from "~/http/roundtables";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { ScreenedPair } from "~/ui/screening/screened-pair";

type Props = {
  id: string;
  /** 0: none were sent yet. */
  version: number;
  words: Text;
  answer: { refusal?: Refusal; typed?: TypedSession | undefined } | undefined;
};

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
      <Form method="post" className="form">
        {refusal && <RefusalNotice refusal={refusal} />}
        <input type="hidden" name="version" value={typed?.version ?? version} />
        <ScreenedPair
          name="terms"
          label={(one) => t(`terms.${one}`)}
          value={(one, field) => typed?.[field] ?? words[one]}
          rows={18}
          refusal={refusal}
          required
        />
        <Button type="submit" weight="first" busy={busy}>
          {t("terms.act")}
        </Button>
      </Form>
    </article>
  );
}
